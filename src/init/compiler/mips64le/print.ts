import type { Instruction, Label, Operand } from "../instruction.ts";
import { registerName } from "./registers.ts";

/** As `objdump -d -M gpr-names=64` prints it; `la` stands for the branch and the additions that make an address. */
export function print({ mnemonic, operands }: Instruction, nameOf: (label: Label) => string): string {
	if (operands.length === 0) return mnemonic;
	return `${mnemonic}\t${operands.map((operand) => printOperand(mnemonic, operand, nameOf)).join(",")}`;
}

/** Instructions with a signed immediate. */
const DECIMAL: ReadonlySet<string> = new Set(["addiu", "daddiu", "slti", "sltiu"]);

function printOperand(mnemonic: string, operand: Operand, nameOf: (label: Label) => string): string {
	switch (operand.kind) {
		case "register":
			return registerName(operand.register);
		case "immediate":
			return printNumber(mnemonic, operand.value);
		case "memory":
			return `${operand.offset}(${registerName(operand.base)})`;
		case "label":
			return `${nameOf(operand.label)}${printOffset(operand.offset)}`;
	}
}

/** From 32,768 on, the number of `li` is that of `ori`. */
function printNumber(mnemonic: string, value: bigint): string {
	const isDecimal = mnemonic === "li" ? value < 0x8000n : DECIMAL.has(mnemonic);
	return isDecimal ? `${value}` : `0x${value.toString(16)}`;
}

function printOffset(offset: number): string {
	if (offset === 0) return "";
	return offset > 0 ? `+0x${offset.toString(16)}` : `-0x${(-offset).toString(16)}`;
}
