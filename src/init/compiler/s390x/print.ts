import type { Instruction, Label, Operand } from "../instruction.ts";
import { registerName } from "./registers.ts";

/** As `objdump -d` prints it. */
export function print({ mnemonic, operands }: Instruction, nameOf: (label: Label) => string): string {
	return `${mnemonic}\t${operands.map((operand) => printOperand(mnemonic, operand, nameOf)).join(",")}`;
}

/** Instructions with unsigned numbers. */
const UNSIGNED: ReadonlySet<string> = new Set(["nilf", "oilf", "xilf", "llilf", "iihf", "clfi", "clgfi"]);

function printOperand(mnemonic: string, operand: Operand, nameOf: (label: Label) => string): string {
	switch (operand.kind) {
		case "register":
			return registerName(operand.register);
		case "immediate":
			if (mnemonic === ".long") return `0x${operand.value.toString(16).padStart(8, "0")}`;
			return `${UNSIGNED.has(mnemonic) ? BigInt.asUintN(32, operand.value) : operand.value}`;
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
