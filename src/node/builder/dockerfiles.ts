import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { UserError } from "../../core/user-error.ts";
import { readSource } from "../files/read-source.ts";
import type { WorkspaceFile } from "./delivery.ts";

/** Reads a Dockerfile. Throws UserError with the path as the user knows it. */
export function readDockerfile(path: string, file: string): string {
	try {
		return readSource(file);
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		const place = error.position === undefined ? path : `${path}:${error.position.line}:${error.position.column}`;
		throw new UserError(`${place}: ${error.message}`, { cause: error });
	}
}

/**
 * The replacement of a Dockerfile in another folder, under the same name, with the ignore file that belongs to that
 * Dockerfile.
 * @param file the Dockerfile's absolute path
 * @param folder in the temporary folder; empty for itself
 */
export function standIn(file: string, text: string, folder = ""): WorkspaceFile[] {
	const place = (name: string): string => (folder === "" ? name : `${folder}/${name}`);
	const ignoreFiles = [`${file}.dockerignore`, `${file}.containerignore`].filter((path) => existsSync(path));
	return [
		{ path: place(basename(file)), bytes: text },
		...ignoreFiles.map((path) => ({ path: place(basename(path)), bytes: readFileSync(path) })),
	];
}
