import type { Register } from "../instruction.ts";

/** The general registers in the order of their numbers, by their names in the n64 ABI. */
const NAMES = [
	...["zero", "at", "v0", "v1", "a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7"],
	...["t0", "t1", "t2", "t3", "s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7"],
	...["t8", "t9", "k0", "k1", "gp", "sp", "s8", "ra"],
] as const;

export const ZERO = 0;
export const V0 = 2;
/** a0 to a7 are consecutive. */
export const A0 = 4;
export const A3 = 7;
export const T0 = 12;
export const T1 = 13;
/** s0 to s7 are consecutive. */
export const S0 = 16;
export const GP = 28;
export const SP = 29;
export const S8 = 30;
export const RA = 31;

/** The name of a register, as objdump prints it. */
export function registerName(register: Register): string {
	return NAMES[register] ?? `?${register}`;
}
