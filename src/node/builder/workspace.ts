import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { toSourceBytes } from "../../core/dockerfile/source-bytes.ts";
import { UserError } from "../../core/user-error.ts";
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
		throw new UserError(`${tmpdir()}: cannot create a temporary directory there: ${reasonOf(error)}`, { cause: error });
	}
}

/** Puts files into the folder. Throws UserError. */
export function fillWorkspace(folder: string, files: readonly WorkspaceFile[]): void {
	try {
		for (const { path, bytes, isExecutable } of files) {
			const file = join(folder, path);
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, typeof bytes === "string" ? toSourceBytes(bytes) : bytes, { mode: 0o600 });
			if (isExecutable) makeReproducible(file, bytes);
		}
	} catch (error) {
		throw new UserError(`${folder}: cannot be written: ${reasonOf(error)}`, { cause: error });
	}
}

/**
 * What is copied into an image has the mode and the time of its source: they are always the same, whatever the umask
 * and the clock say. The time is made of the content, because BuildKit takes a file of the same name, size and time for
 * one that it has been sent before.
 */
function makeReproducible(file: string, bytes: WorkspaceFile["bytes"]): void {
	const time = checksum(Buffer.from(bytes)) >>> 2;
	chmodSync(file, 0o755);
	utimesSync(file, time, time);
}

/** FNV-1a, 32 bits: it tells one version from another, and Node.js takes ten milliseconds to load its hashes. */
function checksum(bytes: Uint8Array): number {
	return bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193), 0x811c9dc5) >>> 0;
}
