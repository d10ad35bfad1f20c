import type { BinaryOperator, Comparison } from "../ir.ts";

/** Arithmetic of two operands. */
export const ALU: Readonly<Partial<Record<BinaryOperator, string>>> = {
	add: "add",
	sub: "sub",
	and: "and",
	or: "or",
	xor: "xor",
};

/** Shifts by a number or cl. */
export const SHIFT: Readonly<Partial<Record<BinaryOperator, string>>> = {
	shl: "shl",
	shr_s: "sar",
	shr_u: "shr",
	rotl: "rol",
	rotr: "ror",
};

/** What j and set end with. */
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
