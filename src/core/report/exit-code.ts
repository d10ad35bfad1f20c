import type { Level } from "../finding.ts";
import type { FileReport, Report } from "./report.ts";

/** The purpose of a report; `-check` only asks whether there is something to do. */
export type ReportedCommand = "check" | "rewrite" | "rewrite-check" | "revert" | "revert-check";

/** The lowest level of the findings that make a check fail. */
export type FailLevel = Level | "never";

/** What `--fail-level` accepts, the most serious level first. */
export const FAIL_LEVELS: readonly FailLevel[] = ["error", "warning", "note", "never"];

/** The exit code if no Dockerfile or repository was found. */
export const NOTHING_FOUND = 3;

const FAILING: Readonly<Record<FailLevel, readonly Level[]>> = {
	error: ["error"],
	warning: ["error", "warning"],
	note: ["error", "warning", "note"],
	never: [],
};

/**
 * The exit code is that of the worst file. A Dockerfile that does not parse or cannot be built, or that has --init on a
 * command that cannot get an init, is worse (4) than a file that cannot be read or written (2), which is worse than
 * something to do (1) or nothing (0). Only findings are subject to `failLevel`.
 */
export function exitCode({ files }: Report, command: ReportedCommand, failLevel: FailLevel = "warning"): number {
	return files.reduce((worst, file) => Math.max(worst, exitCodeOf(file, command, failLevel)), 0);
}

/** The exit code for one file. */
export function exitCodeOf(
	{ error, findings, isChanged }: FileReport,
	command: ReportedCommand,
	failLevel: FailLevel = "warning",
): number {
	if (error !== undefined) return error.kind === "syntax" ? 4 : 2;
	if (command === "check") return findings.some(({ level }) => FAILING[failLevel].includes(level)) ? 1 : 0;
	return (command === "rewrite-check" || command === "revert-check") && isChanged ? 1 : 0;
}
