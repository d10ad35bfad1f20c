import { exitCode } from "../../core/report/exit-code.ts";
import { toOneLine } from "../../core/report/printable.ts";
import type { FileReport, Report } from "../../core/report/report.ts";
import type { Outcome } from "../../core/rewrite/outcome.ts";
import { version } from "../../version.ts";
import { noteArchitecture } from "../run/architecture-note.ts";
import type { RewriteFlags } from "../run/flags.ts";
import type { Io } from "../run/io.ts";
import type { FileResult } from "../run/work.ts";
import { printDiff } from "./print-diff.ts";
import { remarksOn } from "./remarks.ts";

/** What else there is to know of a run. */
interface Circumstances {
	/** Standard output has the text already. */
	readonly isFilter: boolean;
	/** Whether there is a Dockerfile at all, selected or not. */
	readonly hasFound: boolean;
	/** A line about all files. */
	readonly note: string | undefined;
}

/** Says what became of the files of a rewrite or revert; resolves to the exit code. */
export async function finish(
	files: readonly FileResult[],
	flags: RewriteFlags,
	io: Io,
	{ isFilter, hasFound, note }: Circumstances,
): Promise<number> {
	const report = { version, files };
	if (flags.json) await printJson(report, io);
	if (!hasFound) {
		reportErrors([], io);
		return 3;
	}
	if (!flags.json) {
		if (!isFilter && !flags.write) printDiffs(files, flags, io);
		if (files.length > 0) reportErrors(files, io);
		if (!flags.quiet) for (const line of remarks(files, flags, note)) io.err(`${line}\n`);
	}
	return exitCode(report, flags.check ? "rewrite-check" : "rewrite");
}

/** The formats know the rules, which a rewrite does not need otherwise. */
async function printJson(report: Report, io: Io): Promise<void> {
	const { formats } = await import("../../core/report/index.ts");
	io.out(formats.json(report));
}

function printDiffs(files: readonly FileReport[], { quiet = false }: RewriteFlags, io: Io): void {
	for (const { path, diff } of files) if (diff !== undefined) printDiff(path, diff, quiet, io);
}

/** Writes what went wrong to standard error, a line a file. */
export function reportErrors(files: readonly FileReport[], io: Io): void {
	if (files.length === 0)
		io.err(
			"pidone: no Dockerfile found: name one, or a directory with files such as Dockerfile, Dockerfile.dev, web.Dockerfile or Containerfile\n",
		);
	for (const { path, error } of files) {
		if (error === undefined) continue;
		const place = error.line === undefined ? path : `${path}:${error.line}:${error.column ?? 1}`;
		io.err(
			`${toOneLine(`${place}: ${error.kind === "syntax" && !error.isParsed ? "does not parse: " : ""}${error.message}`)}\n`,
		);
	}
}

/**
 * Reports every stage that counts and is not changed, so that nobody has to guess why. Stages that do not count are
 * reported if there are no others.
 */
function isTold({ code }: Outcome, { outcomes }: FileReport, { verbose }: RewriteFlags): boolean {
	if (code === "not-selected") return outcomes.every((other) => other.code === "not-selected");
	return verbose === true || code !== "rewritten";
}

/** Only a revert does not look at stages. */
function whyNotReverted({ path, outcomes, isChanged, error }: FileReport): string[] {
	if (outcomes.length > 0 || isChanged || error !== undefined) return [];
	return [toOneLine(`${path}: nothing to revert: the file has no comment "# pidone: …"`)];
}

function remarks(files: readonly FileResult[], flags: RewriteFlags, note: string | undefined): string[] {
	const lines = files.flatMap((file) => [
		...remarksOn(file, (outcome) => isTold(outcome, file, flags)),
		...whyNotReverted(file),
	]);
	const changed = files.filter(({ isChanged }) => isChanged).length;
	const failed = files.filter(({ error }) => error !== undefined).length;
	const verb = flags.write && !flags.check ? "changed" : "would change";
	const total = files.length === 1 ? "1 file" : `${files.length} files`;
	const notes = [note, flags.check ? undefined : noteArchitecture(files)].filter((each) => each !== undefined);
	return [...lines, ...notes, `${total}, ${changed} ${verb}${failed > 0 ? `, ${failed} failed` : ""}`];
}
