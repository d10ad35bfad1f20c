import type { Position } from "../../../core/dockerfile/position.ts";

/** A build as a file states it: plain data. Paths are absolute. */
export interface StatedBuild {
	/** What the file calls it: a service, a target, a job. */
	readonly name: string;
	/** Where it is stated. */
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
	/** The named contexts that are results of other builds, and the keys of these in `TaskFile.linked`. */
	readonly links?: Readonly<Record<string, string>>;
	/** Absent if the file does not say it: it depends on the machine then. */
	readonly platforms?: readonly string[];
}

/** A Dockerfile that is written in another file. */
export interface InlineDockerfile {
	readonly text: string;
	/** Where its lines begin in that file, as offsets; one for all where they cannot be told apart. */
	readonly lines: readonly number[];
	/** That file, as messages name it, and as an absolute path. */
	readonly path: string;
	readonly file: string;
	/** Its text. */
	readonly outer: string;
}

/** Something to know about a file that states builds. */
export interface DefinitionNote extends Position {
	readonly path: string;
	readonly message: string;
}

/** What a file states. */
export interface DefinitionReading {
	readonly builds: readonly StatedBuild[];
	/** What could not be read of it, and why. */
	readonly notes: readonly DefinitionNote[];
}
