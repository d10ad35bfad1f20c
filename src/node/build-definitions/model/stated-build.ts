import type { Position } from "../../../core/dockerfile/position.ts";

/** A build as a file states it: plain data. Paths are absolute. */
export interface StatedBuild {
	/** Its name in the file: of a service, a target, a job. */
	readonly name: string;
	/** The place where it is stated. */
	readonly from: Position & { readonly path: string };
	/** The Dockerfile; absent for one that is written in the file itself. */
	readonly dockerfile?: string;
	readonly inline?: InlineDockerfile;
	/** The folder that is the build context; absent if only the builder can fetch it. */
	readonly context?: string;
	readonly target?: string;
	readonly args: Readonly<Record<string, string>>;
	/** Named contexts. */
	readonly contexts: Readonly<Record<string, string>>;
	/** The named contexts that are results of other builds, with the keys of those builds in `TaskFile.linked`. */
	readonly links?: Readonly<Record<string, string>>;
	/** Absent if the file names none: they depend on the machine. */
	readonly platforms?: readonly string[];
}

/** A Dockerfile that is written in another file. */
export interface InlineDockerfile {
	readonly text: string;
	/** The offset in that file of each of its lines, or of all of them if they are not verbatim there. */
	readonly lines: readonly number[];
	/** That file, as messages name it, and as an absolute path. */
	readonly path: string;
	readonly file: string;
	/** Its text. */
	readonly outer: string;
}

/** A note about a file that states builds. */
export interface DefinitionNote extends Position {
	readonly path: string;
	readonly message: string;
}

/** What a file states. */
export interface DefinitionReading {
	readonly builds: readonly StatedBuild[];
	/** What could not be read, and why. */
	readonly notes: readonly DefinitionNote[];
}
