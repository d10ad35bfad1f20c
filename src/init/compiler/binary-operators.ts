import type { BinaryOperator } from "./ir.ts";

/** Operators whose operands can be exchanged. */
export const COMMUTATIVE: ReadonlySet<BinaryOperator> = new Set(["add", "mul", "and", "or", "xor"]);

/** Operators whose right operand is a count of bits, modulo the width. */
export const SHIFTS: ReadonlySet<BinaryOperator> = new Set(["shl", "shr_s", "shr_u", "rotl", "rotr"]);

const DIVISIONS: ReadonlySet<BinaryOperator> = new Set(["div_s", "div_u", "rem_s", "rem_u"]);

/** Whether an operator divides, and so can trap. */
export function isDivision(operator: BinaryOperator): boolean {
	return DIVISIONS.has(operator);
}
