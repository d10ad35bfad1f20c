import type { Operand, Register } from "../instruction.ts";

/** The general registers in the order of their numbers (Intel SDM volume 2, table 2-2), by how many bits are used. */
const NAMES = {
	8: ["al", "cl", "dl", "bl", "spl", "bpl", "sil", "dil", "r8b", "r9b", "r10b", "r11b", "r12b", "r13b", "r14b", "r15b"],
	16: ["ax", "cx", "dx", "bx", "sp", "bp", "si", "di", "r8w", "r9w", "r10w", "r11w", "r12w", "r13w", "r14w", "r15w"],
	32: [
		"eax",
		"ecx",
		"edx",
		"ebx",
		"esp",
		"ebp",
		"esi",
		"edi",
		"r8d",
		"r9d",
		"r10d",
		"r11d",
		"r12d",
		"r13d",
		"r14d",
		"r15d",
	],
	64: ["rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15"],
} as const;

export const RAX = 0;
export const RCX = 1;
export const RDX = 2;
export const RBX = 3;
export const RSP = 4;
export const RBP = 5;
export const RSI = 6;
export const RDI = 7;
export const R8 = 8;
export const R9 = 9;
export const R10 = 10;
export const R11 = 11;
export const R12 = 12;
export const R13 = 13;
export const R14 = 14;
export const R15 = 15;

export type Bits = keyof typeof NAMES;

/** The name of the part of a register that has this many bits. */
export function registerName(register: Register, bits: number): string {
	return (
		(bits === 8 || bits === 16 || bits === 32 || bits === 64 ? NAMES[bits][register] : undefined) ?? `?${register}`
	);
}

/** A register, or its low part, as an operand. */
export function reg(bits: Bits, register: Register): Operand {
	return { kind: "register", register, bits };
}

/** Memory at the address in a register plus an offset, as an operand. */
export function mem(bits: Bits, base: Register, offset: number): Operand {
	return { kind: "memory", base, offset, bits };
}
