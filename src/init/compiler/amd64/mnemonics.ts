import type { BinaryOperator, Comparison } from "../ir.ts";

/** Arithmetic with two operands. */
export const ALU: Readonly<Partial<Record<BinaryOperator, string>>> = {
	add: "add",
	sub: "sub",
	and: "and",
	or: "or",
	xor: "xor",
};

/** Shifts by an immediate or by cl. */
export const SHIFT: Readonly<Partial<Record<BinaryOperator, string>>> = {
	shl: "shl",
	shr_s: "sar",
	shr_u: "shr",
	rotl: "rol",
	rotr: "ror",
};

/** The suffixes of j and set. */
export const CONDITION: Readonly<Record<Comparison, string>> = {
	eq: "e",
	ne: "ne",
	lt_s: "l",
	ge_s: "ge",
	le_s: "le",
	gt_s: "g",
	lt_u: "b",
	ge_u: "ae",
	le_u: "be",
	gt_u: "a",
};
