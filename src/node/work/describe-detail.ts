import type { FollowedFile } from "../../core/command/follow-source.ts";
import { explainRewrite } from "../../core/explain/explain.ts";
import type { FileReport } from "../../core/report/report.ts";
import type { RewriteOptions } from "../../core/rewrite/options.ts";
import type { AnalysedRewrite } from "../../core/rewrite/result.ts";
import type { Flags } from "../settings/flags.ts";
import { diffOf } from "./diff.ts";

interface Rewritten {
	readonly file: FollowedFile;
	readonly result: AnalysedRewrite;
	readonly options: RewriteOptions;
}

/** The additional details of a file for an HTML report. */
export function describeDetail(
	path: string,
	{ file, result, options }: Rewritten,
	{ report }: Flags,
): Pick<FileReport, "detail"> {
	if (report === undefined) return {};
	const diff = result.isChanged ? { diff: diffOf(path, file.dockerfile.source, result.text) } : {};
	return { detail: { ...diff, stages: explainRewrite(file, result, options) } };
}
