import type { FileReport, Report } from "./report.ts";

/** What a report was made for; `-check` only asks whether there is something to do. */
export type ReportedCommand = "check" | "rewrite" | "rewrite-check" | "revert" | "revert-check";

/** The exit code: 2 for an I/O or internal error, else 4 for a Dockerfile that does not parse or asks for an init that it cannot have, else 1 for something to do, else 0. */
export function exitCode({ files }: Report, command: ReportedCommand): number {
	if (files.some(({ error }) => error?.kind === "io" || error?.kind === "internal")) return 2;
	if (files.some(({ error }) => error?.kind === "syntax")) return 4;
	return files.some((file) => hasWork(file, command)) ? 1 : 0;
}

function hasWork({ findings, isChanged }: FileReport, command: ReportedCommand): boolean {
	if (command === "check") return findings.some(({ level }) => level !== "note");
	return (command === "rewrite-check" || command === "revert-check") && isChanged;
}
