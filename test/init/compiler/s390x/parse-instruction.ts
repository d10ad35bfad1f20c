import type { Instruction, Operand } from "../../../../src/init/compiler/instruction.ts";

/** Reads an instruction as objdump prints it, with a space for the tab. A label is written as its distance: `.+0x8`. */
export function parseInstruction(text: string): Instruction {
	const [, mnemonic = "", rest = ""] = /^(\S+) ?(.*)$/.exec(text) ?? [];
	return { mnemonic, operands: rest.split(",").map(parseOperand) };
}

function parseOperand(text: string): Operand {
	if (text.startsWith("%r")) return { kind: "register", register: Number(text.slice(2)), bits: 64 };
	if (text.startsWith("."))
		return { kind: "label", label: { name: "." }, offset: Number(text.slice(2)) * (text[1] === "-" ? -1 : 1) };
	const [, offset, base] = /^(-?\d+)\(%r(\d+)\)$/.exec(text) ?? [];
	return base === undefined
		? { kind: "immediate", value: BigInt(text) }
		: { kind: "memory", base: Number(base), offset: Number(offset), bits: 64 };
}
