/** The outcome for the Dockerfiles of a working tree. */
export interface RewrittenTree {
	/** The Dockerfiles that were changed, by their paths in the tree. */
	readonly files: readonly RewrittenFile[];
	/** Files that were added for them, such as the init's binaries, by their paths in the tree. */
	readonly added: readonly string[];
	/** Why the others were not changed, in a line. */
	readonly rest: string;
	/** Dockerfiles that could not be processed, one line each. */
	readonly errors: readonly string[];
	/** Failed verifications, one line each. If there are any, nothing of the tree may be pushed. */
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
