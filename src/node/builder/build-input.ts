import type { Delivery } from "./delivery.ts";

/** What the builder knows about one image, as rewrite options. */
export interface BuildFacts {
	readonly target?: string;
	readonly buildArgs?: Readonly<Record<string, string>>;
	readonly platforms?: readonly string[];
	/** Named contexts. */
	readonly contexts?: Readonly<Record<string, string>>;
	/** The shell of a shell-form ENTRYPOINT or CMD, if the builder ignores SHELL. */
	readonly commandShell?: readonly string[];
}

/** A Dockerfile that a builder would read. */
export interface BuildInput {
	/** The name of the target or service of bake or compose, by which others refer to it. */
	readonly name?: string;
	/** As messages name it. */
	readonly path: string;
	/** Absolute; for one from stdin, or inline, a name in the folder whose config file applies. */
	readonly file: string;
	/** The build context, absolute; absent if the builder fetches it, or there is none. */
	readonly context?: string;
	readonly source: string;
	readonly facts: BuildFacts;
}

/** A Dockerfile as the builder gets it. */
export interface RewrittenInput {
	readonly input: BuildInput;
	readonly text: string;
	/** Whether it copies the init from the named context that pidone passes to the builder. */
	readonly usesContext: boolean;
}

/** Where a builder's command runs. */
export interface BuilderIo {
	/** The current folder, absolute. */
	readonly cwd: string;
	/** Reads standard input to its end. */
	readonly readStdin: () => Promise<Uint8Array>;
	/** Whether starting programs is forbidden: the output of bake or compose comes from stdin then. */
	readonly isDryRun: boolean;
}

/** What a command builds, and how to run it with other Dockerfiles. */
export interface Project {
	/** What is not rewritten, and why: one sentence each. */
	readonly notes: readonly string[];
	/** The lines in which the builder warned when it was asked: it does not repeat them for what it has printed. */
	readonly warnings?: string;
	readonly inputs: readonly BuildInput[];
	/**
	 * The builder's command for other Dockerfiles, one for each input; `folder` is the absolute path of the temporary
	 * folder.
	 */
	readonly deliver: (rewritten: readonly RewrittenInput[], folder: string) => Delivery;
}

/** Whether the builder needs another Dockerfile or the init for this one. */
export function isDelivered({ input, text, usesContext }: RewrittenInput): boolean {
	return usesContext || text !== input.source;
}
