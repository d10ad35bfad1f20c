import { execa } from "execa";
import { docker, engineEnv } from "../../helpers/engine.ts";
import type { Build } from "../../helpers/images.ts";
import { nameImage } from "../../helpers/leftovers.ts";
import { type Files, makeFolder } from "./workspace.ts";

/** What an image declares, according to `docker image inspect`. */
export type Config = Readonly<Record<string, unknown>>;

/** What a build needs besides its command line. */
export interface BuildInput {
	/** The contents of the folder that it is started in. */
	readonly files?: Files;
	readonly input?: string | Uint8Array;
	readonly env?: Readonly<Record<string, string>>;
}

/** Runs `docker buildx build`, and returns how it ended. A build that hangs is killed. */
export async function runBuild(
	words: readonly string[],
	{ files = {}, input = "", env = {} }: BuildInput = {},
): Promise<Build> {
	const args = ["buildx", "build", "--progress", "plain", "--network", "none", ...words];
	const run = {
		cwd: makeFolder(files),
		input,
		env: { ...engineEnv, ...env },
		reject: false,
		all: true,
		timeout: 120_000,
	} as const;
	const { exitCode, all } = await execa("docker", args, run);
	return { exitCode, output: all };
}

/** Builds an image, and returns its name. Throws with the builder's output if that fails. */
export async function buildImage(words: readonly string[], input: BuildInput = {}): Promise<string> {
	const image = nameImage();
	const { exitCode, output } = await runBuild(["--tag", image, ...words], input);
	if (exitCode !== 0) throw new Error(`docker buildx build ${words.join(" ")} ended with ${exitCode}:\n${output}`);
	return image;
}

/** Builds an image, and returns what it declares. */
export async function buildConfig(words: readonly string[], input: BuildInput = {}): Promise<Config> {
	return readConfig(await buildImage(words, input));
}

/** What an image declares. */
export async function readConfig(image: string): Promise<Config> {
	return JSON.parse(await docker("image", "inspect", "--format", "{{json .Config}}", image)) as Config;
}
