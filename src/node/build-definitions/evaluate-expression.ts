import { textOf } from "./model/table.ts";
import type { Value } from "./model/value.ts";

/** What an expression of a workflow can be; undefined if only a run knows it. */
export type ExpressionValue = string | number | boolean | null | readonly ExpressionValue[] | undefined;

/** Resolves a path such as `matrix.image.file`. */
export type PathLookup = (path: readonly string[]) => ExpressionValue;

/** The tokens of GitHub's expressions that pidone knows. */
const TOKEN = /\s*(?:('(?:[^']|'')*')|(-?\d+(?:\.\d+)?)(?![\w.-])|([A-Za-z_][\w-]*)|(\|\||&&|[!=]=|[!().,]|\[|\]))/y;

/** Evaluates an expression without its `${{ }}` (docs.github.com, "Evaluate expressions in workflows and actions"). */
export function evaluateExpression(text: string, lookup: PathLookup): ExpressionValue {
	const tokens: string[] = [];
	TOKEN.lastIndex = 0;
	const end = text.trimEnd().length;
	while (TOKEN.lastIndex < end) {
		const token = TOKEN.exec(text)?.[0].trim();
		if (token === undefined) return undefined;
		tokens.push(token);
	}
	const evaluator = new Evaluator(tokens, lookup);
	const value = evaluator.either();
	return evaluator.isDone ? value : undefined;
}

/** The value of an expression as far as a definition states it. Of lists in lists, nothing is known. */
export function toExpressionValue(value: Value | undefined): ExpressionValue {
	if (value?.kind === "list")
		return value.items.map((item) => (item.kind === "list" ? undefined : toExpressionValue(item)));
	// The text may be an expression again: the output of another job.
	if (value?.kind !== "scalar" || textOf(value)?.includes("${{")) return undefined;
	return value.value;
}

class Evaluator {
	readonly #tokens: readonly string[];
	readonly #lookup: PathLookup;
	#at = 0;

	constructor(tokens: readonly string[], lookup: PathLookup) {
		this.#tokens = tokens;
		this.#lookup = lookup;
	}

	get isDone(): boolean {
		return this.#at === this.#tokens.length;
	}

	either(): ExpressionValue {
		let value = this.#both();
		while (this.#take("||")) {
			const other = this.#both();
			value = value === undefined || isTrue(value) ? value : other;
		}
		return value;
	}

	#both(): ExpressionValue {
		let value = this.#comparison();
		while (this.#take("&&")) {
			const other = this.#comparison();
			value = value !== undefined && isTrue(value) ? other : value;
		}
		return value;
	}

	#comparison(): ExpressionValue {
		const left = this.#operand();
		const isEqual = this.#take("==");
		if (!isEqual && !this.#take("!=")) return left;
		const right = this.#operand();
		if (left === undefined || right === undefined) return undefined;
		return areEqual(left, right) === isEqual;
	}

	#operand(): ExpressionValue {
		if (this.#take("!")) {
			const value = this.#operand();
			return value === undefined ? undefined : !isTrue(value);
		}
		if (this.#take("(")) {
			const value = this.either();
			return this.#take(")") ? value : this.#fail();
		}
		const token = this.#tokens[this.#at++] ?? "";
		if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
		if (/^-?\d/.test(token)) return Number(token);
		if (token === "true" || token === "false") return token === "true";
		if (token === "null") return null;
		if (!/^[A-Za-z_]/.test(token)) return this.#fail();
		return this.#take("(") ? this.#call(token) : this.#lookup(this.#path(token));
	}

	/** The rest of a path: `.name`, or `['name']`. */
	#path(first: string): readonly string[] {
		const path = [first];
		for (;;) {
			const isIndex = this.#take("[");
			if (!isIndex && !this.#take(".")) return path;
			const name = this.#tokens[this.#at++] ?? "";
			path.push(isIndex ? name.replace(/^'(.*)'$/s, "$1") : name);
			if (isIndex && !this.#take("]")) this.#fail();
		}
	}

	#call(name: string): ExpressionValue {
		const args: ExpressionValue[] = [];
		while (!this.#take(")")) {
			if (this.isDone || (args.length > 0 && !this.#take(","))) return this.#fail();
			args.push(this.either());
		}
		const [first, ...others] = args;
		if (args.includes(undefined)) return undefined;
		if (name === "join") return join(first, others[0] ?? ",");
		return name === "format" && typeof first === "string" ? format(first, others) : undefined;
	}

	#take(token: string): boolean {
		const isNext = this.#tokens[this.#at] === token;
		if (isNext) this.#at++;
		return isNext;
	}

	/** Leaves tokens over, so that the whole is unknown. */
	#fail(): undefined {
		this.#at = this.#tokens.length + 1;
		return undefined;
	}
}

function join(list: ExpressionValue, separator: ExpressionValue): ExpressionValue {
	const items = Array.isArray(list) ? list : [list];
	return items.some((item) => item === undefined || Array.isArray(item))
		? undefined
		: items.map((item) => expressionText(item)).join(expressionText(separator));
}

function format(pattern: string, values: readonly ExpressionValue[]): ExpressionValue {
	const text = pattern.replace(/\{\{|\}\}|\{(\d)\}/g, (written, index?: string) =>
		index === undefined ? written.charAt(0) : (expressionText(values[Number(index)]) ?? ""),
	);
	return values.some((value) => expressionText(value) === undefined) ? undefined : text;
}

/** A value within a text; undefined for lists, which nobody puts there. */
export function expressionText(value: ExpressionValue): string | undefined {
	if (value === undefined || Array.isArray(value)) return undefined;
	return value === null ? "" : String(value);
}

function isTrue(value: ExpressionValue): boolean {
	return Boolean(value);
}

/** Texts are the same in any case; values of different types are compared as numbers. */
function areEqual(left: ExpressionValue, right: ExpressionValue): boolean {
	if (typeof left === "string" && typeof right === "string") return left.toLowerCase() === right.toLowerCase();
	if (typeof left === typeof right) return left === right;
	return toNumber(left) === toNumber(right);
}

function toNumber(value: ExpressionValue): number {
	return Array.isArray(value) ? Number.NaN : Number(value);
}
