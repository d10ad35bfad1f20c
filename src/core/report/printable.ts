/**
 * Control characters of terminals (C0 except tab, DEL, C1), characters that reorder or break a line (marks for
 * bidirectional text, line and paragraph separators), and lone surrogates, which are not characters.
 */
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Cs}/gu;

/**
 * Replaces each control character except tabs. Only this function knows which ones these are; each format writes them
 * in its own way.
 */
export function replaceControls(text: string, write: (character: string) => string): string {
	return text.replace(CONTROL, write);
}

/**
 * Makes a text safe for a terminal, which would interpret control characters, and reorder lines with marks for
 * bidirectional text. Each code unit is replaced by one code unit, so that columns stay right; tabs are kept.
 */
export function toPrintable(text: string): string {
	return replaceControls(text, toSymbol);
}

/** The same for a text of several lines. Line ends, including CR LF, are kept. */
export function toPrintableLines(text: string, write: (character: string) => string = toSymbol): string {
	return text.replace(/[^\n]+/g, (line) =>
		line.endsWith("\r") ? `${replaceControls(line.slice(0, -1), write)}\r` : replaceControls(line, write),
	);
}

/** The same for a patch. A byte that is not UTF-8 is kept, unless a terminal without UTF-8 would interpret it. */
export function toPrintablePatch(text: string): string {
	return toPrintableLines(text, (character) => (/[\udca0-\udcff]/.test(character) ? character : toSymbol(character)));
}

/**
 * A value as JSON that is safe for a terminal: `JSON.stringify` does not escape DEL, C1 and marks for bidirectional
 * text.
 * @param indent as for `JSON.stringify`; 0 for a single line
 */
export function toPrintableJson(value: unknown, indent = 2): string {
	const text = JSON.stringify(value, toWellFormed, indent);
	return replaceControls(text, (character) =>
		character === "\n" ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
}

function toSymbol(character: string): string {
	const code = character.charCodeAt(0);
	return code < 0x20 ? String.fromCharCode(0x2400 + code) : "\ufffd";
}

/**
 * Bytes of a Dockerfile that are not UTF-8 become U+FFFD: JSON cannot represent them, and many readers reject escapes
 * for half of a surrogate pair.
 */
function toWellFormed(_key: string, value: unknown): unknown {
	return typeof value === "string" ? replaceWrongBytes(value) : value;
}

/** A text as it is after it has been written as JSON and read again. */
export function replaceWrongBytes(text: string): string {
	return text.replace(/\p{Cs}/gu, "\ufffd");
}

/** Makes a text safe for a terminal, and puts it on one line. */
export function toOneLine(text: string): string {
	return toPrintable(text.replace(/\s*[\r\n]\s*/g, " ").trim());
}
