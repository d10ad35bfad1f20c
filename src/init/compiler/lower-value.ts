import { COMMUTATIVE, SHIFTS } from "./binary-operators.ts";
import { type FunctionCode, find } from "./function-code.ts";
import type { Label, Register } from "./instruction.ts";
import type { Expression, ExpressionKind, ExpressionOf } from "./ir.ts";
import { localValue } from "./known-values.ts";
import { lowerSystemCall } from "./lower-call.ts";
import { lowerCondition } from "./lower-condition.ts";
import {
	canFollow,
	dataOperand,
	knownValue,
	lowerAnywhere,
	lowerCompared,
	lowerMemoryOperand,
	lowerPair,
} from "./operands.ts";

/** Expressions that only compute a value. */
export type Value = ExpressionOf<
	"constant" | "local-get" | "address" | "binary" | "compare" | "unary" | "select" | "load"
>;

/** Evaluates such an expression into any register, with the evaluation stack free from `depth` on. */
export function lowerValue(code: FunctionCode, value: Value, depth: number, to: Register): void {
	const known = knownValue(code, value);
	if (known !== undefined && code.known.holds(to, known)) return;
	const [holder] = known === undefined || value.kind === "constant" ? [] : code.known.holdersOf(known);
	if (holder !== undefined) {
		code.move(value.type, to, holder);
		return;
	}
	computeValue(code, value, depth, to);
	if (known !== undefined) code.known.add(to, known);
}

function computeValue(code: FunctionCode, value: Value, depth: number, to: Register): void {
	const { select } = code;
	switch (value.kind) {
		case "constant":
			code.emitTo(to, select.constant(value.type, to, value.value));
			return;
		case "local-get":
			code.readHome(value.local, to);
			return;
		case "address":
			lowerAddress(code, value, to);
			return;
		case "binary":
			lowerBinary(code, value, depth, to);
			return;
		case "compare": {
			const { comparison, left, right } = lowerCompared(code, value, depth);
			code.emitTo(to, select.setIf(comparison, value.width, to, left, right));
			return;
		}
		case "unary":
			code.emitTo(to, select.unary(value.operator, value.type, to, lowerAnywhere(code, value.value, depth)));
			return;
		case "select":
			lowerSelect(code, value, depth, to);
			return;
		default: {
			const { base, offset } = lowerMemoryOperand(code, value, depth, []);
			code.emitTo(to, select.load(value.size, value.type, to, base, offset));
		}
	}
}

/** Sets a local, directly in its home if possible, and leaves the value at `depth` if it is used. */
export function lowerLocalSet(
	code: FunctionCode,
	{ local, type, value }: ExpressionOf<"local-set">,
	depth: number,
): void {
	const home = code.homeRegister(local);
	if (type === 0 && home !== undefined && isDirect(value) && !code.isDeep(value, depth)) {
		lowerValue(code, value, depth, home);
		code.known.forget(localValue(local));
		return;
	}
	if (type === 0 && home !== undefined && value.kind === "system-call") {
		lowerSystemCall(code, value, depth, home);
		code.known.forget(localValue(local));
		return;
	}
	const from = lowerAnywhere(code, value, depth);
	code.writeHome(local, from);
	if (type !== 0) code.move(type, code.stack(depth), from);
}

/** Whether an expression can be computed directly into the home of a local, because it writes its register last. */
export function isDirect(expression: Expression): expression is Value {
	return DIRECT.has(expression.kind);
}

const DIRECT: ReadonlySet<ExpressionKind> = new Set(["constant", "binary", "unary", "load", "address"]);

function lowerAddress(code: FunctionCode, { section, symbol }: ExpressionOf<"address">, to: Register): void {
	const { select, symbols } = code;
	code.emitTo(
		to,
		section === "bss"
			? select.dataAddress(to, find(symbols.data, symbol))
			: select.labelAddress(to, find(symbols.rodata, symbol), 0),
	);
}

function lowerBinary(
	code: FunctionCode,
	{ operator, type, left, right }: ExpressionOf<"binary">,
	depth: number,
	to: Register,
): void {
	const { select } = code;
	const isSwapped = left.kind === "constant" && COMMUTATIVE.has(operator);
	const [first, second] = isSwapped ? [right, left] : [left, right];
	if (second.kind === "constant") {
		const value = SHIFTS.has(operator) ? BigInt.asUintN(type === 64 ? 6 : 5, second.value) : second.value;
		if (select.hasImmediate(operator, type, value)) {
			code.emitTo(to, select.binary(operator, type, to, lowerAnywhere(code, first, depth), value));
			return;
		}
	}
	if (binaryWithData(code, { operator, type, left: first, right: second }, depth, to)) return;
	const [a, b] = lowerPair(code, first, second, depth);
	code.emitTo(to, select.binary(operator, type, to, a, b));
}

/** Calculates with a word of .bss in one instruction, if the CPU can. @returns whether it did */
function binaryWithData(
	code: FunctionCode,
	{ operator, type, left, right }: Pick<ExpressionOf<"binary">, "operator" | "type" | "left" | "right">,
	depth: number,
	to: Register,
): boolean {
	const { withData } = code.select;
	const isSwapped = COMMUTATIVE.has(operator) && dataOperand(code, right) === undefined && canFollow(left, [right]);
	const [first, second] = isSwapped ? [right, left] : [left, right];
	if (withData === undefined || dataOperand(code, second) === undefined || !withData.operators.has(operator))
		return false;
	const register = lowerAnywhere(code, first, depth);
	// The first operand may have loaded the word into a register.
	const offset = dataOperand(code, second);
	code.emitTo(
		to,
		offset === undefined
			? code.select.binary(operator, type, to, register, lowerAnywhere(code, second, depth + 1))
			: withData.binary(operator, type, to, register, offset),
	);
	return true;
}

function lowerSelect(
	code: FunctionCode,
	{ type, condition, ifTrue, ifFalse }: ExpressionOf<"select">,
	depth: number,
	to: Register,
): void {
	const end: Label = { name: "selected" };
	const isLastFalse = canFollow(ifFalse, [condition]);
	if (isLastFalse || canFollow(ifTrue, [ifFalse, condition])) {
		code.lower(isLastFalse ? ifTrue : ifFalse, depth);
		lowerCondition(code, condition, depth + 1, { label: end, sense: isLastFalse });
		code.lower(isLastFalse ? ifFalse : ifTrue, depth);
	} else {
		code.lower(ifTrue, depth);
		const otherwise = lowerAnywhere(code, ifFalse, depth + 1, [condition]);
		lowerCondition(code, condition, depth + 2, { label: end, sense: true });
		code.move(type, code.stack(depth), otherwise);
	}
	code.define(end);
	code.move(type, to, code.stack(depth));
}
