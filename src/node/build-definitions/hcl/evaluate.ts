import { itemsOf, textOf } from "../model/table.ts";
import { type Place, type Scalar, unknown, type Value } from "../model/value.ts";
import { callFunction } from "./functions.ts";
import { operate } from "./operate.ts";
import type { Expression } from "./syntax.ts";

/** What names mean at the position of an expression. */
export interface Scope {
	/** The value of a variable; undefined if there is none. */
	readonly variable: (name: string) => Value | undefined;
	/** The result of a function that the file defines; undefined if there is no such function. */
	readonly call: (name: string, args: readonly Value[], place: Place) => Value | undefined;
	/** Limits how much is evaluated, so that no file takes forever. */
	readonly budget: EvaluationBudget;
}

/** How much may still be evaluated, and whether something could not be. */
export class EvaluationBudget {
	#left = 200_000;
	/** Whether there was something that only bake itself can evaluate. */
	isLeftToBake = false;

	/** Takes some of the budget; false if it is used up. */
	take(count = 1): boolean {
		this.#left -= count;
		return this.#left > 0;
	}
}

/** Nobody writes longer texts by hand. */
const MAX_TEXT = 100_000;

/** Evaluates an expression. An unknown value is a scalar that says why. */
export function evaluate(expression: Expression, scope: Scope): Value {
	const { place } = expression;
	if (!scope.budget.take()) return unknown(place, "there is too much to evaluate");
	switch (expression.kind) {
		case "literal": {
			const { value, lines } = expression;
			return { kind: "scalar", value, place, ...(lines === undefined ? {} : { lines }) };
		}
		case "variable":
			return scope.variable(expression.name) ?? unknown(place, `unknown variable ${expression.name}`);
		case "template":
			return joinParts(
				expression.parts.map((part) => evaluate(part, scope)),
				place,
			);
		case "tuple":
			return { kind: "list", items: expression.items.map((item) => evaluate(item, scope)), place };
		case "object":
			return evaluateObject(expression.items, place, scope);
		case "index":
			return (
				targetVariable(expression, scope) ??
				partOf(evaluate(expression.target, scope), evaluate(expression.key, scope), place)
			);
		case "call":
			return evaluateCall(expression, scope);
		case "operation":
			return operate(expression.operator, expression.operands, (operand) => evaluate(operand, scope), place);
		case "for":
			return evaluateFor(expression, scope);
		case "unread":
			scope.budget.isLeftToBake = true;
			return unknown(place, `pidone does not evaluate ${expression.what}`);
	}
}

function joinParts(parts: readonly Value[], place: Place): Scalar {
	let text = "";
	for (const part of parts) {
		if (part.kind === "scalar" && part.value === undefined) return { ...part, place };
		const added = textOf(part);
		if (added === undefined) return unknown(place, "a value in the text is not a text");
		text += added;
		if (text.length > MAX_TEXT) return unknown(place, "the text is too long");
	}
	return { kind: "scalar", value: text, place };
}

function evaluateObject(items: readonly (readonly [Expression, Expression])[], place: Place, scope: Scope): Value {
	const entries = new Map<string, Value>();
	for (const [key, value] of items) {
		const name = evaluate(key, scope);
		const text = textOf(name);
		if (text === undefined) return { ...name, place };
		entries.set(text, evaluate(value, scope));
	}
	return { kind: "table", entries, place };
}

/** `target.NAME`: a target's own attributes, without what it inherits. */
function targetVariable({ target, key }: Expression & { kind: "index" }, scope: Scope): Value | undefined {
	const isBlock = target.kind === "variable" && target.name === "target" && key.kind === "literal";
	return isBlock ? scope.variable(`target.${key.value}`) : undefined;
}

/** An item of a list by its index, or an entry of a table by its key. */
function partOf(target: Value, key: Value, place: Place): Value {
	const name = textOf(key);
	if (target.kind === "scalar" && target.value === undefined) return target;
	if (name === undefined) return key;
	const found =
		target.kind === "list"
			? target.items[Number(name)]
			: target.kind === "table"
				? target.entries.get(name)
				: undefined;
	return found ?? unknown(place, `the value has no ${JSON.stringify(name)}`);
}

function evaluateCall({ name, args, isExpanded, place }: Expression & { kind: "call" }, scope: Scope): Value {
	const values = args.map((arg) => evaluate(arg, scope));
	const last = values.at(-1);
	const all = isExpanded && last !== undefined ? [...values.slice(0, -1), ...itemsOf(last)] : values;
	const own = scope.call(name, all, place);
	if (own !== undefined) return own;
	const result = callFunction(name, all, place);
	if (result !== undefined) return result;
	scope.budget.isLeftToBake = true;
	return unknown(place, `pidone does not evaluate the function ${name}`);
}

function evaluateFor(expression: Expression & { kind: "for" }, scope: Scope): Value {
	const { names, collection, key, value, condition, isGrouped, place } = expression;
	const all = evaluate(collection, scope);
	if (all.kind === "scalar") return all.value === undefined ? all : unknown(place, "for needs a list");
	const pairs: (readonly [Value, Value])[] =
		all.kind === "list"
			? all.items.map((item, index) => [{ kind: "scalar", value: index, place }, item])
			: [...all.entries].map(([name, item]) => [{ kind: "scalar", value: name, place }, item]);
	const results = pairs.flatMap(([index, item]): (readonly [name: string, value: Value])[] => {
		// A single name is that of the item; of two, the first is that of its index or key.
		const bound = names.length === 1 ? [item] : [index, item];
		const inner = withVariables(scope, new Map(bound.map((each, position) => [names[position] ?? "", each])));
		if (condition !== undefined && !isTrue(evaluate(condition, inner))) return [];
		const name = key === undefined ? "" : textOf(evaluate(key, inner));
		return [[name ?? "", evaluate(value, inner)]];
	});
	if (key === undefined) return { kind: "list", items: results.map(([, item]) => item), place };
	const entries = new Map<string, Value>();
	for (const [name, item] of results) {
		const items = [...itemsOf(entries.get(name)), item];
		entries.set(name, isGrouped ? { kind: "list", items, place } : item);
	}
	return { kind: "table", entries, place };
}

/** The same scope with more variables. */
export function withVariables(scope: Scope, own: ReadonlyMap<string, Value>): Scope {
	const { call, budget } = scope;
	return { call, budget, variable: (name) => own.get(name) ?? scope.variable(name) };
}

function isTrue(value: Value): boolean {
	return value.kind === "scalar" && (value.value === true || value.value === "true");
}
