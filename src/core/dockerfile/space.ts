// BuildKit is written in Go, whose white space (unicode.IsSpace) is not JavaScript's: U+0085 counts, U+FEFF does not.

const SPACE = "\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const SPACE_CHARACTER = new RegExp(`^[${SPACE}]$`);

/** Whether one character is white space to Go's `unicode.IsSpace`. */
export function isSpace(character: string): boolean {
	return isSpaceAt(character, 0);
}

function isSpaceAt(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
	return SPACE_CHARACTER.test(text.charAt(at));
}

/** The first index at or after `from` that is not white space, or `to`. */
export function skipSpace(text: string, from: number, to: number = text.length): number {
	let at = from;
	while (at < to && isSpaceAt(text, at)) at++;
	return at;
}

/** The index after the last character before `to` that is not white space, at least `from`. */
export function trimEnd(text: string, from: number, to: number = text.length): number {
	let at = to;
	while (at > from && isSpaceAt(text, at - 1)) at--;
	return at;
}
