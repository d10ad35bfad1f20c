import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { UserError } from "../config/user-error.ts";
import { reasonOf } from "../files/read-source.ts";
import type { WorkspaceFile } from "./delivery.ts";

/** What the temporary folder is called where none is made. */
export const SOME_FOLDER: string = join(tmpdir(), "pidone-XXXXXX");

/**
 * Makes a temporary folder, does some work with it, and removes it, whatever the work ends with.
 * @param work gets the folder's absolute path
 */
export async function withWorkspace<T>(work: (folder: string) => Promise<T>): Promise<T> {
	const folder = makeFolder();
	try {
		return await work(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function makeFolder(): string {
	try {
		return realpathSync(mkdtempSync(join(tmpdir(), "pidone-")));
	} catch (error) {
		throw new UserError(`${tmpdir()}: no temporary folder can be made there: ${reasonOf(error)}`, { cause: error });
	}
}

/** Puts files into the folder. Modes and times are always the same, since a builder copies them into images. Throws UserError. */
export function fillWorkspace(folder: string, files: readonly WorkspaceFile[]): void {
	try {
		for (const { path, bytes, isExecutable } of files) {
			const file = join(folder, path);
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, bytes, { mode: 0o600 });
			// The umask has no say in what an image's user may execute.
			if (isExecutable) chmodSync(file, 0o755);
			utimesSync(file, 0, 0);
		}
	} catch (error) {
		throw new UserError(`${folder}: cannot be written: ${reasonOf(error)}`, { cause: error });
	}
}
