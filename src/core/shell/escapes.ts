// What a backslash and the characters after it stand for where a shell or one of its builtins takes a text apart.

const CHARACTERS: Readonly<Record<string, string>> = {
	a: "\u0007",
	b: "\b",
	e: "\u001b",
	E: "\u001b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "\t",
	v: "\v",
	"\\": "\\",
};
const CODES = "x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})";
const IN_FORMAT = new RegExp(String.raw`\\(?:([abeEfnrtv\\])|([0-7]{1,3})|${CODES})`, "g");
const IN_QUOTES = new RegExp(String.raw`\\(?:([abeEfnrtv\\'"?])|([0-7]{1,3})|${CODES})`, "g");
const IN_WORD = new RegExp(String.raw`\\(?:([abeEfnrtv\\])|(0[0-7]{0,3})|${CODES})`, "g");

/** Decodes the format of `printf`. */
export function decodeFormat(text: string): string {
	return text.replace(IN_FORMAT, decode);
}

/** Decodes a word of `echo`, or of `%b` of `printf`, in which octal numbers begin with a zero. */
export function decodeWord(text: string): string {
	return text.replace(IN_WORD, decode);
}

/** Decodes what stands between the quotes of `$'…'`. */
export function decodeQuoted(text: string): string {
	return text.replace(IN_QUOTES, decode);
}

function decode(_: string, character?: string, octal?: string, hex?: string, unicode?: string): string {
	if (character !== undefined) return CHARACTERS[character] ?? character;
	const code = octal === undefined ? Number.parseInt(hex ?? unicode ?? "0", 16) : Number.parseInt(octal, 8) & 0xff;
	return String.fromCharCode(code);
}
