import { type BuildInput, runBuild } from "./build.ts";

/** How a build ended, and what it printed about that. */
export interface Ending {
	readonly exitCode: number | undefined;
	/** The lines of the Dockerfile that BuildKit shows, and its last message, without the progress. */
	readonly message: string;
	readonly output: string;
}

/**
 * Builds with BuildKit's own frontend, and then with ours. If two identical steps run at the same time, BuildKit runs
 * only one, and the error of the other has no line.
 */
export async function endBoth(
	frontend: string,
	words: readonly string[],
	input: BuildInput = {},
): Promise<{ readonly stock: Ending; readonly ours: Ending }> {
	const stock = await endBuild(words, input);
	const ours = await endBuild(["--build-arg", `BUILDKIT_SYNTAX=${frontend}`, ...words], input);
	return { stock, ours };
}

/** Builds, and returns how the build ended. */
export async function endBuild(words: readonly string[], input: BuildInput): Promise<Ending> {
	const { exitCode, output } = await runBuild(words, input);
	// Two calls of the client end with the same error, and it reports the one that ends first. A reference is different
	// each time.
	const told = output.replace("failed to run Build function:", "failed to solve:").replace(/of ref \S+/g, "of ref");
	const excerpt = /^\S+:\d+\n-{20}\n(?:.*\n)*/m.exec(told);
	const error = told.lastIndexOf("\nERROR: ");
	return {
		exitCode,
		output,
		message: excerpt?.[0] ? told.slice(excerpt.index) : error === -1 ? "" : told.slice(error + 1),
	};
}
