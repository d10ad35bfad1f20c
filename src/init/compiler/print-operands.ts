import type { Label, Operand, Register } from "./instruction.ts";
import type { Target } from "./target.ts";

/** The syntax of a CPU, as objdump prints it. */
interface Syntax {
	readonly registerName: (register: Register) => string;
	readonly printImmediate: (value: bigint, mnemonic: string) => string;
}

/** A printer for a CPU whose memory operands are written as `offset(base)`. */
export function makePrinter(syntax: Syntax): Target["print"] {
	return ({ mnemonic, operands }, nameOf) => {
		const texts = operands.map((operand) => printOperand(operand, { ...syntax, mnemonic, nameOf }));
		return texts.length === 0 ? mnemonic : `${mnemonic}\t${texts.join(",")}`;
	};
}

interface Surroundings extends Syntax {
	readonly mnemonic: string;
	readonly nameOf: (label: Label) => string;
}

function printOperand(operand: Operand, { registerName, printImmediate, mnemonic, nameOf }: Surroundings): string {
	switch (operand.kind) {
		case "register":
			return registerName(operand.register);
		case "immediate":
			return printImmediate(operand.value, mnemonic);
		case "memory":
			return `${operand.offset}(${registerName(operand.base)})`;
		case "label":
			return `${nameOf(operand.label)}${printOffset(operand.offset)}`;
	}
}

/** An offset after the name of a label or register. */
export function printOffset(offset: number): string {
	if (offset === 0) return "";
	return offset > 0 ? `+0x${offset.toString(16)}` : `-0x${(-offset).toString(16)}`;
}
