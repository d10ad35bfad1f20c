import { UserError } from "../user-error.ts";
import { positionAt } from "./position.ts";
import { findWrongByte, fromSourceBytes } from "./source-bytes.ts";

/**
 * Decodes the text of a Dockerfile. Keeps a byte order mark, and bytes that are not UTF-8. Throws UserError, with line
 * and column, for a file that is not text.
 */
export function decodeSource(bytes: Uint8Array): string {
	if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
		throw new UserError("is UTF-16, which BuildKit cannot read: convert it to UTF-8", {
			position: { line: 1, column: 1 },
		});
	}
	const text = fromSourceBytes(bytes);
	const nul = text.indexOf("\0");
	if (nul !== -1) throw new UserError("has a NUL byte: it is not a text file", { position: positionAt(text, nul) });
	return text;
}

/** Decodes the text of a program. Throws UserError, with line and column, for bytes that are not UTF-8. */
export function decodeProgram(bytes: Uint8Array): string {
	const text = decodeSource(bytes);
	const wrong = findWrongByte(text);
	if (wrong !== -1)
		throw new UserError("is not UTF-8: convert the file, or remove the byte", { position: positionAt(text, wrong) });
	return text;
}
