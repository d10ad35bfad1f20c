const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;
const WIDE = /[\u3000-\u303e\uff01-\uff60\uffe0-\uffe6\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Emoji_Presentation}]/u;
const ZERO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;

/**
 * Makes a text safe for a terminal, which would obey control characters, and reorder a line by those for bidirectional text.
 * Each code unit stays one code unit, so that columns stay right; tabs are kept.
 */
export function toPrintable(text: string): string {
	return text.replace(CONTROL, (character) => {
		const code = character.charCodeAt(0);
		return code < 0x20 ? String.fromCharCode(0x2400 + code) : "\ufffd";
	});
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
