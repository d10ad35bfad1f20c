// A Dockerfile need not be UTF-8: BuildKit reads bytes, and passes them on unchanged. In our text, each byte that is
// not part of a UTF-8 character becomes a lone surrogate, U+DC80 to U+DCFF, which UTF-8 cannot encode. When the text is
// written, it becomes that byte again.

const ESCAPE = 0xdc00;
const ESCAPED = /[\udc80-\udcff]+/gu;

/** The text of bytes. A byte order mark stays. */
export function fromSourceBytes(bytes: Uint8Array): string {
	const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
	try {
		return decoder.decode(bytes);
	} catch {
		return decodePieces(bytes, decoder);
	}
}

/** The bytes of a text. */
export function toSourceBytes(text: string): Uint8Array {
	const encoder = new TextEncoder();
	const bytes = encoder.encode(text);
	if (!hasWrongByte(text)) return bytes;
	let length = 0;
	let at = 0;
	const add = (piece: Uint8Array | number[]): void => {
		bytes.set(piece, length);
		length += piece.length;
	};
	for (const { 0: run, index } of text.matchAll(ESCAPED)) {
		add(encoder.encode(text.slice(at, index)));
		add(Array.from(run, (character) => character.charCodeAt(0) - ESCAPE));
		at = index + run.length;
	}
	add(encoder.encode(text.slice(at)));
	// TextEncoder needs three bytes for each of them, so there is always enough room.
	return bytes.slice(0, length);
}

/** The length of a text in bytes, without functions that an engine may lack. */
export function countSourceBytes(text: string): number {
	let count = 0;
	for (const character of text) {
		const code = character.codePointAt(0) ?? 0;
		const isByte = code < 0x80 || (code >= 0xdc80 && code <= 0xdcff);
		count += isByte ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
	}
	return count;
}

/** The index of the first byte of a text that is not UTF-8, or -1. */
export function findWrongByte(text: string): number {
	return text.search(/[\udc80-\udcff]/u);
}

/** Whether a text holds a byte that is not UTF-8. */
export function hasWrongByte(text: string): boolean {
	return findWrongByte(text) !== -1;
}

function decodePieces(bytes: Uint8Array, decoder: { readonly decode: (bytes: Uint8Array) => string }): string {
	let text = "";
	let start = 0;
	for (let at = 0; at < bytes.length; ) {
		const length = characterLength(bytes, at);
		if (length === 0) {
			if (at > start) text += decoder.decode(bytes.subarray(start, at));
			text += String.fromCharCode(ESCAPE + (bytes[at] ?? 0));
			start = at + 1;
		}
		at += Math.max(length, 1);
	}
	return text + decoder.decode(bytes.subarray(start));
}

/**
 * The forms of a character of several bytes: its length, and the ranges of its first and its second byte (The Unicode
 * Standard, table 3-7).
 */
const FORMS: readonly (readonly [length: number, first: number, last: number, low: number, high: number])[] = [
	[2, 0xc2, 0xdf, 0x80, 0xbf],
	[3, 0xe0, 0xe0, 0xa0, 0xbf],
	[3, 0xe1, 0xec, 0x80, 0xbf],
	[3, 0xed, 0xed, 0x80, 0x9f],
	[3, 0xee, 0xef, 0x80, 0xbf],
	[4, 0xf0, 0xf0, 0x90, 0xbf],
	[4, 0xf1, 0xf3, 0x80, 0xbf],
	[4, 0xf4, 0xf4, 0x80, 0x8f],
];

/** The bytes of the character at an index; 0 when there is none. */
function characterLength(bytes: Uint8Array, at: number): number {
	const [lead = 0, second = 0, third = 0x80, fourth = 0x80] = bytes.subarray(at, at + 4);
	if (lead < 0x80) return 1;
	const [length = 0, , , low = 0, high = 0] = FORMS.find(([, first, last]) => lead >= first && lead <= last) ?? [];
	const isWhole = at + length <= bytes.length && second >= low && second <= high;
	return isWhole && (length < 3 || isTail(third)) && (length < 4 || isTail(fourth)) ? length : 0;
}

function isTail(byte: number): boolean {
	return byte >= 0x80 && byte <= 0xbf;
}
