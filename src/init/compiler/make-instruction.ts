import type { Instruction, Label, Operand, Register } from "./instruction.ts";

/** Makes an instruction. */
export function op(mnemonic: string, ...operands: Operand[]): Instruction {
	return { mnemonic, operands };
}

/** A number in an instruction. */
export function imm(value: bigint | number): Operand {
	return { kind: "immediate", value: BigInt(value) };
}

/** The address of a label plus an offset in bytes. */
export function at(label: Label, offset = 0): Operand {
	return { kind: "label", label, offset };
}

/** Memory at the address in a register plus an offset, on a CPU whose registers have 64 bits. */
export function mem(base: Register, offset: number): Operand {
	return { kind: "memory", base, offset, bits: 64 };
}

/** A whole register of a CPU whose registers have 64 bits. */
export function reg(register: Register): Operand {
	return { kind: "register", register, bits: 64 };
}
