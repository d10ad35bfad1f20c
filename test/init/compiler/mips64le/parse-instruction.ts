import type { Instruction, Operand } from "../../../../src/init/compiler/instruction.ts";
import { registerName } from "../../../../src/init/compiler/mips64le/registers.ts";

const REGISTERS = Array.from({ length: 32 }, (_, register) => registerName(register));

/** Reads an instruction as objdump prints it, with a space for the tab. A label is written as its distance: `.+0x8`. */
export function parseInstruction(text: string): Instruction {
	const [, mnemonic = "", rest = ""] = /^(\S+) ?(.*)$/.exec(text) ?? [];
	return { mnemonic, operands: rest === "" ? [] : rest.split(",").map(parseOperand) };
}

function parseOperand(text: string): Operand {
	const register = REGISTERS.indexOf(text);
	if (register >= 0) return { kind: "register", register, bits: 64 };
	if (text.startsWith("."))
		return { kind: "label", label: { name: "." }, offset: Number(text.slice(2)) * (text[1] === "-" ? -1 : 1) };
	const [, offset, base] = /^(-?\d+)\((\w+)\)$/.exec(text) ?? [];
	return base === undefined
		? { kind: "immediate", value: BigInt(text) }
		: { kind: "memory", base: REGISTERS.indexOf(base), offset: Number(offset), bits: 64 };
}
