import { registerName } from "../../../../src/init/compiler/arm/registers.ts";
import type { Instruction, Operand } from "../../../../src/init/compiler/instruction.ts";

const REGISTERS = Array.from({ length: 16 }, (_, register) => registerName(register));

/** Reads an instruction as objdump prints it, with a space for the tab. A label is written as its distance: `.+0x8`. */
export function parseInstruction(text: string): Instruction {
	const [, mnemonic = "", rest = ""] = /^(\S+) ?(.*)$/.exec(text) ?? [];
	return {
		mnemonic,
		operands: rest
			.replace(/^\{(.*)\}$/, "$1")
			.split(/, (?![^[]*\])/)
			.map(parseOperand),
	};
}

function parseOperand(text: string): Operand {
	const register = REGISTERS.indexOf(text);
	if (register >= 0) return { kind: "register", register, bits: 32 };
	if (text.startsWith("."))
		return { kind: "label", label: { name: "." }, offset: Number(text.slice(2)) * (text[1] === "-" ? -1 : 1) };
	const [, base, offset = "0"] = /^\[(\w+)(?:, #(-?\d+))?\]$/.exec(text) ?? [];
	return base === undefined
		? { kind: "immediate", value: BigInt(text.replace("#", "")) }
		: { kind: "memory", base: REGISTERS.indexOf(base), offset: Number(offset), bits: 32 };
}
