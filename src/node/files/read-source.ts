import { readFileSync, statSync } from "node:fs";
import { decodeSource } from "../../core/dockerfile/decode-source.ts";
import { UserError } from "../../core/user-error.ts";
import { errorCode } from "../error-code.ts";

/** Reads a Dockerfile as text. Throws UserError that says what is wrong with the file, without its name. */
export function readSource(file: string): string {
	return decodeSource(readBytes(file));
}

/** The bytes of a regular file. Throws UserError. */
function readBytes(file: string): Uint8Array {
	try {
		const stats = statSync(file);
		if (stats.isDirectory()) throw new UserError("is a directory, not a Dockerfile");
		if (!stats.isFile())
			throw new UserError("is not a regular file: pass its text on standard input, with - as the path");
		return readFileSync(file);
	} catch (error) {
		if (error instanceof UserError) throw error;
		throw new UserError(reasonOf(error), { cause: error });
	}
}

const REASONS: Readonly<Record<string, string>> = {
	ENOENT: "no such file, or a link to a file that does not exist",
	EACCES: "permission denied",
	EISDIR: "it is a directory",
	ELOOP: "its symbolic links form a loop",
	ENOSPC: "the disk is full",
	EROFS: "the file system is read-only",
	EDQUOT: "the disk quota is used up",
};

/** An error of the file system in words. */
export function reasonOf(error: unknown): string {
	const code = errorCode(error) ?? "";
	return REASONS[code] ?? (error instanceof Error ? withoutCall(error.message) : String(error));
}

/** Node.js says which call failed, and on which path: `EIO: i/o error, read`. */
function withoutCall(message: string): string {
	return message.replace(/^[A-Z0-9]+: ([^,]+), .*$/s, "$1");
}
