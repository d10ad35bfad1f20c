import type { Instruction, Label, Operand } from "../instruction.ts";
import { registerName } from "./registers.ts";

/** As `objdump -d` prints it; `la` stands for the branch and the additions that make an address. */
export function print({ mnemonic, operands }: Instruction, nameOf: (label: Label) => string): string {
	if (operands.length === 0) return mnemonic;
	return `${mnemonic}\t${operands.map((operand) => printOperand(operand, nameOf)).join(",")}`;
}

function printOperand(operand: Operand, nameOf: (label: Label) => string): string {
	switch (operand.kind) {
		case "register":
			return registerName(operand.register);
		case "immediate":
			return `${operand.value}`;
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
