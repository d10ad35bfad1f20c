import type { Instruction, Label, Operand } from "../instruction.ts";
import { registerName } from "./registers.ts";

/** As `objdump -d` prints it, without its comments after `#`; `la` stands for auipc and addi. */
export function print({ mnemonic, operands }: Instruction, nameOf: (label: Label) => string): string {
	if (operands.length === 0) return mnemonic;
	return `${mnemonic}\t${operands.map((operand) => printOperand(mnemonic, operand, nameOf)).join(",")}`;
}

/** Shift counts, and the high part of a number, are printed in hexadecimal. */
const HEXADECIMAL: ReadonlySet<string> = new Set(["lui", "slli", "srli", "srai", "slliw", "srliw", "sraiw"]);

function printOperand(mnemonic: string, operand: Operand, nameOf: (label: Label) => string): string {
	switch (operand.kind) {
		case "register":
			return registerName(operand.register);
		case "immediate":
			return HEXADECIMAL.has(mnemonic) ? `0x${operand.value.toString(16)}` : `${operand.value}`;
		case "memory":
			return `${operand.offset}(${registerName(operand.base)})`;
		case "label":
			return `${nameOf(operand.label)}${printOffset(operand.offset)}`;
	}
}

function printOffset(offset: number): string {
	if (offset === 0) return "";
	return offset > 0 ? `+0x${offset.toString(16)}` : `-0x${(-offset).toString(16)}`;
}
