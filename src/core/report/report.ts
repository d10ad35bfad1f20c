import type { StageExplanation } from "../explain/explain.ts";
import type { Finding } from "../finding.ts";
import type { Outcome } from "../rewrite/outcome.ts";

/** Why a file could not be processed. */
export interface FileError {
	/**
	 * `syntax`: BuildKit does not parse or build it; `io`: it, or a file that it needs, cannot be read or written;
	 * `internal`: our own mistake.
	 */
	readonly kind: "syntax" | "io" | "internal";
	readonly message: string;
	/** One-based. */
	readonly line?: number;
	/** One-based, in UTF-16 code units. */
	readonly column?: number;
	/** Whether it parses, but BuildKit refuses to build it. */
	readonly isParsed?: boolean;
}

/** The part of a file's report that only the HTML report shows. */
export interface FileDetail {
	/** The rewrite as a unified diff; absent if it changes nothing. */
	readonly diff?: string;
	/** What its stages run, before and after. */
	readonly stages: readonly StageExplanation[];
}

/** The report on one file. */
export interface FileReport {
	/** The path as the user named it, with `/` between its parts. For standard input, `-` or the given name. */
	readonly path: string;
	/** The file's text; absent if it could not be read. */
	readonly source?: string;
	/** The outcome of each stage. */
	readonly outcomes: readonly Outcome[];
	/** In the order of the text, without those that a baseline accepts. */
	readonly findings: readonly Finding[];
	/** How many findings a baseline accepts; absent if there is no baseline. */
	readonly accepted?: number;
	/** Whether a rewrite changes it. */
	readonly isChanged: boolean;
	/** Whether the change has been written. */
	readonly isWritten: boolean;
	/** The change as a unified diff. */
	readonly diff?: string;
	readonly error?: FileError;
	/** Present if an HTML report is written. */
	readonly detail?: FileDetail;
}

/** The report of a command on all its files. */
export interface Report {
	/** pidone's own version. */
	readonly version: string;
	readonly files: readonly FileReport[];
}

/** How to show a report. The formats for programs always contain everything. */
export interface FormatOptions {
	readonly color?: boolean;
	/** Also the stages that were not selected. */
	readonly verbose?: boolean;
	/** Only findings and errors. */
	readonly quiet?: boolean;
}
