import type { Operand, Register } from "../instruction.ts";

export const X0 = 0;
export const X1 = 1;
export const X2 = 2;
export const X3 = 3;
export const X4 = 4;
export const X5 = 5;
export const X6 = 6;
export const X7 = 7;
export const X8 = 8;
export const X16 = 16;
export const X17 = 17;
export const X19 = 19;
export const X20 = 20;
export const X21 = 21;
export const X22 = 22;
export const X23 = 23;
export const X24 = 24;
export const X25 = 25;
export const X26 = 26;
export const X27 = 27;
export const X28 = 28;
export const X30 = 30;
/**
 * Register 31 is the stack pointer in some formats and the zero register in others. As an operand it is always the
 * stack pointer.
 */
export const SP = 31;

/** The name of a register when 32 or 64 of its bits are used. */
export function registerName(register: Register, bits: number): string {
	const isWide = bits === 64;
	if (register === SP) return isWide ? "sp" : "wsp";
	return `${isWide ? "x" : "w"}${register}`;
}

/** A register, or its low half, as an operand. */
export function reg(bits: 32 | 64, register: Register): Operand {
	return { kind: "register", register, bits };
}
