import { type Region, SourceLines } from "../dockerfile/source-lines.ts";
import type { Finding, Level } from "../finding.ts";
import type { FileError, FileReport, Report } from "./report.ts";

/** A finding, or the error that prevented the processing of a file, as one row of the output. */
export interface ProblemRow {
	/** The path of the file. */
	readonly path: string;
	readonly code: string;
	readonly level: Level;
	readonly message: string;
	/** Absent if it concerns the whole file. */
	readonly region?: Region;
	/** What kind of error it is; absent for a finding. */
	readonly error?: FileError["kind"];
}

/** A finding and where it is. */
export interface LocatedFinding extends Finding {
	readonly region: Region;
}

/** The findings of a file with their places. */
export function locateFindings({ findings }: FileReport, lines: SourceLines): LocatedFinding[] {
	return findings.map((finding) => ({ region: lines.regionOf(finding.start, finding.end), ...finding }));
}

/** All problems of a file: its findings, then its error. */
export function listProblems(file: FileReport, lines: SourceLines = new SourceLines(file.source ?? "")): ProblemRow[] {
	const { path, error } = file;
	const found = locateFindings(file, lines).map(
		({ code, level, message, region }): ProblemRow => ({ path, code, level, message, region }),
	);
	return error === undefined ? found : [...found, errorProblem(path, error, lines)];
}

/** All problems of all files. */
export function listAllProblems({ files }: Report): ProblemRow[] {
	return files.flatMap((file) => listProblems(file));
}

function errorProblem(path: string, { kind, message, line, column }: FileError, lines: SourceLines): ProblemRow {
	const problem = { path, code: `${kind}-error`, level: "error", message, error: kind } as const;
	if (line === undefined) return problem;
	const text = lines.textOf(line);
	if (column === undefined)
		return { ...problem, region: { line, column: 1, endLine: line, endColumn: text.length + 1 } };
	// An error has a position without width. A range of no width would not be visible, so it includes the character
	// there, if there is one.
	const width = String.fromCodePoint(text.codePointAt(column - 1) ?? 0).length;
	return {
		...problem,
		region: { line, column, endLine: line, endColumn: column > text.length ? column : column + width },
	};
}
