import { CONDITIONS } from "../../../../src/init/compiler/arm64/mnemonics.ts";
import { SP } from "../../../../src/init/compiler/arm64/registers.ts";
import type { Instruction, Operand } from "../../../../src/init/compiler/instruction.ts";
import { parseLabel, splitMnemonic } from "../parse-operands.ts";

/** Parses an instruction as objdump prints it, with a space instead of the tab. A label is its distance: `.+0x8`. */
export function parseInstruction(text: string): Instruction {
	const { mnemonic, rest } = splitMnemonic(text);
	const parts = rest === "" ? [] : rest.split(/, (?![^[]*\])/);
	const operands = parts.flatMap((part) => parseOperand(part, mnemonic));
	return { mnemonic, operands: mnemonic === "movk" ? operands : joinShift(operands, parts) };
}

function parseOperand(text: string, mnemonic: string): Operand[] {
	if (/^([xw]\d+|w?sp)$/.test(text))
		return [{ kind: "register", register: parseRegister(text), bits: /^(x|sp)/.test(text) ? 64 : 32 }];
	if (text.startsWith("[")) return parseMemory(text);
	if (text.startsWith(".")) return [parseLabel(text)];
	if (mnemonic === "cset") return [immediate(BigInt(CONDITIONS.indexOf(text)))];
	return [immediate(BigInt(text.replace(/^.*#/, "")))];
}

function parseRegister(text: string): number {
	return text.endsWith("sp") ? SP : Number(text.slice(1));
}

/** A pre-indexed operand repeats its offset as the step. */
function parseMemory(text: string): Operand[] {
	const [, base = "", offset = "0", mark] = /^\[(\w+)(?:, #(-?\d+))?\](!?)$/.exec(text) ?? [];
	return [
		{ kind: "memory", base: parseRegister(base), offset: Number(offset), bits: 64 },
		...(mark === "!" ? [immediate(BigInt(offset))] : []),
	];
}

/** `#0x1, lsl #12` is one immediate. */
function joinShift(operands: readonly Operand[], parts: readonly string[]): Operand[] {
	if (!parts.at(-1)?.startsWith("lsl")) return [...operands];
	return operands
		.slice(0, -1)
		.map((operand) => (operand.kind === "immediate" ? immediate(operand.value << 12n) : operand));
}

function immediate(value: bigint): Operand {
	return { kind: "immediate", value };
}
