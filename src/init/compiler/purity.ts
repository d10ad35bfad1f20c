import { isDivision } from "./binary-operators.ts";
import { type Expression, type ExpressionKind, operandsOf } from "./ir.ts";

/** Whether it does not matter when, or whether, an expression is evaluated: it writes nothing and cannot trap. */
export function isPure(expression: Expression): boolean {
	const canTrap = expression.kind === "binary" && isDivision(expression.operator);
	return PURE.has(expression.kind) && !canTrap && operandsOf(expression).every(isPure);
}

/** Whether a pure expression has the same value before and after other expressions. */
export function isUnaffectedBy(expression: Expression, others: readonly Expression[]): boolean {
	if (expression.kind === "local-get" && others.some((other) => writesLocal(other, expression.local))) return false;
	if (expression.kind === "load" && others.some(writesMemory)) return false;
	return operandsOf(expression).every((operand) => isUnaffectedBy(operand, others));
}

/** Whether the evaluation of an expression sets a local. */
export function writesLocal(expression: Expression, local: number): boolean {
	return (
		(expression.kind === "local-set" && expression.local === local) ||
		operandsOf(expression).some((operand) => writesLocal(operand, local))
	);
}

function writesMemory(expression: Expression): boolean {
	return WRITING.has(expression.kind) || operandsOf(expression).some(writesMemory);
}

const PURE: ReadonlySet<ExpressionKind> = new Set([
	"constant",
	"local-get",
	"address",
	"compare",
	"unary",
	"load",
	"binary",
]);
const WRITING: ReadonlySet<ExpressionKind> = new Set(["store", "call", "system-call"]);
