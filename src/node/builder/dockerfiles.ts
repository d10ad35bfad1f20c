import { readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { formatPlace } from "../../core/dockerfile/position.ts";
import { UserError } from "../../core/user-error.ts";
import { readSource } from "../files/read-source.ts";
import type { WorkspaceFile } from "./delivery.ts";

/**
 * The subfolder of the temporary folder for Dockerfiles. It keeps them apart from pidone's own files there, because
 * Dockerfiles and services may have any name.
 */
const FILES_FOLDER = "files";

/** Reads a Dockerfile. Throws UserError with the path as the user knows it. */
export function readDockerfile(path: string, file: string): string {
	try {
		return readSource(file);
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		throw new UserError(`${formatPlace(path, error.position)}: ${error.message}`, { cause: error });
	}
}

/**
 * The replacement of a Dockerfile in another folder, under the same name, with the ignore file that belongs to that
 * Dockerfile.
 * @param file the Dockerfile's absolute path
 * @param name of the image, where there are several, each with a folder of its own
 */
export function standIn(file: string, text: string, name = ""): WorkspaceFile[] {
	const place = (path: string): string => join(FILES_FOLDER, name, path);
	const ignoreFiles = [`${file}.dockerignore`, `${file}.containerignore`].filter((path) =>
		statSync(path, { throwIfNoEntry: false })?.isFile(),
	);
	return [
		{ path: place(basename(file)), bytes: text },
		...ignoreFiles.map((path) => ({ path: place(basename(path)), bytes: readFileSync(path) })),
	];
}
