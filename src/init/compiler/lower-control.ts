import type { FunctionCode } from "./function-code.ts";
import type { Label } from "./instruction.ts";
import type { Expression, ExpressionOf } from "./ir.ts";
import { lowerCondition } from "./lower-condition.ts";
import { isDirect, lowerValue } from "./lower-value.ts";
import { lowerAnywhere } from "./operands.ts";

const CONTROL_KINDS = ["block", "loop", "if", "branch", "switch", "return"] as const;

/** An expression that decides what is evaluated next. */
export type Control = ExpressionOf<(typeof CONTROL_KINDS)[number]>;

/** Whether an expression decides what is evaluated next. */
export function isControl(expression: Expression): expression is Control {
	return CONTROL_KINDS.some((kind) => kind === expression.kind);
}

/** Lowers an expression that decides what is evaluated next. */
export function lowerControl(code: FunctionCode, expression: Control, depth: number): void {
	switch (expression.kind) {
		case "block":
			lowerBlock(code, expression, depth);
			return;
		case "loop":
			lowerLoop(code, expression, depth);
			return;
		case "if":
			lowerIf(code, expression, depth);
			return;
		case "branch":
			lowerBranch(code, expression, depth);
			return;
		case "switch":
			lowerSwitch(code, expression, depth);
			return;
		default:
			lowerReturn(code, expression, depth);
	}
}

function lowerBlock(code: FunctionCode, { label, type, body }: ExpressionOf<"block">, depth: number): void {
	const end = label === undefined ? undefined : code.openBranchTarget(label, depth, type);
	for (const part of body) code.lower(part, depth);
	if (end !== undefined) code.define(end);
}

/** A branch to a loop goes to its start, without a value. */
function lowerLoop(code: FunctionCode, { label, body }: ExpressionOf<"loop">, depth: number): void {
	if (label !== undefined) code.defineLoop(code.openBranchTarget(label, depth, 0));
	code.lower(body, depth);
}

function lowerIf(
	code: FunctionCode,
	{ condition, ifTrue, ifFalse, isTrueOpen }: ExpressionOf<"if">,
	depth: number,
): void {
	const goal = goalOf(code, ifTrue);
	if (goal !== undefined) {
		lowerCondition(code, condition, depth, { label: goal, sense: true });
		if (ifFalse !== undefined) code.lower(ifFalse, depth);
		return;
	}
	const otherwise: Label = { name: "else" };
	lowerCondition(code, condition, depth, { label: otherwise, sense: false });
	code.lower(ifTrue, depth);
	if (ifFalse === undefined) {
		code.define(otherwise);
		return;
	}
	const end: Label = { name: "end" };
	if (isTrueOpen) code.emit(code.select.jump(end));
	code.define(otherwise);
	code.lower(ifFalse, depth);
	code.define(end);
}

/** Where an expression leads that only jumps. */
function goalOf(code: FunctionCode, expression: Expression): Label | undefined {
	if (expression.kind === "return" && expression.value === undefined) return code.return;
	if (expression.kind !== "branch" || expression.condition !== undefined || expression.value !== undefined)
		return undefined;
	const target = code.branchTarget(expression.label);
	return code.isInPlaceFor(target, undefined) ? target.label : undefined;
}

/** Evaluates what the function returns. */
export function lowerResult(code: FunctionCode, value: Expression, depth: number): void {
	const [last, ...rest] = value.kind === "block" && value.label === undefined ? value.body.toReversed() : [value];
	for (const part of rest.toReversed()) code.lower(part, depth);
	if (last === undefined) return;
	if (rest.length > 0) lowerResult(code, last, depth);
	else if (depth > 0 && isDirect(last) && !code.isDeep(last, depth)) lowerValue(code, last, depth, code.stack(0));
	else {
		code.lower(last, depth);
		code.move(last.type === 64 ? 64 : 32, code.stack(0), code.stack(depth));
	}
}

function lowerReturn(code: FunctionCode, { value }: ExpressionOf<"return">, depth: number): void {
	if (value !== undefined) lowerResult(code, value, depth);
	code.emit(code.select.jump(code.return));
}

/**
 * Evaluates the value of a branch, if it has one. @returns its depth, and the depth from which the evaluation stack is
 * free
 */
function lowerCarried(
	code: FunctionCode,
	value: Expression | undefined,
	depth: number,
): { readonly valueDepth: number | undefined; readonly free: number } {
	if (value === undefined) return { valueDepth: undefined, free: depth };
	code.lower(value, depth);
	return { valueDepth: depth, free: depth + 1 };
}

function lowerBranch(code: FunctionCode, { label, condition, value }: ExpressionOf<"branch">, depth: number): void {
	const target = code.branchTarget(label);
	const { valueDepth, free } = lowerCarried(code, value, depth);
	if (code.isInPlaceFor(target, valueDepth) && condition !== undefined) {
		lowerCondition(code, condition, free, { label: target.label, sense: true });
		return;
	}
	const skip: Label = { name: "skip" };
	if (condition !== undefined) lowerCondition(code, condition, free, { label: skip, sense: false });
	code.leaveTo(target, valueDepth);
	if (condition !== undefined) code.define(skip);
}

/** Lowers to a chain of comparisons: the init's switches are short. */
function lowerSwitch(
	code: FunctionCode,
	{ labels, otherwise, value, index }: ExpressionOf<"switch">,
	depth: number,
): void {
	const { select } = code;
	const { scratch } = code.target.registers;
	const { valueDepth, free } = lowerCarried(code, value, depth);
	const register = lowerAnywhere(code, index, free);
	for (const [number, name] of labels.entries()) {
		if (name === otherwise) continue;
		const target = code.branchTarget(name);
		const isInPlace = code.isInPlaceFor(target, valueDepth);
		const destination: Label = isInPlace ? target.label : { name: "skip" };
		const constant = BigInt(number);
		const isImmediate = select.hasCompareImmediate(32, constant);
		if (!isImmediate) code.emit(select.constant(32, scratch, constant));
		code.emit(select.branchIf(isInPlace ? "eq" : "ne", 32, register, isImmediate ? constant : scratch, destination));
		if (isInPlace) continue;
		code.leaveTo(target, valueDepth);
		code.define(destination);
	}
	code.leaveTo(code.branchTarget(otherwise), valueDepth);
}
