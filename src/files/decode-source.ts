import { UserError } from "../config/user-error.ts";

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
	const before = bytes.subarray(0, offset);
	const lineStart = before.lastIndexOf(0x0a) + 1;
	const line = before.reduce((count, byte) => count + (byte === 0x0a ? 1 : 0), 1);
	return { line, column: new TextDecoder("utf-8", { ignoreBOM: true }).decode(before.subarray(lineStart)).length + 1 };
}
