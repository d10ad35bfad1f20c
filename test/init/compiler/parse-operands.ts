import type { Instruction, Operand } from "../../../src/init/compiler/instruction.ts";

/** Parses the instructions of a CPU whose memory operands are written as `offset(base)`: the inverse of makePrinter. */
export function makeParser(
	registerName: (register: number) => string,
	registerCount: number,
): (text: string) => Instruction {
	const registers = Array.from({ length: registerCount }, (_, register) => registerName(register));
	return (text) => {
		const { mnemonic, rest } = splitMnemonic(text);
		return { mnemonic, operands: rest === "" ? [] : rest.split(",").map(parseOperand) };
	};

	function parseOperand(text: string): Operand {
		const register = registers.indexOf(text);
		if (register >= 0) return { kind: "register", register, bits: 64 };
		if (text.startsWith(".")) return parseLabel(text);
		const [, offset, base] = /^(-?\d+)\(([^)]+)\)$/.exec(text) ?? [];
		return base === undefined
			? { kind: "immediate", value: BigInt(text) }
			: { kind: "memory", base: registers.indexOf(base), offset: Number(offset), bits: 64 };
	}
}

/** Splits an instruction as objdump prints it, but with a space instead of the tab. */
export function splitMnemonic(text: string): { readonly mnemonic: string; readonly rest: string } {
	const [, mnemonic = "", rest = ""] = /^(\S+) ?(.*)$/.exec(text) ?? [];
	return { mnemonic, rest };
}

/** Parses a label, which is written as its distance: `.+0x8`, or `.` for 0. */
export function parseLabel(text: string): Operand {
	return { kind: "label", label: { name: "." }, offset: parseOffset(text.slice(1)) };
}

/** Parses `+0x8`, `-0x8`, or an empty string, which means 0. */
export function parseOffset(text = ""): number {
	return Number(text.slice(1)) * (text.startsWith("-") ? -1 : 1);
}
