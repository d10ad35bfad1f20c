import { chmodSync, lstatSync, mkdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { dirname } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { UserError } from "../config/user-error.ts";
import { reasonOf } from "./read-source.ts";

/** How a file compares with what is to be there. */
export type OutputState = "missing" | "different" | "other-mode" | "same";

/** A file to be made. */
export interface Output {
	readonly bytes: Uint8Array;
	/** Of a new file; one that is there already only has to let everybody do what this one does, but for writing. */
	readonly mode: number;
}

/** Compares a file with what is to be there. Throws UserError, without the file's name, for what no file can take the place of. */
export function compareOutput(file: string, { bytes, mode }: Output): OutputState {
	try {
		const stats = statOutput(file);
		if (stats === undefined) return "missing";
		if (stats.size !== bytes.length || !readFileSync(file).equals(bytes)) return "different";
		return hasMode(stats, mode) ? "same" : "other-mode";
	} catch (error) {
		if (error instanceof UserError) throw error;
		throw new UserError(reasonOfPath(error), { cause: error });
	}
}

/**
 * Makes a file what it is to be, at once: a temporary file beside it, fsync, rename; symbolic links are kept, and a file that is right already
 * is not touched. Folders are made.
 * @returns how it was before. Throws UserError, without the file's name.
 */
export function writeOutput(file: string, output: Output): OutputState {
	const before = compareOutput(file, output);
	try {
		if (before === "other-mode") chmodSync(file, output.mode);
		if (before === "missing") mkdirSync(dirname(file), { recursive: true });
		if (before === "missing" || before === "different") writeFileAtomic.sync(file, Buffer.from(output.bytes), { mode: output.mode });
	} catch (error) {
		throw new UserError(`cannot be written: ${reasonOfPath(error)}`, { cause: error });
	}
	return before;
}

function statOutput(file: string): Stats | undefined {
	const stats = statSync(file, { throwIfNoEntry: false });
	if (stats?.isDirectory()) throw new UserError("is a directory");
	if (stats !== undefined && !stats.isFile()) throw new UserError("is not a regular file");
	if (stats === undefined && lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) throw new UserError("is a link to a file that does not exist");
	return stats;
}

/** Git keeps no more of a mode than this, and an image's user need not be the owner. */
function hasMode({ mode: actual }: Stats, mode: number): boolean {
	const needed = mode & 0o555;
	return process.platform === "win32" || (actual & needed) === needed;
}

function reasonOfPath(error: unknown): string {
	const code = error instanceof Error && "code" in error ? error.code : undefined;
	if (code === "EACCES" || code === "EPERM") return "permission is denied";
	if (code === "EEXIST" || code === "ENOTDIR") return "a part of its path is no folder";
	return reasonOf(error);
}
