const WIDE =
	/[\u3000-\u303e\uff01-\uff60\uffe0-\uffe6\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Emoji_Presentation}]/u;
const ZERO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;

/**
 * The approximate width of a character in a terminal's columns: terminals disagree on emoji made of several code
 * points.
 */
export function widthOf(character: string): number {
	if (character < "\u0300") return 1;
	if (ZERO_WIDTH.test(character)) return 0;
	return WIDE.test(character) ? 2 : 1;
}
