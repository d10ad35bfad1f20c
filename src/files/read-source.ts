import { readFileSync, statSync } from "node:fs";
import { UserError } from "../config/user-error.ts";

/** Reads a Dockerfile as text. Throws UserError that says what is wrong with the file, without its name. */
export function readSource(file: string): string {
	return decodeSource(readBytes(file));
}

/** The bytes of a regular file. Throws UserError. */
function readBytes(file: string): Uint8Array {
	try {
		const stats = statSync(file);
		if (stats.isDirectory()) throw new UserError("is a directory, not a Dockerfile");
		if (!stats.isFile()) throw new UserError("is not a regular file: give its text to pidone with - on stdin");
		return readFileSync(file);
	} catch (error) {
		if (error instanceof UserError) throw error;
		throw new UserError(reasonOf(error), { cause: error });
	}
}

const REASONS: Readonly<Record<string, string>> = {
	ENOENT: "there is no such file, or it is a link to one that does not exist",
	EACCES: "permission to read it is denied",
	ELOOP: "its symbolic links go round in a circle",
	ENOSPC: "the disk is full",
	EROFS: "the file system is read-only",
	EDQUOT: "the disk quota is used up",
};

/** An error of the file system in words. */
export function reasonOf(error: unknown): string {
	const code = error instanceof Error && "code" in error ? String(error.code) : "";
	return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}

/** Decodes UTF-8; a byte order mark stays. Throws UserError with line and column for anything else. */
export function decodeSource(bytes: Uint8Array): string {
	if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
		throw new UserError("is UTF-16, which BuildKit cannot read: convert it to UTF-8", { position: { line: 1, column: 1 } });
	}
	const nul = bytes.indexOf(0);
	if (nul !== -1) throw new UserError("has a NUL byte: this is no text file", { position: placeOf(bytes, nul) });
	try {
		return decoder().decode(bytes);
	} catch (error) {
		throw new UserError("is not UTF-8: convert the file, or remove the byte", { cause: error, position: placeOf(bytes, firstWrongByte(bytes)) });
	}
}

function decoder(): InstanceType<typeof TextDecoder> {
	return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
}

/** The offset of the first byte that is not UTF-8, found by halving. */
function firstWrongByte(bytes: Uint8Array): number {
	let good = 0;
	let bad = bytes.length;
	while (bad - good > 1) {
		const middle = (good + bad) >> 1;
		if (isUtf8Start(bytes.subarray(0, middle))) good = middle;
		else bad = middle;
	}
	// What the halving found may still begin a character that the next byte does not continue.
	let start = good;
	while (start > 0 && !isUtf8(bytes.subarray(0, start))) start--;
	return start;
}

function isUtf8(bytes: Uint8Array): boolean {
	try {
		decoder().decode(bytes);
		return true;
	} catch {
		return false;
	}
}

/** Whether bytes are UTF-8, the last character perhaps cut. */
function isUtf8Start(bytes: Uint8Array): boolean {
	try {
		decoder().decode(bytes, { stream: true });
		return true;
	} catch {
		return false;
	}
}

function placeOf(bytes: Uint8Array, offset: number): { line: number; column: number } {
	const before = Buffer.from(bytes.buffer, bytes.byteOffset, offset);
	const lineStart = before.lastIndexOf(0x0a) + 1;
	const line = before.reduce((count, byte) => count + (byte === 0x0a ? 1 : 0), 1);
	return { line, column: before.subarray(lineStart).toString("utf8").length + 1 };
}
