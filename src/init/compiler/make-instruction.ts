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

/** A whole register of a CPU whose registers have 64 bits. */
export function reg(register: Register): Operand {
	return { kind: "register", register, bits: 64 };
}
