import { exitCode, type FailLevel } from "../../core/report/exit-code.ts";
import { formats } from "../../core/report/index.ts";
import type { FileReport } from "../../core/report/report.ts";
import { UserError } from "../../core/user-error.ts";
import { version } from "../../version.ts";
import type { Flags } from "../run/flags.ts";
import type { Io } from "../run/io.ts";
import { processFiles } from "../run/process-files.ts";
import { type BaselineFlags, openBaseline } from "./baseline.ts";
import { reportErrors } from "./finish.ts";
import type { FormatWord } from "./format-options.ts";
import { readOutputs, refuseSamePlaces, writeReports } from "./report-outputs.ts";

export interface CheckFlags extends Flags, BaselineFlags {
	/** Every --format, --json and --output, in the order of the command line. */
	readonly format: readonly FormatWord[];
	readonly failLevel?: string;
}

/** `pidone check`: what a rewrite would do to each stage, and every finding. Resolves to the exit code. */
export async function runCheck(paths: readonly string[], flags: CheckFlags, io: Io): Promise<number> {
	const outputs = readOutputs(flags.format);
	const failLevel = readFailLevel(flags.failLevel);
	const baseline = openBaseline(flags, io);
	const printed = outputs.find(({ path }) => path === undefined)?.format;
	const receive = (report: FileReport): FileReport => {
		const left = baseline?.receive(report) ?? report;
		if (printed === "jsonl") io.out(formats.jsonl({ version, files: [left] }));
		return left;
	};
	const { files, hasFound } = await processFiles(paths.length === 0 ? ["."] : paths, flags, io, "check", receive);
	const report = { version, files };
	refuseSamePlaces([...outputs.map(({ path }) => path), flags.report, flags.baseline], report, io);
	const options = { color: io.color, verbose: flags.verbose ?? false, quiet: flags.quiet ?? false };
	writeReports(report, outputs, options, io.cwd);
	if (flags.report !== undefined) (await import("./page.ts")).writePage(report, flags.report, io.cwd);
	baseline?.finish();
	if (!hasFound) reportErrors(files, io);
	if (printed !== undefined && printed !== "jsonl" && (hasFound || printed !== "text"))
		io.out(formats[printed](report, options));
	return hasFound ? exitCode(report, "check", failLevel) : 3;
}

const FAIL_LEVELS: Readonly<Record<string, FailLevel>> = {
	error: "error",
	warning: "warning",
	note: "note",
	info: "note",
	never: "never",
};

function readFailLevel(text = "warning"): FailLevel {
	const level = Object.hasOwn(FAIL_LEVELS, text) ? FAIL_LEVELS[text] : undefined;
	if (level === undefined) throw new UserError(`--fail-level ${text}: must be one of error, warning, note, never`);
	return level;
}
