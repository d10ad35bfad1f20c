import { copyFileSync, cpSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { cliFile, initFolder } from "../../../cli/built-cli.ts";
import { engineEnv } from "../../helpers/engine.ts";
import { removeImageAtEnd } from "../../helpers/leftovers.ts";
import { needImage } from "../../helpers/need-image.ts";
import { makeFolder } from "./workspace.ts";

const root = join(import.meta.dirname, "../../../..");

/**
 * Builds the frontend's image from the Dockerfile of this repository with additional flags. The files that the
 * Dockerfile would build with npm have already been built.
 * @returns the name of the image, which is removed when the tests of the file have ended
 */
export async function buildFrontend(...flags: readonly string[]): Promise<string> {
	await needImage("debian:trixie-slim");
	const image = removeImageAtEnd(`pidone-e2e-frontend/dockerfile:${process.pid}`);
	const words = [
		"--quiet",
		"--network",
		"host",
		"--build-context",
		`frontend-files=${layOutFiles()}`,
		"--target",
		"frontend",
		...flags,
	];
	await execa("docker", ["buildx", "build", ...words, "--tag", image, root], { env: engineEnv });
	return image;
}

/** Builds the frontend's image in the same way, and returns a folder with its files. */
export async function exportFrontend(...flags: readonly string[]): Promise<string> {
	const folder = makeFolder({});
	await buildFrontend(...flags, "--output", `type=local,dest=${folder}`);
	return folder;
}

/** A folder with the contents of the stage `frontend-files`. */
function layOutFiles(): string {
	const folder = makeFolder({});
	cpSync(join(dirname(cliFile), "frontend"), folder, { recursive: true });
	for (const name of readdirSync(initFolder).filter((file) => file.startsWith("pidone-linux-")))
		copyFileSync(join(initFolder, name), join(folder, name));
	return folder;
}
