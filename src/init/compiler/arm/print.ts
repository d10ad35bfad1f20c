import type { Instruction, Label, Operand } from "../instruction.ts";
import { printOffset } from "../print-operands.ts";
import { registerName } from "./registers.ts";

/** As `objdump -d` prints it, without its comments after `@`; `adr` stands for the additions that make an address. */
export function print({ mnemonic, operands }: Instruction, nameOf: (label: Label) => string): string {
	const texts = operands.map((operand) => printOperand(mnemonic, operand, nameOf));
	return `${mnemonic}\t${mnemonic === "push" || mnemonic === "pop" ? `{${texts.join(", ")}}` : texts.join(", ")}`;
}

function printOperand(mnemonic: string, operand: Operand, nameOf: (label: Label) => string): string {
	switch (operand.kind) {
		case "register":
			return registerName(operand.register);
		case "immediate":
			if (mnemonic === "svc") return `0x${operand.value.toString(16).padStart(8, "0")}`;
			return `#${BigInt.asIntN(32, operand.value)}`;
		case "memory":
			return `[${registerName(operand.base)}${operand.offset === 0 ? "" : `, #${operand.offset}`}]`;
		case "label":
			return `${nameOf(operand.label)}${printOffset(operand.offset)}`;
	}
}
