import type { Instruction, Label, Operand } from "../instruction.ts";
import { printOffset } from "../print-operands.ts";
import { R13, RBP, registerName } from "./registers.ts";

/**
 * Intel syntax, as `objdump -M intel` prints it.
 * @param addressBits the size of registers in addresses: 32 for the predecessors of this CPU
 */
export function print(
	{ mnemonic, operands }: Instruction,
	nameOf: (label: Label) => string,
	addressBits: 32 | 64 = 64,
): string {
	if (operands.length === 0) return mnemonic;
	const bits = widestOf(mnemonic, operands, addressBits);
	const texts = operands.map((operand) => printOperand(operand, { bits, addressBits, mnemonic, nameOf }));
	return `${mnemonic.padEnd(6)} ${texts.join(",")}`;
}

/** An immediate is as wide as the register next to it. */
function widestOf(mnemonic: string, operands: readonly Operand[], addressBits: number): number {
	const [first] = operands;
	if (mnemonic === "int") return 8;
	return mnemonic !== "push" && (first?.kind === "register" || first?.kind === "memory") ? first.bits : addressBits;
}

const POINTERS: Readonly<Record<number, string>> = { 8: "BYTE", 16: "WORD", 32: "DWORD", 64: "QWORD" };

/** What the text of an operand depends on. */
interface Surroundings {
	readonly bits: number;
	readonly addressBits: 32 | 64;
	readonly mnemonic: string;
	readonly nameOf: (label: Label) => string;
}

function printOperand(operand: Operand, { bits, addressBits, mnemonic, nameOf }: Surroundings): string {
	switch (operand.kind) {
		case "register":
			return registerName(operand.register, operand.bits);
		case "immediate":
			return `0x${BigInt.asUintN(bits, operand.value).toString(16)}`;
		case "memory": {
			// An address in code always has a displacement.
			const isDisplaced = operand.base === RBP || operand.base === R13;
			const offset = isDisplaced && operand.offset === 0 ? "+0x0" : printOffset(operand.offset);
			const address = `[${registerName(operand.base, addressBits)}${offset}]`;
			return mnemonic === "lea" ? address : `${POINTERS[operand.bits]} PTR ${address}`;
		}
		case "label": {
			const address = `${nameOf(operand.label)}${printOffset(operand.offset)}`;
			return mnemonic === "lea" ? `[rip+${address}]` : address;
		}
	}
}
