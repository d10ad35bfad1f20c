import type { StageExplanation } from "../explain/explain.ts";
import type { Finding } from "../finding.ts";
import type { Outcome } from "../rewrite/outcome.ts";

/** Why a file could not be processed. */
export interface FileError {
	/**
	 * `syntax`: BuildKit does not parse it, or makes no build of it; `io`: it, or what it needs, cannot be read or
	 * written; `internal`: our own mistake.
	 */
	readonly kind: "syntax" | "io" | "internal";
	readonly message: string;
	/** One-based. */
	readonly line?: number;
	/** One-based, in UTF-16 code units. */
	readonly column?: number;
	/** Whether it parses, and BuildKit only rejects a build of it. */
	readonly isParsed?: boolean;
}

/** What only the HTML report shows of a file. */
export interface FileDetail {
	/** What a rewrite changes, as a unified diff; absent if it changes nothing. */
	readonly diff?: string;
	/** What its stages run, before and after. */
	readonly stages: readonly StageExplanation[];
}

/** The report on one file. */
export interface FileReport {
	/** As the user named it, with `/` between its parts; `-` or the name given for it is standard input. */
	readonly path: string;
	/** The file's text; absent if it could not be read. */
	readonly source?: string;
	/** The outcome of each stage. */
	readonly outcomes: readonly Outcome[];
	/** In the order of the text; those that a baseline accepts are left out. */
	readonly findings: readonly Finding[];
	/** How many findings a baseline accepts; absent without one. */
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
	/** Nothing but findings and errors. */
	readonly quiet?: boolean;
}
