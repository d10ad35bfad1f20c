import { explain, type StageExplanation } from "../../core/explain/explain.ts";
import { formatExplanation } from "../../core/explain/format.ts";
import { exitCode, NOTHING_FOUND } from "../../core/report/exit-code.ts";
import { toOneLine, toPrintableJson, toPrintableLines } from "../../core/report/printable.ts";
import { version } from "../../version.ts";
import type { Io } from "../io.ts";
import { processFiles } from "../run/process-files.ts";
import type { Flags } from "../settings/flags.ts";
import { makeUnchanged, type Work } from "../work/work.ts";
import { reportErrors } from "./report-errors.ts";

export interface ExplainFlags extends Flags {
	readonly json?: boolean;
}

/** `pidone explain`: the process tree of each stage before and after. Resolves to the exit code. */
export async function runExplain(paths: readonly string[], flags: ExplainFlags, io: Io): Promise<number> {
	const explained: { path: string; stages: StageExplanation[] }[] = [];
	const examine: Work["examine"] = ({ path: name, source, options }) => {
		explained.push({ path: name, stages: explain(source, options) });
		return makeUnchanged(source);
	};
	const { files } = await processFiles(paths.length === 0 ? ["."] : paths, flags, io, { examine });
	if (flags.json) {
		const failed = files.flatMap(({ path: name, error }) =>
			error === undefined ? [] : [{ path: name, stages: [], error }],
		);
		io.out(`${toPrintableJson({ version, files: [...explained, ...failed] })}\n`);
	} else {
		for (const { path: name, stages } of explained) {
			const text = formatExplanation(toOneLine(name), flags.verbose ? stages : stages.filter(isInteresting));
			io.out(`${toPrintableLines(text)}\n`);
		}
	}
	reportErrors(files, io);
	return files.length === 0 ? NOTHING_FOUND : exitCode({ version, files }, "check");
}

function isInteresting({ outcome }: StageExplanation): boolean {
	return outcome.code !== "not-selected";
}
