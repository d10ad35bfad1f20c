import { type BuildInput, runBuild } from "./build.ts";

/** How a build ended, and what it said of that. */
export interface Ending {
	readonly exitCode: number | undefined;
	/** The lines of the Dockerfile that BuildKit shows, and its last message; without the progress. */
	readonly message: string;
	readonly output: string;
}

/**
 * Builds with BuildKit's own frontend, and then with ours: of two equal steps at once BuildKit runs one, and the
 * other's error has no line.
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

/** Builds, and tells how it ended. */
export async function endBuild(words: readonly string[], input: BuildInput): Promise<Ending> {
	const { exitCode, output } = await runBuild(words, input);
	// Two calls of the client end with the same error: the first one to end is the one that it reports. A reference is
	// another one each time.
	const told = output.replace("failed to run Build function:", "failed to solve:").replace(/of ref \S+/g, "of ref");
	const excerpt = /^\S+:\d+\n-{20}\n(?:.*\n)*/m.exec(told);
	const error = told.lastIndexOf("\nERROR: ");
	return {
		exitCode,
		output,
		message: excerpt?.[0] ? told.slice(excerpt.index) : error === -1 ? "" : told.slice(error + 1),
	};
}
