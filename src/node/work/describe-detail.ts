import type { FollowedFile } from "../../core/command/follow-source.ts";
import { explainRewrite } from "../../core/explain/explain.ts";
import type { FileReport } from "../../core/report/report.ts";
import type { RewriteOptions } from "../../core/rewrite/options.ts";
import type { AnalysedRewrite } from "../../core/rewrite/result.ts";
import { diffOf } from "./diff.ts";

/** The additional details of a file for an HTML report. */
export function describeDetail(
	path: string,
	file: FollowedFile,
	result: AnalysedRewrite,
	options: RewriteOptions,
): Pick<FileReport, "detail"> {
	const diff = result.isChanged ? { diff: diffOf(path, file.dockerfile.source, result.text) } : {};
	return { detail: { ...diff, stages: explainRewrite(file, result, options) } };
}
