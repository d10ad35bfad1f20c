import { SWAPPED } from "./comparisons.ts";
import { type FunctionCode, find } from "./function-code.ts";
import type { Register } from "./instruction.ts";
import type { Comparison, Expression, ExpressionOf } from "./ir.ts";
import { dataValue, type KnownValue, localValue, plainValue } from "./known-values.ts";
import { isPure, isUnaffectedBy, writesLocal } from "./purity.ts";
import { callCount, registerNeed } from "./register-need.ts";
import type { Source } from "./target.ts";

/**
 * Evaluates an expression into any register that suits: the home of a local, or register `depth`.
 * @param later expressions that are evaluated before the value is used, and may write that local
 */
export function lowerAnywhere(
	code: FunctionCode,
	expression: Expression,
	depth: number,
	later: readonly Expression[] = [],
): Register {
	if (expression.kind === "local-set") {
		code.lower({ ...expression, type: 0 }, depth);
		const { local, value } = expression;
		return lowerAnywhere(code, { kind: "local-get", type: value.type === 64 ? 64 : 32, local }, depth, later);
	}
	const known = knownValue(code, expression);
	const holder =
		known && code.known.holdersOf(known).find((register) => later.length === 0 || code.isKept(register, depth));
	if (holder !== undefined) return holder;
	if (expression.kind === "local-get") {
		const { local } = expression;
		const home = code.homeRegister(local);
		if (home !== undefined && !later.some((other) => writesLocal(other, local))) return home;
	}
	code.lower(expression, depth);
	return code.stack(depth);
}

/**
 * The offset from the data register of a word of .bss that is read where it is used, because no register holds it.
 * @returns undefined if the CPU cannot calculate with memory either
 */
export function dataOperand(code: FunctionCode, expression: Expression): number | undefined {
	if (code.select.withData === undefined || expression.kind !== "load" || expression.size * 8 !== expression.type)
		return undefined;
	const known = knownValue(code, expression);
	return known === undefined || code.known.holdersOf(known).length > 0 ? undefined : known.range?.offset;
}

/** The known value that an expression computes; undefined if it is not a simple one. */
export function knownValue(code: FunctionCode, expression: Expression): KnownValue | undefined {
	switch (expression.kind) {
		case "constant":
		case "address":
			return plainValue(expression);
		case "local-get":
			return localValue(expression.local);
		case "load": {
			const { address, offset, size, type } = expression;
			if (address.kind !== "address" || address.section !== "bss") return undefined;
			return dataValue({ offset: find(code.symbols.data, address.symbol) + offset, size }, type);
		}
		default:
			return undefined;
	}
}

/** Whether an expression that precedes others may be evaluated after them, in one register. */
export function canFollow(expression: Expression, others: readonly Expression[]): boolean {
	return registerNeed(expression) === 1 && isPure(expression) && isUnaffectedBy(expression, others);
}

/**
 * Evaluates two expressions and keeps the first while it evaluates the second. A call comes first if possible, because
 * it would have to save the other.
 */
export function lowerPair(
	code: FunctionCode,
	first: Expression,
	second: Expression,
	depth: number,
): readonly [Register, Register] {
	if (callCount(second) > 0 && canFollow(first, [second])) {
		code.lower(second, depth);
		return [lowerAnywhere(code, first, depth + 1), code.stack(depth)];
	}
	const a = lowerAnywhere(code, first, depth, [second]);
	return [a, lowerAnywhere(code, second, a === code.stack(depth) ? depth + 1 : depth)];
}

/**
 * The operands of a comparison, with a constant on the right, as an immediate if the CPU can compare with it, and the
 * resulting comparison.
 */
export function lowerCompared(
	code: FunctionCode,
	{ comparison, width, left, right }: ExpressionOf<"compare">,
	depth: number,
): { readonly comparison: Comparison; readonly left: Register; readonly right: Source } {
	const isSwapped = left.kind === "constant";
	const [first, second] = isSwapped ? [right, left] : [left, right];
	const effective = isSwapped ? SWAPPED[comparison] : comparison;
	if (second.kind === "constant" && code.select.hasCompareImmediate(width, second.value)) {
		return { comparison: effective, left: lowerAnywhere(code, first, depth), right: second.value };
	}
	const [a, b] = lowerPair(code, first, second, depth);
	return { comparison: effective, left: a, right: b };
}

/** The base register and offset of a memory access. Objects of .bss are relative to the data register. */
export function lowerMemoryOperand(
	code: FunctionCode,
	{ address, offset }: ExpressionOf<"load" | "store">,
	depth: number,
	later: readonly Expression[],
): { readonly base: Register; readonly offset: number } {
	if (address.kind === "address" && address.section === "bss") {
		return { base: code.target.registers.data, offset: find(code.symbols.data, address.symbol) + offset };
	}
	return { base: lowerAnywhere(code, address, depth, later), offset };
}
