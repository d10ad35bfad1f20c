import { memoized } from "../memo.ts";
import { isSpace, skipSpace } from "./space.ts";

/** Characters that make splitting at blanks wrong: quotes, escape characters, and white space that is not ASCII. */
const SPECIAL = /["'\\`]|[^\0-\x7f]/;
const PLAIN_WORD = /[^\t\n\v\f\r ]+/g;
/** Characters that neither end a word nor change how the next ones are read. */
const PLAIN = /[^\0- "'\\`\x7f-\uffff]+/y;

/**
 * Splits the text of an ENV, ARG or LABEL into words at white space outside quotes. Quotes and escapes stay as they are
 * written.
 */
export function splitWords(text: string, escape: string): readonly string[] {
	return escape === "`" ? splitWithBackquote(text) : splitWithBackslash(text);
}

const splitWithBackslash = memoized((text) => split(text, "\\"));
const splitWithBackquote = memoized((text) => split(text, "`"));

function split(text: string, escape: string): readonly string[] {
	if (!SPECIAL.test(text)) return text.match(PLAIN_WORD) ?? [];
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
	let at = skipPlain(text, start);
	for (; at < text.length; at = skipPlain(text, at + 1)) {
		const character = text.charAt(at);
		if (quote === "" && isSpace(character)) break;
		if (character === escape && quote !== "'") {
			at++;
			// An escape character at the very end has no effect.
			if (at === text.length) return { word: text.slice(start, at - 1), end: at };
		} else if (character === "'" || character === '"') quote = nextQuote(quote, character);
	}
	return { word: text.slice(start, at), end: at };
}

function skipPlain(text: string, from: number): number {
	PLAIN.lastIndex = from;
	return PLAIN.test(text) ? PLAIN.lastIndex : from;
}

/** The open quote after a quote character; empty outside of quotes. */
function nextQuote(open: string, quote: string): string {
	if (open === quote) return "";
	return open === "" ? quote : open;
}

/** `NAME=value` split at the first `=`; the value is undefined without one. */
export function splitAssignment(word: string): { readonly name: string; readonly value?: string } {
	const equals = word.indexOf("=");
	return equals === -1 ? { name: word } : { name: word.slice(0, equals), value: word.slice(equals + 1) };
}
