// Explains why a text that looks like a JSON array of strings is not one. JSON.parse says too little.
import { readArgumentForm } from "../../dockerfile/exec-form.ts";
import { nameInvisible } from "../../dockerfile/invisible.ts";
import { isSpace } from "../../dockerfile/space.ts";

/** Why a text is not a JSON array of strings, and the half-open range of the mistake. */
export interface JsonMistake {
	readonly start: number;
	readonly end: number;
	readonly message: string;
}

/**
 * Whether a text that begins with `[` was meant as an array, unlike the shell's test in `[ -f x ] && y` or `[[ … ]]`.
 */
export function looksLikeArray(text: string): boolean {
	return text.startsWith("[") && !SHELL_TEST.test(text);
}

const OPERAND = String.raw`(?:"[^"]*"|'[^']*'|[^\s"',]+)`;
const OPERATOR = "(?:[=!]=?|=~|[<>]|-(?:eq|ne|lt|le|gt|ge|nt|ot|ef|a|o))";
const SHELL_TEST = new RegExp(
	String.raw`^\[(?:\[\s|\s+(?:!\s+)?(?:-[a-zA-Z]\s|${OPERAND}\s+${OPERATOR}\s|["']?\$[^,]*\]))`,
);

/** Finds the first mistake in a text that begins with `[`; undefined if it is a JSON array of strings. */
export function diagnoseArray(text: string): JsonMistake | undefined {
	if (typeof readArgumentForm(text) === "object") return undefined;
	let at = skipJsonSpace(text, 1);
	if (text.charAt(at) === "]") return diagnoseRest(text, at + 1);
	while (true) {
		const element = readString(text, at);
		if (typeof element === "object") return element;
		at = skipJsonSpace(text, element);
		if (text.charAt(at) === "]") return diagnoseRest(text, at + 1);
		if (text.charAt(at) !== ",") return diagnoseSeparator(text, at);
		const comma = at;
		at = skipJsonSpace(text, at + 1);
		if (text.charAt(at) === "]")
			return { start: comma, end: comma + 1, message: "JSON does not allow a comma after the last string" };
	}
}

/** White space in JSON; Dockerfiles allow more. */
function skipJsonSpace(text: string, from: number): number {
	let at = from;
	while (at < text.length && " \t\n\r".includes(text.charAt(at))) at++;
	return at;
}

/** Reads one string. Returns the index after it, or what is wrong with it. */
function readString(text: string, start: number): number | JsonMistake {
	if (text.charAt(start) !== '"') return diagnoseStart(text, start);
	for (let at = start + 1; at < text.length; at++) {
		const character = text.charAt(at);
		if (character === '"') return at + 1;
		if (character < " ")
			return {
				start: at,
				end: at + 1,
				message: `a string cannot hold ${nameOf(character)}: write ${JSON.stringify(character).slice(1, -1)}`,
			};
		if (character === "\\") {
			const length = escapeLength(text, at);
			if (length === 0) return badEscape(text, at);
			at += length - 1;
		} else if (TYPOGRAPHIC.test(character) && /^[\t ]*[\],]/.test(text.slice(at + 1))) return typographic(text, at);
	}
	return { start, end: start + 1, message: "the string that begins here has no closing quote" };
}

/** The length of a valid escape sequence, or 0. */
function escapeLength(text: string, at: number): number {
	return /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(at, at + 6))?.[0].length ?? 0;
}

function badEscape(text: string, at: number): JsonMistake {
	const sequence = text.slice(at, at + 2);
	return {
		start: at,
		end: at + sequence.length,
		message: `JSON has no escape ${sequence}: write \\\\ for a backslash`,
	};
}

const TYPOGRAPHIC = /[“”„‟‘’‚‛«»‹›″′`´]/;

/** Describes what is in the place of a string. */
function diagnoseStart(text: string, at: number): JsonMistake {
	const character = text.charAt(at);
	const one = { start: at, end: at + 1 };
	if (character === "") return { start: text.length - 1, end: text.length, message: "the closing bracket is missing" };
	if (character === "'") return { ...one, message: "JSON strings take double quotes, not single ones" };
	if (character === ",") return { ...one, message: "a string is missing before this comma" };
	const common = diagnoseCharacter(text, at);
	if (common !== undefined) return common;
	const word = /^[^\s,\]"]+/.exec(text.slice(at))?.[0] ?? character;
	if (word.includes("$")) {
		const remedy = 'write the value itself in quotes, or let a shell expand it, as in ["sh", "-c", "exec …"]';
		return {
			start: at,
			end: at + word.length,
			message: `${shorten(word)} has no quotes, and nothing expands it in exec form: ${remedy}`,
		};
	}
	return {
		start: at,
		end: at + word.length,
		message: `${shorten(word)} has no quotes: write ${JSON.stringify(shorten(word))}`,
	};
}

/** Describes what follows a string instead of a comma or a bracket. */
function diagnoseSeparator(text: string, at: number): JsonMistake {
	const character = text.charAt(at);
	if (character === "") return { start: text.length - 1, end: text.length, message: "the closing bracket is missing" };
	if (character === '"' || character === "'")
		return { start: at, end: at + 1, message: "a comma is missing before this string" };
	const common = diagnoseCharacter(text, at);
	if (common !== undefined) return common;
	const rest = /^[^\s,\]"]+/.exec(text.slice(at))?.[0] ?? character;
	return {
		start: at,
		end: at + rest.length,
		message: `${shorten(rest)} is outside the quotes: only a comma or the closing bracket may follow a string`,
	};
}

/** Characters that are wrong wherever a string, a comma or a bracket is expected. */
function diagnoseCharacter(text: string, at: number): JsonMistake | undefined {
	const character = text.charAt(at);
	const one = { start: at, end: at + 1 };
	if (TYPOGRAPHIC.test(character)) return typographic(text, at);
	if (character === "#")
		return {
			start: at,
			end: text.length,
			message: "a comment cannot be inside the brackets: # begins one only at the start of a line",
		};
	if (nameInvisible(character) !== undefined || isSpace(character) || character < " ")
		return { ...one, message: `${nameOf(character)} is not allowed here: delete it` };
	if (character === "\\") return { ...one, message: "a backslash is outside the quotes" };
	return undefined;
}

function typographic(text: string, at: number): JsonMistake {
	return { start: at, end: at + 1, message: `${text.charAt(at)} is a typographic quote: write "` };
}

/** Describes what follows the closing bracket. */
function diagnoseRest(text: string, from: number): JsonMistake | undefined {
	const start = skipJsonSpace(text, from);
	if (start === text.length) return undefined;
	const rest = { start, end: text.length };
	if (text.charAt(start) === "#")
		return { ...rest, message: "a comment cannot follow on the same line: # begins one only at the start of a line" };
	return { ...rest, message: `${shorten(text.slice(start))} is after the closing bracket` };
}

function nameOf(character: string): string {
	const code = character.charCodeAt(0);
	const known = NAMES[code];
	return known ?? nameInvisible(character) ?? `the character U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

const NAMES: Readonly<Record<number, string>> = { 9: "a tab", 10: "a line feed", 13: "a carriage return" };

function shorten(text: string): string {
	return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}
