import type { Comparison } from "./ir.ts";

/** The comparison that is true if and only if this one is false. */
export const OPPOSITE: Readonly<Record<Comparison, Comparison>> = {
	eq: "ne",
	ne: "eq",
	lt_s: "ge_s",
	ge_s: "lt_s",
	lt_u: "ge_u",
	ge_u: "lt_u",
	gt_s: "le_s",
	le_s: "gt_s",
	gt_u: "le_u",
	le_u: "gt_u",
};

/** The comparison with its operands exchanged. */
export const SWAPPED: Readonly<Record<Comparison, Comparison>> = {
	eq: "eq",
	ne: "ne",
	lt_s: "gt_s",
	gt_s: "lt_s",
	lt_u: "gt_u",
	gt_u: "lt_u",
	le_s: "ge_s",
	ge_s: "le_s",
	le_u: "ge_u",
	ge_u: "le_u",
};

/** The same comparison of unsigned numbers. */
export const UNSIGNED: Readonly<Record<Comparison, Comparison>> = {
	eq: "eq",
	ne: "ne",
	lt_s: "lt_u",
	ge_s: "ge_u",
	lt_u: "lt_u",
	ge_u: "ge_u",
	gt_s: "gt_u",
	le_s: "le_u",
	gt_u: "gt_u",
	le_u: "le_u",
};
