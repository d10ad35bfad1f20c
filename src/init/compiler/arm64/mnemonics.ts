import type { BinaryOperator, Comparison } from "../ir.ts";

/** Conditions by their codes (Arm ARM, C1.2.4). Each odd code is the opposite of the code before it. */
export const CONDITIONS: readonly string[] = [
	...["eq", "ne", "cs", "cc", "mi", "pl", "vs", "vc"],
	...["hi", "ls", "ge", "lt", "gt", "le", "al", "nv"],
];

/** The conditions of comparisons. */
export const CONDITION: Readonly<Record<Comparison, string>> = {
	eq: "eq",
	ne: "ne",
	lt_s: "lt",
	ge_s: "ge",
	le_s: "le",
	gt_s: "gt",
	lt_u: "cc",
	ge_u: "cs",
	le_u: "ls",
	gt_u: "hi",
};

/** Bitwise operators. */
export const LOGICAL: Readonly<Partial<Record<BinaryOperator, string>>> = { and: "and", or: "orr", xor: "eor" };

/** Shifts by an immediate or a register; there is no rotation to the left. */
export const SHIFT: Readonly<Partial<Record<BinaryOperator, string>>> = {
	shl: "lsl",
	shr_s: "asr",
	shr_u: "lsr",
	rotr: "ror",
};
