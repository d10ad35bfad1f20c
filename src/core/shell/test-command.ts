import { expandToText } from "./expand.ts";
import { matchesPattern, matchesRegularExpression } from "./pattern.ts";
import type { ShellScope } from "./value.ts";

/** Longer ones are not evaluated. */
const MAX_WORDS = 60;

/**
 * The result of `[ … ]`, `test …` or `[[ … ]]` with known words: true, false, or undefined if it depends on the
 * container.
 */
export function evaluateTest(words: readonly string[], scope: ShellScope): boolean | undefined {
	return words.length > MAX_WORDS ? undefined : evaluate(words, scope);
}

function evaluate(words: readonly string[], scope: ShellScope): boolean | undefined {
	const or = words.findIndex((word) => word === "||" || word === "-o");
	if (or > 0) return anyOf(evaluate(words.slice(0, or), scope), evaluate(words.slice(or + 1), scope));
	const and = words.findIndex((word) => word === "&&" || word === "-a");
	if (and > 0) return allOf(evaluate(words.slice(0, and), scope), evaluate(words.slice(and + 1), scope));
	if (words[0] === "!") return not(evaluate(words.slice(1), scope));
	if (words.length === 1) return textIs(words[0], scope, (text) => text !== "");
	if (words.length === 2) return evaluateUnary(words, scope);
	return words.length === 3 ? evaluateBinary(words, scope) : undefined;
}

function evaluateUnary([operator, word]: readonly string[], scope: ShellScope): boolean | undefined {
	if (operator === "-n") return textIs(word, scope, (text) => text !== "");
	return operator === "-z" ? textIs(word, scope, (text) => text === "") : undefined;
}

function evaluateBinary(
	[left = "", operator = "", right = ""]: readonly string[],
	scope: ShellScope,
): boolean | undefined {
	const [first, second] = [expandToText(left, scope), expandToText(right, scope)];
	if (!first.isKnown || !second.isKnown) return undefined;
	const isSame = (): boolean | undefined =>
		/["']/.test(right) ? first.text === second.text : matchesPattern(second.text, first.text);
	if (operator === "=" || operator === "==") return isSame();
	if (operator === "!=") return not(isSame());
	if (operator === "=~") return matchesUnquoted(right, second.text, first.text);
	const [from, to] = [Number(first.text), Number(second.text)];
	return Number.isNaN(from) || Number.isNaN(to) ? undefined : compareNumbers(operator, from, to);
}

/** In quotes, an expression is a text to look for. */
function matchesUnquoted(raw: string, expression: string, text: string): boolean | undefined {
	return /["'\\]/.test(raw) ? undefined : matchesRegularExpression(expression, text);
}

function compareNumbers(operator: string, left: number, right: number): boolean | undefined {
	switch (operator) {
		case "-eq":
			return left === right;
		case "-ne":
			return left !== right;
		case "-gt":
			return left > right;
		case "-ge":
			return left >= right;
		case "-lt":
			return left < right;
		case "-le":
			return left <= right;
		default:
			return undefined;
	}
}

function textIs(word: string | undefined, scope: ShellScope, is: (text: string) => boolean): boolean | undefined {
	const value = expandToText(word ?? "", scope);
	return value.isKnown ? is(value.text) : undefined;
}

function not(value: boolean | undefined): boolean | undefined {
	return value === undefined ? undefined : !value;
}

function anyOf(left: boolean | undefined, right: boolean | undefined): boolean | undefined {
	return left === true || right === true ? true : left === undefined || right === undefined ? undefined : false;
}

function allOf(left: boolean | undefined, right: boolean | undefined): boolean | undefined {
	return left === false || right === false ? false : left === undefined || right === undefined ? undefined : true;
}
