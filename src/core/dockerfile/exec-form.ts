import { memoized } from "../memo.ts";
import { skipSpace } from "./space.ts";

/** A JSON array of strings as an instruction's argument, and where each string literal is in that text. */
export interface ExecForm {
	readonly argv: readonly string[];
	/** Index after the opening bracket. */
	readonly afterBracket: number;
	/** Half-open ranges of the literals, quotes included. */
	readonly literals: readonly { readonly start: number; readonly end: number }[];
}

export type ArgumentForm = ExecForm | "shell" | "not-all-strings";

/**
 * Decides the form of an instruction's argument: a JSON array of strings is exec form, a JSON array with anything else
 * is an error, and any other text is shell form.
 */
export function readArgumentForm(text: string): ArgumentForm {
	return text.charAt(skipSpace(text, 0)) === "[" ? readArray(text) : "shell";
}

const readArray: (text: string) => ArgumentForm = memoized((text) => {
	const start = skipSpace(text, 0);
	const values = parseJsonArray(text.slice(start));
	if (values === undefined) return "shell";
	if (!values.every((value) => typeof value === "string")) return "not-all-strings";
	return { argv: values.map(replaceLoneSurrogates), afterBracket: start + 1, literals: findLiterals(text, start + 1) };
});

function parseJsonArray(json: string): unknown[] | undefined {
	try {
		const value: unknown = JSON.parse(json);
		return Array.isArray(value) && !hasHugeNumber(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

/** Go rejects a number that does not fit a double; JavaScript reads it as Infinity. */
function hasHugeNumber(value: unknown): boolean {
	if (typeof value === "number") return !Number.isFinite(value);
	return typeof value === "object" && value !== null && Object.values(value).some(hasHugeNumber);
}

/** Go replaces half of a surrogate pair, as in `"\ud800"`, with U+FFFD. */
function replaceLoneSurrogates(text: string): string {
	return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}

function findLiterals(text: string, from: number): { start: number; end: number }[] {
	const literals: { start: number; end: number }[] = [];
	for (const match of text.slice(from).matchAll(/"(?:[^"\\]|\\.)*"/gs)) {
		literals.push({ start: from + match.index, end: from + match.index + match[0].length });
	}
	return literals;
}
