import { exitCodeOf, FAIL_LEVELS, type FailLevel, NOTHING_FOUND } from "../../core/report/exit-code.ts";
import { formats } from "../../core/report/index.ts";
import type { FileReport } from "../../core/report/report.ts";
import { TextPrinter } from "../../core/report/text.ts";
import { version } from "../../version.ts";
import type { Io } from "../io.ts";
import { optionError } from "../option-error.ts";
import { processFiles } from "../run/process-files.ts";
import type { Flags } from "../settings/flags.ts";
import { type BaselineFlags, openBaseline } from "./baseline.ts";
import type { FormatWord } from "./format-options.ts";
import { openPage } from "./open-page.ts";
import { reportErrors } from "./report-errors.ts";
import { readOutputs, refuseSamePlaces, writeReports } from "./report-outputs.ts";

export interface CheckFlags extends Flags, BaselineFlags {
	/** Every --format, --json and --output, in the order of the command line. */
	readonly format: readonly FormatWord[];
	readonly failLevel?: string;
}

/** `pidone check`: reports what a rewrite would do to each stage, and all findings. Resolves to the exit code. */
export async function runCheck(paths: readonly string[], flags: CheckFlags, io: Io): Promise<number> {
	const outputs = readOutputs(flags.format);
	const failLevel = readFailLevel(flags.failLevel);
	const baseline = openBaseline(flags, io);
	const writePage = await openPage(flags, io);
	const printed = outputs.find(({ path }) => path === undefined)?.format;
	const options = { color: io.color, verbose: flags.verbose ?? false, quiet: flags.quiet ?? false };
	const text = new TextPrinter(options);
	// Files are written atomically, and before anything is printed.
	const hasFiles = outputs.length > 1 || flags.report !== undefined || flags.baseline !== undefined;
	const isStreamed = printed === "jsonl" || (printed === "text" && !hasFiles);
	let code = 0;
	const receive = (report: FileReport): FileReport | undefined => {
		const left = baseline?.receive(report) ?? report;
		code = Math.max(code, exitCodeOf(left, "check", failLevel));
		if (printed === "jsonl") io.out(formats.jsonl({ version, files: [left] }));
		else if (isStreamed) io.out(text.file(left));
		return isStreamed && !hasFiles ? undefined : left;
	};
	const { files, hasFound } = await processFiles(paths.length === 0 ? ["."] : paths, flags, io, "check", receive);
	const report = { version, files };
	refuseSamePlaces([...outputs.map(({ path }) => path), flags.report, flags.baseline], report, io);
	writeReports(report, outputs, options, io.cwd);
	writePage?.(report);
	baseline?.finish();
	if (!hasFound) reportErrors(files, io);
	if (printed !== undefined && !isStreamed && (hasFound || printed !== "text"))
		io.out(formats[printed](report, options));
	else if (printed === "text" && hasFound) io.out(text.end());
	return hasFound ? code : NOTHING_FOUND;
}

function readFailLevel(text = "warning"): FailLevel {
	const level = text === "info" ? "note" : FAIL_LEVELS.find((each) => each === text);
	if (level === undefined) throw optionError("--fail-level", text, `must be one of ${FAIL_LEVELS.join(", ")}`);
	return level;
}
