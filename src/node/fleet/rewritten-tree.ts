/** What became of the Dockerfiles of a working tree. */
export interface RewrittenTree {
	/** The Dockerfiles that were changed, by their paths in the tree. */
	readonly files: readonly RewrittenFile[];
	/** Files that were added for them, such as the init's binaries, by their paths in the tree. */
	readonly added: readonly string[];
	/** Why the others were not changed, in a line. */
	readonly rest: string;
	/** Dockerfiles that could not be dealt with, a line for each. */
	readonly errors: readonly string[];
	/** What the tree has to be, and is not, a line for each: nothing of it may leave this machine. */
	readonly doubts: readonly string[];
}

/** A Dockerfile that was changed. */
export interface RewrittenFile {
	readonly path: string;
	readonly diff: string;
	/** What its stages run, before and after, as text. */
	readonly explanation: string;
}

/** Rewrites and verifies the Dockerfiles of a working tree. */
export type RewriteTree = (folder: string) => Promise<RewrittenTree>;
