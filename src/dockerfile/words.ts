import { isSpace } from "./space.ts";

/** Splits the text of an ENV, ARG or LABEL into words at white space outside quotes. Quotes and escapes stay as they are written. */
export function splitWords(text: string, escape: string): string[] {
	const words: string[] = [];
	let word = "";
	let hasWord = false;
	let quote = "";
	for (let at = 0; at < text.length; at++) {
		const character = text.charAt(at);
		if (quote === "" && isSpace(character)) {
			if (hasWord) words.push(word);
			word = "";
			hasWord = false;
			continue;
		}
		if (character === escape && quote !== "'") {
			if (at + 1 === text.length) break;
			word += character + text.charAt(++at);
		} else {
			if (quote === character) quote = "";
			else if (quote === "" && (character === "'" || character === '"')) quote = character;
			word += character;
		}
		hasWord = true;
	}
	if (hasWord) words.push(word);
	return words;
}

/** `NAME=value` split at the first `=`; without one there is no value. */
export function splitAssignment(word: string): { readonly name: string; readonly value?: string } {
	const equals = word.indexOf("=");
	return equals === -1 ? { name: word } : { name: word.slice(0, equals), value: word.slice(equals + 1) };
}
