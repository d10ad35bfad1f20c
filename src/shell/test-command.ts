import { expandToText } from "./expand.ts";
import { shellPattern } from "./pattern.ts";
import type { ShellScope, ShellValue } from "./value.ts";

/** What `[ … ]`, `test …` and `[[ … ]]` say of words that are known: true, false, or undefined where it depends on what the container finds. */
export function evaluateTest(words: readonly string[], scope: ShellScope): boolean | undefined {
	const or = words.findIndex((word) => word === "||" || word === "-o");
	if (or > 0) return anyOf(evaluateTest(words.slice(0, or), scope), evaluateTest(words.slice(or + 1), scope));
	const and = words.findIndex((word) => word === "&&" || word === "-a");
	if (and > 0) return allOf(evaluateTest(words.slice(0, and), scope), evaluateTest(words.slice(and + 1), scope));
	if (words[0] === "!") {
		const result = evaluateTest(words.slice(1), scope);
		return result === undefined ? undefined : !result;
	}
	if (words.length === 1) return textIs(words[0], scope, (text) => text !== "");
	if (words.length === 2) return evaluateUnary(words, scope);
	return words.length === 3 ? evaluateBinary(words, scope) : undefined;
}

function evaluateUnary([operator, word]: readonly string[], scope: ShellScope): boolean | undefined {
	if (operator === "-n") return textIs(word, scope, (text) => text !== "");
	return operator === "-z" ? textIs(word, scope, (text) => text === "") : undefined;
}

function evaluateBinary([left = "", operator = "", right = ""]: readonly string[], scope: ShellScope): boolean | undefined {
	const [first, second] = [expandToText(left, scope), expandToText(right, scope)];
	if (!first.isKnown || !second.isKnown) return undefined;
	const isSame = (): boolean => (/["']/.test(right) ? first.text === second.text : shellPattern(second.text).test(first.text));
	if (operator === "=" || operator === "==") return isSame();
	if (operator === "!=") return !isSame();
	return NUMBER_TESTS[operator]?.(Number(first.text), Number(second.text));
}

const NUMBER_TESTS: Readonly<Record<string, ((left: number, right: number) => boolean) | undefined>> = {
	"-eq": (left, right) => left === right,
	"-ne": (left, right) => left !== right,
	"-gt": (left, right) => left > right,
	"-ge": (left, right) => left >= right,
	"-lt": (left, right) => left < right,
	"-le": (left, right) => left <= right,
};

function textIs(word: string | undefined, scope: ShellScope, is: (text: string) => boolean): boolean | undefined {
	const value: ShellValue = expandToText(word ?? "", scope);
	return value.isKnown ? is(value.text) : undefined;
}

function anyOf(left: boolean | undefined, right: boolean | undefined): boolean | undefined {
	return left === true || right === true ? true : left === undefined || right === undefined ? undefined : false;
}

function allOf(left: boolean | undefined, right: boolean | undefined): boolean | undefined {
	return left === false || right === false ? false : left === undefined || right === undefined ? undefined : true;
}
