import type { Delivery } from "./delivery.ts";

/** What the builder knows about one image, in the terms of a rewrite. */
export interface BuildFacts {
	readonly target?: string;
	readonly buildArgs?: Readonly<Record<string, string>>;
	readonly platforms?: readonly string[];
	/** Named contexts. */
	readonly contexts?: Readonly<Record<string, string>>;
	/** The shell of a shell-form ENTRYPOINT or CMD, where the builder does not look at SHELL. */
	readonly commandShell?: readonly string[];
}

/** A Dockerfile that a builder would read. */
export interface BuildInput {
	/** The target or service of bake or compose, by which others are built on it. */
	readonly name?: string;
	/** As messages name it. */
	readonly path: string;
	/** Absolute; for one that comes in on stdin, or inline, a name in the folder whose config file counts. */
	readonly file: string;
	/** The folder that is the build context, absolute; absent where the builder fetches it, or there is none. */
	readonly context?: string;
	readonly source: string;
	readonly facts: BuildFacts;
}

/** A Dockerfile in the form in which the builder is to get it. */
export interface RewrittenInput {
	readonly input: BuildInput;
	readonly text: string;
	/** Whether it copies the init from the named context that pidone gives to the builder. */
	readonly usesContext: boolean;
}

/** Where a builder's command runs. */
export interface BuilderIo {
	/** The current folder, absolute. */
	readonly cwd: string;
	/** Reads standard input to its end. */
	readonly readStdin: () => Promise<Uint8Array>;
	/** Whether no program may be started: what bake or compose would print comes in on stdin then. */
	readonly isDryRun: boolean;
}

/** What a command builds, and how it is given other Dockerfiles. */
export interface Project {
	/** What is left as it is, and why: a sentence each. */
	readonly notes: readonly string[];
	/**
	 * What the builder has warned of where it was asked, and does not say again when it is given what it has printed:
	 * lines.
	 */
	readonly warnings?: string;
	readonly inputs: readonly BuildInput[];
	/**
	 * The builder's command for other Dockerfiles, one for each input; `folder` is the absolute path of
	 * the temporary folder.
	 */
	readonly deliver: (rewritten: readonly RewrittenInput[], folder: string) => Delivery;
}

/** Whether the builder has to be given something for this one. */
export function isDelivered({ input, text, usesContext }: RewrittenInput): boolean {
	return usesContext || text !== input.source;
}
