import { cpSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { cliFile, initFolder } from "../../../cli/built-cli.ts";
import { engineEnv } from "../../helpers/engine.ts";
import { removeImageAtEnd } from "../../helpers/leftovers.ts";
import { needImage } from "../../helpers/need-image.ts";
import { makeFolder } from "./workspace.ts";

const root = join(import.meta.dirname, "../../../..");

/**
 * Builds the frontend's image from the Dockerfile of this repository with more flags, but for what it would build with npm: that is built already. The Node.js is the
 * one of the engine's node:22-slim.
 * @returns the name of the image, which is removed when the tests of the file have ended
 */
export async function buildFrontend(...flags: readonly string[]): Promise<string> {
	if (!flags.some((flag) => flag.startsWith("runtime="))) await needImage("node:22-slim");
	const image = removeImageAtEnd(`pidone-e2e-frontend/dockerfile:${process.pid}`);
	const words = ["--quiet", "--network", "host", "--build-context", `frontend-files=${await layOutFiles()}`, "--target", "frontend", ...flags];
	await execa("docker", ["buildx", "build", ...words, "--tag", image, root], { env: engineEnv });
	return image;
}

/** A folder with what the stage `frontend-files` holds. */
async function layOutFiles(): Promise<string> {
	const folder = makeFolder({});
	const files = join(folder, "files");
	cpSync(join(dirname(cliFile), "frontend"), join(files, "dist/frontend"), { recursive: true });
	const name = (architecture: string) => `pidone-linux-${architecture}`;
	for (const architecture of ["amd64", "arm64"]) cpSync(join(initFolder, name(architecture)), join(files, "dist/init", name(architecture)));
	mkdirSync(join(files, "sbin"));
	cpSync(join(initFolder, name(process.arch === "arm64" ? "arm64" : "amd64")), join(files, "sbin/pidone"));
	await execa(process.execPath, ["--random-seed=1", join(files, "dist/frontend/start.cjs"), "--cache"]);
	return folder;
}
