import { OPPOSITE, SWAPPED, UNSIGNED } from "./comparisons.ts";
import type { FunctionCode } from "./function-code.ts";
import type { Label } from "./instruction.ts";
import { type Expression, type ExpressionOf, operandsOf } from "./ir.ts";
import { canFollow, dataOperand, knownValue, lowerAnywhere, lowerCompared, lowerMemoryOperand } from "./operands.ts";
import { isPure } from "./purity.ts";

/** Where to go if a condition is true. */
export interface Jump {
	readonly label: Label;
	/** Whether the jump is taken when the condition is not zero, or else when it is zero. */
	readonly sense: boolean;
}

/** Evaluates a condition at `depth`, and jumps or continues. */
export function lowerCondition(code: FunctionCode, condition: Expression, depth: number, jump: Jump): void {
	const isDeep = code.isDeep(condition, depth);
	const choice = isDeep ? undefined : asChoice(condition);
	if (choice !== undefined) {
		lowerChoice(code, choice, depth, jump);
		return;
	}
	const { label, sense } = jump;
	if (condition.kind === "load") {
		const isNotZero = { kind: "compare", type: 32, comparison: "ne", width: 32, left: condition, right: ZERO } as const;
		if (branchIfMemory(code, isNotZero, depth, jump)) return;
	}
	if (isDeep || condition.kind !== "compare") {
		code.emit(code.select.branchIf(sense ? "ne" : "eq", 32, lowerAnywhere(code, condition, depth), 0n, label));
		return;
	}
	if (condition.comparison === "eq" && condition.width === 32 && isZero(condition.right)) {
		lowerCondition(code, condition.left, depth, { label, sense: !sense });
		return;
	}
	if (branchIfMemory(code, condition, depth, jump)) return;
	if (branchIfData(code, condition, depth, jump)) return;
	const { comparison, left, right } = lowerCompared(code, condition, depth);
	code.emit(code.select.branchIf(sense ? comparison : OPPOSITE[comparison], condition.width, left, right, label));
}

/** Compares memory with a constant in one instruction, if the CPU can. @returns whether it did */
function branchIfMemory(
	code: FunctionCode,
	{ comparison, width, left, right }: ExpressionOf<"compare">,
	depth: number,
	{ label, sense }: Jump,
): boolean {
	const { select } = code;
	if (select.branchIfMemory === undefined || left.kind !== "load" || left.size * 8 > width || right.kind !== "constant")
		return false;
	const known = knownValue(code, left);
	if (known !== undefined && code.known.holdersOf(known).length > 0) return false;
	const effective = sense ? comparison : OPPOSITE[comparison];
	// Bytes are never negative, so signed and unsigned comparisons agree.
	const isByte = left.size === 1;
	if (isByte ? right.value < 0n || right.value > 0xffn : !select.hasCompareImmediate(width, right.value)) return false;
	const { base, offset } = lowerMemoryOperand(code, left, depth, []);
	code.emit(
		select.branchIfMemory(isByte ? UNSIGNED[effective] : effective, left.size, base, offset, right.value, label),
	);
	return true;
}

/** Compares with a word of .bss in one instruction, if the CPU can. @returns whether it did */
function branchIfData(
	code: FunctionCode,
	{ comparison, width, left, right }: ExpressionOf<"compare">,
	depth: number,
	{ label, sense }: Jump,
): boolean {
	const { withData } = code.select;
	const isSwapped = dataOperand(code, right) === undefined && canFollow(left, [right]);
	const offset = dataOperand(code, isSwapped ? left : right);
	if (withData === undefined || offset === undefined) return false;
	const effective = isSwapped ? SWAPPED[comparison] : comparison;
	const register = lowerAnywhere(code, isSwapped ? right : left, depth);
	code.emit(withData.branchIf(sense ? effective : OPPOSITE[effective], width, register, offset, label));
	return true;
}

/** A conditional expression with one constant arm: && and ||. */
interface Choice {
	readonly condition: Expression;
	readonly constant: boolean;
	/** Which arm it is. */
	readonly isConstantIfTrue: boolean;
	readonly other: Expression;
}

/** Evaluates the other arm only if the condition selects it. */
function lowerChoice(
	code: FunctionCode,
	{ condition, constant, isConstantIfTrue, other }: Choice,
	depth: number,
	{ label, sense }: Jump,
): void {
	if (constant === sense) {
		lowerCondition(code, condition, depth, { label, sense: isConstantIfTrue });
		lowerCondition(code, other, depth, { label, sense });
		return;
	}
	const skip: Label = { name: "skip" };
	lowerCondition(code, condition, depth, { label: skip, sense: isConstantIfTrue });
	lowerCondition(code, other, depth, { label, sense });
	code.define(skip);
}

/** Reads `a ? 1 : b`, `a ? b : 0` and the like, and `a & b` and `a | b` of comparisons, as a choice. */
function asChoice(expression: Expression): Choice | undefined {
	if (expression.kind === "binary" && isBoolean(expression) && isPure(expression.right)) {
		const isOr = expression.operator === "or";
		return { condition: expression.left, constant: isOr, isConstantIfTrue: isOr, other: expression.right };
	}
	if (
		(expression.kind !== "if" && expression.kind !== "select") ||
		expression.type !== 32 ||
		expression.ifFalse === undefined
	)
		return undefined;
	const { condition, ifTrue, ifFalse } = expression;
	// A select evaluates both arms, before its condition.
	if (expression.kind === "select" && !operandsOf(expression).every(isPure)) return undefined;
	if (ifTrue.kind === "constant")
		return { condition, constant: ifTrue.value !== 0n, isConstantIfTrue: true, other: ifFalse };
	if (ifFalse.kind === "constant")
		return { condition, constant: ifFalse.value !== 0n, isConstantIfTrue: false, other: ifTrue };
	return undefined;
}

/** Whether the value can only be 0 or 1. */
function isBoolean(expression: Expression): boolean {
	if (expression.kind !== "binary") return expression.kind === "compare";
	return (
		(expression.operator === "and" || expression.operator === "or") &&
		isBoolean(expression.left) &&
		isBoolean(expression.right)
	);
}

const ZERO: Expression = { kind: "constant", type: 32, value: 0n };

function isZero(expression: Expression): boolean {
	return expression.kind === "constant" && expression.value === 0n;
}
