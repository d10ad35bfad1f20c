import { type Expression, operandsOf } from "./ir.ts";

const needs = new WeakMap<Expression, number>();

/**
 * The maximum number of evaluation-stack registers that an expression needs, including its result (after R. Sethi and
 * J. D. Ullman, "The Generation of Optimal Code for Arithmetic Expressions", 1970). A call counts as one: it saves what
 * is below and starts afresh.
 */
export function registerNeed(expression: Expression): number {
	const known = needs.get(expression);
	if (known !== undefined) return known;
	const need = computeNeed(expression);
	needs.set(expression, need);
	return need;
}

function computeNeed(expression: Expression): number {
	switch (expression.kind) {
		case "call":
		case "system-call":
			return 1;
		case "binary":
		case "compare":
		case "store":
		case "select":
		case "branch":
		case "switch":
			// Each operand occupies a register until the last one is evaluated.
			return Math.max(...operandsOf(expression).map((operand, index) => index + registerNeed(operand)), 1);
		default:
			return Math.max(...operandsOf(expression).map(registerNeed), 1);
	}
}

const callCounts = new WeakMap<Expression, number>();

/** How many calls an expression makes, or may make. Each of them saves the registers in use. */
export function callCount(expression: Expression): number {
	const known = callCounts.get(expression);
	if (known !== undefined) return known;
	const isCall = expression.kind === "call" || expression.kind === "system-call";
	const count = operandsOf(expression).reduce((sum, operand) => sum + callCount(operand), isCall ? 1 : 0);
	callCounts.set(expression, count);
	return count;
}
