import { type Bits, registerName } from "../../../../src/init/compiler/amd64/registers.ts";
import type { Instruction, Operand } from "../../../../src/init/compiler/instruction.ts";
import { parseOffset, splitMnemonic } from "../parse-operands.ts";

/**
 * Parses an instruction as `objdump -M intel` prints it, but with one space instead of its padding. A label is written
 * as its distance: `.+0x8`.
 */
export function parseInstruction(text: string): Instruction {
	const { mnemonic, rest } = splitMnemonic(text);
	const parts = rest === "" ? [] : rest.split(",");
	const operands = parts.map(parseOperand);
	const [first] = operands;
	const bits = first !== undefined && "bits" in first && mnemonic !== "push" ? first.bits : 64;
	return {
		mnemonic,
		operands: operands.map((operand) =>
			operand.kind === "immediate" ? { ...operand, value: BigInt.asIntN(bits, operand.value) } : operand,
		),
	};
}

const ALL_BITS: readonly Bits[] = [8, 16, 32, 64];
const REGISTERS: ReadonlyMap<string, Operand> = new Map(
	ALL_BITS.flatMap((bits) =>
		Array.from(
			{ length: 16 },
			(_, register) => [registerName(register, bits), { kind: "register", register, bits }] as const,
		),
	),
);
const POINTERS: Readonly<Record<string, Bits>> = { BYTE: 8, WORD: 16, DWORD: 32, QWORD: 64 };

function parseOperand(text: string): Operand {
	const register = REGISTERS.get(text);
	if (register !== undefined) return register;
	const label = /^(?:\[rip\+)?\.([+-]0x[\da-f]+)?\]?$/.exec(text);
	if (label !== null) return { kind: "label", label: { name: "." }, offset: parseOffset(label[1]) };
	const memory = /^(?:(\w+) PTR )?\[(\w+)([+-]0x[\da-f]+)?\]$/.exec(text);
	if (memory === null) return { kind: "immediate", value: BigInt(text) };
	const base = REGISTERS.get(memory[2] ?? "");
	return {
		kind: "memory",
		base: base?.kind === "register" ? base.register : 0,
		offset: parseOffset(memory[3]),
		bits: POINTERS[memory[1] ?? ""] ?? 64,
	};
}
