import type { Register } from "../instruction.ts";

/** The integer registers in the order of their numbers, by their names in the calling convention (RISC-V psABI). */
const NAMES = [
	...["zero", "ra", "sp", "gp", "tp", "t0", "t1", "t2", "s0", "s1"],
	...["a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7"],
	...["s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "s10", "s11", "t3", "t4", "t5", "t6"],
] as const;

export const ZERO = 0;
export const RA = 1;
export const SP = 2;
export const GP = 3;
export const T0 = 5;
export const T1 = 6;
export const S0 = 8;
export const S1 = 9;
export const A0 = 10;
export const A1 = 11;
export const A2 = 12;
export const A3 = 13;
export const A4 = 14;
export const A5 = 15;
export const A6 = 16;
export const A7 = 17;
/** s2 to s11 are consecutive. */
export const S2 = 18;

/** The name of a register, as objdump prints it. */
export function registerName(register: Register): string {
	return NAMES[register] ?? `?${register}`;
}
