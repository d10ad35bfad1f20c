import { execa } from "execa";
import { onTestFinished } from "vitest";
import { docker, engineEnv } from "./engine.ts";

/** What an image runs and declares, as `docker image inspect` prints it. */
export interface ImageConfig {
	readonly Entrypoint?: readonly string[] | null;
	readonly Cmd?: readonly string[] | null;
	readonly User?: string;
}

/** How a build ended, and everything that it printed. */
export interface Build {
	readonly exitCode: number | undefined;
	readonly output: string;
}

/**
 * Builds the context into an image of that name, with the host's network for its RUNs. If the build fails, throws an
 * error with the builder's output.
 */
export async function buildImage(context: string, image: string, ...flags: readonly string[]): Promise<void> {
	const { exitCode, output } = await tryBuild(context, image, ...flags);
	if (exitCode !== 0) throw new Error(`docker buildx build of ${image} ended with ${exitCode}:\n${output}`);
}

/** Builds as `buildImage` does, and returns how the build ended. */
export async function tryBuild(context: string, image: string, ...flags: readonly string[]): Promise<Build> {
	const words = ["buildx", "build", "--progress", "plain", "--network", "host", "--tag", image, ...flags, context];
	const { exitCode, all } = await execa("docker", words, { env: engineEnv, reject: false, all: true });
	return { exitCode, output: all };
}

/** The configuration of an image. */
export async function readConfig(image: string): Promise<ImageConfig> {
	return JSON.parse(await docker("image", "inspect", "--format", "{{json .Config}}", image)) as ImageConfig;
}

/** Removes the image after the test. */
export function removeWhenFinished(image: string): string {
	onTestFinished(async () => removeImages(image));
	return image;
}

/** Removes images that may not exist. */
export async function removeImages(...images: readonly string[]): Promise<void> {
	await execa("docker", ["rmi", "--force", ...images], { env: engineEnv, reject: false });
}
