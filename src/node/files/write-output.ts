import { lstatSync, readFileSync, type Stats } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../core/user-error.ts";
import { reasonOfWriting } from "./reason-of-writing.ts";
import { changeMode, replaceFile } from "./replace-file.ts";
import { findPlace, type WritePlace } from "./write-place.ts";

/** How a file compares with its intended content. */
export type OutputState = "missing" | "different" | "other-mode" | "same";

/** A file to write. */
export interface Output {
	readonly bytes: Uint8Array;
	/** The mode of a new file; an existing file only needs the same permissions for everybody, except to write. */
	readonly mode: number;
	/** The folder that the user has named, as an absolute path; the file's own unless given. See `findPlace`. */
	readonly within?: string;
}

/**
 * Compares a file with its intended content. Throws UserError, without the file's name, for something that a file
 * cannot replace, and for a link to a place where nothing may be written.
 */
export function compareOutput(file: string, output: Output): OutputState {
	return compareAt(findOutput(file, output), output);
}

/**
 * Writes a file atomically: a temporary file next to it, fsync, rename. Keeps symbolic links, does not touch a file
 * that is up to date, and creates folders.
 * @returns how it was before. Throws UserError, without the file's name.
 */
export function writeOutput(file: string, output: Output): OutputState {
	const place = findOutput(file, output);
	const before = compareAt(place, output);
	try {
		if (before === "other-mode") changeMode(place, output.mode);
		if (before === "missing" || before === "different") replaceFile(place, output.bytes, output.mode);
	} catch (error) {
		throw new UserError(`cannot be written: ${reasonOfWriting(error)}`, { cause: error });
	}
	return before;
}

function findOutput(file: string, { within }: Output): WritePlace {
	try {
		return findPlace(file, within);
	} catch (error) {
		throw toUserError(error);
	}
}

function compareAt({ folder, missing, name }: WritePlace, { bytes, mode }: Output): OutputState {
	if (missing.length > 0) return "missing";
	const file = join(folder, name);
	try {
		const stats = statOutput(file);
		if (stats === undefined) return "missing";
		if (stats.size !== bytes.length || !readFileSync(file).equals(bytes)) return "different";
		return hasMode(stats, mode) ? "same" : "other-mode";
	} catch (error) {
		throw toUserError(error);
	}
}

function statOutput(file: string): Stats | undefined {
	const stats = lstatSync(file, { throwIfNoEntry: false });
	if (stats?.isDirectory()) throw new UserError("is a directory");
	if (stats !== undefined && !stats.isFile()) throw new UserError("is not a regular file");
	return stats;
}

/** Git stores no other mode bits, and a user in the image need not be the owner. */
function hasMode({ mode: actual }: Stats, mode: number): boolean {
	const needed = mode & 0o555;
	return process.platform === "win32" || (actual & needed) === needed;
}

function toUserError(error: unknown): UserError {
	return error instanceof UserError ? error : new UserError(reasonOfWriting(error), { cause: error });
}
