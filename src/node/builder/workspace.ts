import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { toSourceBytes } from "../../core/dockerfile/source-bytes.ts";
import { UserError } from "../../core/user-error.ts";
import { reasonOf } from "../files/read-source.ts";
import type { WorkspaceFile } from "./delivery.ts";

/** @returns the name of the temporary folder in a dry run, which does not create it */
export function unmadeWorkspace(): string {
	return join(tmpdir(), "pidone-XXXXXX");
}

/**
 * Creates a temporary folder, does some work with it, and removes it, even if the work fails.
 * @param work is passed the folder's absolute path
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

/** Writes files to the folder. Throws UserError. */
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
 * A file that is copied into an image keeps its mode and time, so they must not depend on the umask and the clock. The
 * time is derived from the content, because BuildKit assumes that a file with the same name, size and time is one that
 * it has already received.
 */
function makeReproducible(file: string, bytes: WorkspaceFile["bytes"]): void {
	const time = checksum(Buffer.from(bytes)) >>> 2;
	chmodSync(file, 0o755);
	utimesSync(file, time, time);
}

/** 32-bit FNV-1a: enough to tell versions apart, and Node.js needs ten milliseconds to load its own hashes. */
function checksum(bytes: Uint8Array): number {
	return bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193), 0x811c9dc5) >>> 0;
}
