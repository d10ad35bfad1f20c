import { textOf } from "../model/table.ts";
import type { Place, Scalar, Value } from "../model/value.ts";
import type { Expression } from "./syntax.ts";

type Evaluate = (operand: Expression) => Value;

/** The result of an operator; a conditional evaluates only the operand that it selects. */
export function operate(operator: string, operands: readonly Expression[], evaluate: Evaluate, place: Place): Value {
	const [first, second, third] = operands;
	if (first === undefined) throw new Error(`BUG: ${operator} has no operand`);
	const left = evaluate(first);
	if (isUnknown(left)) return left;
	if (operator === "?") {
		const chosen = truthOf(left) ? second : third;
		return chosen === undefined ? left : evaluate(chosen);
	}
	const scalar = (value: Scalar["value"]): Scalar => ({ kind: "scalar", value, place });
	if (second === undefined) return scalar(operator === "!" ? !truthOf(left) : -numberOf(left));
	// Short-circuit evaluation.
	if (operator === (truthOf(left) ? "||" : "&&")) return scalar(truthOf(left));
	const right = evaluate(second);
	return isUnknown(right) ? right : scalar(operateOnBoth(operator, left, right));
}

function isUnknown(value: Value): boolean {
	return value.kind === "scalar" && value.value === undefined;
}

function operateOnBoth(operator: string, left: Value, right: Value): number | boolean {
	switch (operator) {
		case "==":
			return isEqual(left, right);
		case "!=":
			return !isEqual(left, right);
		case "&&":
		case "||":
			return truthOf(right);
		default:
			return calculate(operator, numberOf(left), numberOf(right));
	}
}

function calculate(operator: string, left: number, right: number): number | boolean {
	switch (operator) {
		case "<":
			return left < right;
		case "<=":
			return left <= right;
		case ">":
			return left > right;
		case ">=":
			return left >= right;
		case "+":
			return left + right;
		case "-":
			return left - right;
		case "*":
			return left * right;
		case "/":
			return left / right;
		default:
			return left % right;
	}
}

/** Whether two values of any kind are equal. */
export function isEqual(left: Value, right: Value): boolean {
	if (left.kind === "scalar" && right.kind === "scalar")
		return left.value === right.value && typeof left.value === typeof right.value;
	return JSON.stringify(plain(left)) === JSON.stringify(plain(right));
}

/** A value as plain data, cut off after more parts than anybody writes. */
export function plain(value: Value, budget: { left: number } = { left: 10_000 }): unknown {
	budget.left--;
	if (budget.left < 0) return null;
	if (value.kind === "list") return value.items.map((item) => plain(item, budget));
	if (value.kind === "table")
		return Object.fromEntries([...value.entries].map(([name, each]) => [name, plain(each, budget)]));
	return value.value;
}

function truthOf(value: Value): boolean {
	const text = textOf(value);
	return text === "true" || text === "1";
}

function numberOf(value: Value): number {
	return Number(textOf(value));
}
