import type { Operand, Register } from "../instruction.ts";

const NAMES = ["r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8", "r9", "sl", "fp", "ip", "sp", "lr", "pc"] as const;

export const R0 = 0;
export const R1 = 1;
export const R2 = 2;
export const R3 = 3;
export const R4 = 4;
export const R5 = 5;
export const R6 = 6;
export const R7 = 7;
export const R8 = 8;
export const R9 = 9;
export const SL = 10;
export const FP = 11;
export const IP = 12;
export const SP = 13;
export const LR = 14;
export const PC = 15;

/** The name of a register, as objdump prints it. */
export function registerName(register: Register): string {
	return NAMES[register] ?? `?${register}`;
}

/** A register as an operand. */
export function reg(register: Register): Operand {
	return { kind: "register", register, bits: 32 };
}
