import { mem, reg } from "../amd64/registers.ts";
import type { Operand, Register } from "../instruction.ts";

export const EAX = 0;
export const ECX = 1;
export const EDX = 2;
export const EBX = 3;
export const ESP = 4;
export const EBP = 5;
export const ESI = 6;
export const EDI = 7;

/** Words at the start of .bss that serve as registers, because this CPU has too few. */
const FIRST_IN_MEMORY: Register = 8;
export const M0 = 8;
export const M1 = 9;
export const M2 = 10;
export const M3 = 11;
/** Two more for divisions: the divisor, and the saved value of eax. */
export const DIVISOR = 12;
export const SAVED_EAX = 13;
/** The size of all of them in bytes. */
export const MEMORY_SIZE = 24;

/** Offsets of -128 to 127 take one byte: the data register points into the middle. */
export const DATA_BIAS = 128;

/** Whether a register is a word of memory that serves as one. */
export function isInMemory(register: Register): boolean {
	return register >= FIRST_IN_MEMORY;
}

/** A register, or the word that serves as one; for 8 bits, its lowest byte. */
export function place(register: Register, bits: 8 | 16 | 32 = 32): Operand {
	if (!isInMemory(register)) return reg(bits, register);
	return mem(bits, EBX, (register - FIRST_IN_MEMORY) * 4 - DATA_BIAS);
}
