import { readElements } from "./read-words.ts";
import type { ShellAssignment } from "./syntax.ts";
import type { TokenReader } from "./token-reader.ts";

const ASSIGNMENT = /^([A-Za-z_]\w*)(\[[^\]]*\])?(\+?)=/;

/** Whether a word is an assignment, if it is where one is allowed. */
export function isAssignment(raw: string): boolean {
	return ASSIGNMENT.test(raw);
}

/** Reads an assignment, with the elements of an array. Throws ShellSyntaxError. */
export function readAssignment(tokens: TokenReader): ShellAssignment {
	const isBeforeParenthesis = tokens.isAtParenthesis();
	const { raw, line } = tokens.word();
	const [head = "", name = "", subscript, plus = ""] = ASSIGNMENT.exec(raw) ?? [];
	const value = { raw: raw.slice(head.length), line };
	const isArray = value.raw === "" && isBeforeParenthesis;
	const isElement = subscript !== undefined;
	return {
		name,
		value,
		isAppended: plus !== "",
		...(isElement ? { isElement } : {}),
		...(isArray ? { elements: readElements(tokens) } : {}),
	};
}
