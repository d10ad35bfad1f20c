/** How bad a finding is: errors break what runs, warnings make it stop badly, notes only inform. */
export type Level = "error" | "warning" | "note";

/** Something that a user should know about one place of a Dockerfile. */
export interface Finding {
	/** A stable code, also the name of its page under docs/rules. */
	readonly code: string;
	readonly level: Level;
	/** One sentence: what is wrong there, and what to do. */
	readonly message: string;
	/** Half-open range of the source text, in UTF-16 code units. */
	readonly start: number;
	readonly end: number;
	/** Zero-based index of the stage that it concerns. */
	readonly stage?: number;
}
