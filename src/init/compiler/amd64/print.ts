import type { Instruction, Label, Operand } from "../instruction.ts";
import { R13, RBP, registerName } from "./registers.ts";

/** Intel syntax, as `objdump -M intel` prints it. */
export function print({ mnemonic, operands }: Instruction, nameOf: (label: Label) => string): string {
	if (operands.length === 0) return mnemonic;
	const bits = widestOf(mnemonic, operands);
	const texts = operands.map((operand) => printOperand(operand, bits, mnemonic, nameOf));
	return `${mnemonic.padEnd(6)} ${texts.join(",")}`;
}

/** Immediates are printed as wide as the register beside them. */
function widestOf(mnemonic: string, operands: readonly Operand[]): number {
	const [first] = operands;
	return mnemonic !== "push" && (first?.kind === "register" || first?.kind === "memory") ? first.bits : 64;
}

const POINTERS: Readonly<Record<number, string>> = { 8: "BYTE", 16: "WORD", 32: "DWORD", 64: "QWORD" };

function printOperand(operand: Operand, bits: number, mnemonic: string, nameOf: (label: Label) => string): string {
	switch (operand.kind) {
		case "register":
			return registerName(operand.register, operand.bits);
		case "immediate":
			return `0x${BigInt.asUintN(bits, operand.value).toString(16)}`;
		case "memory": {
			// Code has a displacement there always.
			const isDisplaced = operand.base === RBP || operand.base === R13;
			const offset = isDisplaced && operand.offset === 0 ? "+0x0" : printOffset(operand.offset);
			const address = `[${registerName(operand.base, 64)}${offset}]`;
			return mnemonic === "lea" ? address : `${POINTERS[operand.bits]} PTR ${address}`;
		}
		case "label": {
			const address = `${nameOf(operand.label)}${printOffset(operand.offset)}`;
			return mnemonic === "lea" ? `[rip+${address}]` : address;
		}
	}
}

function printOffset(offset: number): string {
	if (offset === 0) return "";
	return offset > 0 ? `+0x${offset.toString(16)}` : `-0x${(-offset).toString(16)}`;
}
