/**
 * What a terminal would obey (C0 without tabs, DEL, C1), what reorders or breaks a line (marks for bidirectional text,
 * line and paragraph separators), and lone surrogates, which are not characters.
 */
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Cs}/gu;
const WIDE =
	/[\u3000-\u303e\uff01-\uff60\uffe0-\uffe6\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Emoji_Presentation}]/u;
const ZERO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;

/**
 * Replaces each control character, tabs aside: the one place that knows which these are. Each format has its own way to
 * write them.
 */
export function replaceControls(text: string, write: (character: string) => string): string {
	return text.replace(CONTROL, write);
}

/**
 * Makes a text safe for a terminal, which would obey control characters, and reorder a line by those for bidirectional
 * text. Each code unit stays one code unit, so that columns stay right; tabs are kept.
 */
export function toPrintable(text: string): string {
	return replaceControls(text, toSymbol);
}

/** The same for a text of several lines: line ends, CR LF too, are kept. */
export function toPrintableLines(text: string, write: (character: string) => string = toSymbol): string {
	return text.replace(/[^\n]+/g, (line) =>
		line.endsWith("\r") ? `${replaceControls(line.slice(0, -1), write)}\r` : replaceControls(line, write),
	);
}

/** The same for a patch: a byte that is not UTF-8 stays, unless a terminal that knows no UTF-8 would obey it. */
export function toPrintablePatch(text: string): string {
	return toPrintableLines(text, (character) => (/[\udca0-\udcff]/.test(character) ? character : toSymbol(character)));
}

/**
 * A value as JSON that is safe for a terminal: `JSON.stringify` leaves DEL, C1 and the marks for bidirectional text as
 * they are.
 * @param indent as `JSON.stringify` has it; 0 is one line
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
 * Bytes of a Dockerfile that are not UTF-8 become U+FFFD: JSON cannot hold them, and many readers refuse escapes for
 * half of a pair.
 */
function toWellFormed(_key: string, value: unknown): unknown {
	return typeof value === "string" ? replaceWrongBytes(value) : value;
}

/** A text as it is after it was written as JSON and read again. */
export function replaceWrongBytes(text: string): string {
	return text.replace(/\p{Cs}/gu, "\ufffd");
}

/** Makes a text safe for a terminal and brings it onto one line. */
export function toOneLine(text: string): string {
	return toPrintable(text.replace(/\s*[\r\n]\s*/g, " ").trim());
}

/** How many columns of a terminal a character takes, nearly: terminals differ on emoji made of several code points. */
export function widthOf(character: string): number {
	if (character < "\u0300") return 1;
	if (ZERO_WIDTH.test(character)) return 0;
	return WIDE.test(character) ? 2 : 1;
}
