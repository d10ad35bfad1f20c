import { registerName } from "../../../../src/init/compiler/arm/registers.ts";
import type { Instruction, Operand } from "../../../../src/init/compiler/instruction.ts";
import { parseLabel, splitMnemonic } from "../parse-operands.ts";

const REGISTERS = Array.from({ length: 16 }, (_, register) => registerName(register));

/** Parses an instruction as objdump prints it, with a space instead of the tab. A label is its distance: `.+0x8`. */
export function parseInstruction(text: string): Instruction {
	const { mnemonic, rest } = splitMnemonic(text);
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
	if (text.startsWith(".")) return parseLabel(text);
	const [, base, offset = "0"] = /^\[(\w+)(?:, #(-?\d+))?\]$/.exec(text) ?? [];
	return base === undefined
		? { kind: "immediate", value: BigInt(text.replace("#", "")) }
		: { kind: "memory", base: REGISTERS.indexOf(base), offset: Number(offset), bits: 32 };
}
