import { isSpace, skipSpace } from "./space.ts";

/** What takes more than blanks to split: quotes, escape characters, and the white space that is not ASCII. */
const SPECIAL = /["'\\`]|[^\0-\x7f]/;
const BLANKS = /[\t\n\v\f\r ]+/;

/**
 * Splits the text of an ENV, ARG or LABEL into words at white space outside quotes. Quotes and escapes stay as they are
 * written.
 */
export function splitWords(text: string, escape: string): readonly string[] {
	if (!SPECIAL.test(text)) return text.split(BLANKS).filter((word) => word !== "");
	const words: string[] = [];
	let at = skipSpace(text, 0);
	while (at < text.length) {
		const { word, end } = readWord(text, at, escape);
		if (word !== "") words.push(word);
		at = skipSpace(text, end);
	}
	return words;
}

function readWord(text: string, start: number, escape: string): { word: string; end: number } {
	let quote = "";
	let at = start;
	for (; at < text.length; at++) {
		const character = text.charAt(at);
		if (quote === "" && isSpace(character)) break;
		if (character === escape && quote !== "'") {
			at++;
			// An escape character at the very end means nothing.
			if (at === text.length) return { word: text.slice(start, at - 1), end: at };
		} else if (character === "'" || character === '"') quote = nextQuote(quote, character);
	}
	return { word: text.slice(start, at), end: at };
}

/** The quote that is open after a quote; empty outside of quotes. */
function nextQuote(open: string, quote: string): string {
	if (open === quote) return "";
	return open === "" ? quote : open;
}

/** `NAME=value` split at the first `=`; without one there is no value. */
export function splitAssignment(word: string): { readonly name: string; readonly value?: string } {
	const equals = word.indexOf("=");
	return equals === -1 ? { name: word } : { name: word.slice(0, equals), value: word.slice(equals + 1) };
}
