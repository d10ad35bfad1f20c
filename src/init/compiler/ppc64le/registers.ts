import type { Register } from "../instruction.ts";

export const R0 = 0;
export const R1 = 1;
export const R3 = 3;
export const R4 = 4;
export const R5 = 5;
export const R6 = 6;
export const R7 = 7;
export const R8 = 8;
export const R11 = 11;
export const R12 = 12;
/** r14 to r30 are consecutive. */
export const R14 = 14;
export const R31 = 31;

/** The name of a register, as objdump prints it. */
export function registerName(register: Register): string {
	return `r${register}`;
}
