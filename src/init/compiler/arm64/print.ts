import type { Instruction, Label, Operand } from "../instruction.ts";
import { printOffset } from "../print-operands.ts";
import { fitsSum } from "./immediates.ts";
import { CONDITIONS } from "./mnemonics.ts";
import { registerName } from "./registers.ts";

/** As `objdump -d` prints it, without its comments after `//`. */
export function print({ mnemonic, operands }: Instruction, nameOf: (label: Label) => string): string {
	if (operands.length === 0) return mnemonic;
	const texts = operands.flatMap((operand, index) =>
		isPreIndexed(operand, operands[index - 1]) ? [] : [printOperand(mnemonic, operand, index, operands, nameOf)],
	);
	return `${mnemonic}\t${texts.join(", ")}`;
}

function printOperand(
	mnemonic: string,
	operand: Operand,
	index: number,
	operands: readonly Operand[],
	nameOf: (label: Label) => string,
): string {
	switch (operand.kind) {
		case "register":
			return registerName(operand.register, operand.bits);
		case "immediate":
			return printImmediate(mnemonic, operand.value, index, operands);
		case "memory":
			return printMemory(operand.base, operand.offset, operands.length > index + 1);
		case "label":
			return `${nameOf(operand.label)}${printOffset(operand.offset)}`;
	}
}

/** Immediates that are counts or distances are printed in decimal. */
const DECIMAL: ReadonlySet<string> = new Set([
	...["lsl", "lsr", "asr", "ror", "udf"],
	...["tbz", "tbnz", "str", "ldr", "stp", "ldp"],
]);
const SUMS: ReadonlySet<string> = new Set(["add", "sub", "cmp", "cmn"]);

function printImmediate(mnemonic: string, value: bigint, index: number, operands: readonly Operand[]): string {
	if (mnemonic === "cset") return CONDITIONS[Number(value)] ?? "?";
	if (mnemonic === "movk" && index === 2) return `lsl #${value}`;
	if (DECIMAL.has(mnemonic)) return `#${value}`;
	if (SUMS.has(mnemonic) && value >= 1n << 12n && fitsSum(value)) return `#0x${(value >> 12n).toString(16)}, lsl #12`;
	const [first] = operands;
	const bits = first?.kind === "register" ? first.bits : 64;
	return `#0x${BigInt.asUintN(bits, value).toString(16)}`;
}

/**
 * @param hasStep whether an immediate after it moves the base register: by the offset (pre-indexed), or after the
 * access
 */
function printMemory(base: number, offset: number, hasStep: boolean): string {
	const name = registerName(base, 64);
	if (offset === 0) return `[${name}]`;
	return `[${name}, #${offset}]${hasStep ? "!" : ""}`;
}

/** The step of a pre-indexed access is printed as its offset. */
function isPreIndexed(operand: Operand, before: Operand | undefined): boolean {
	return operand.kind === "immediate" && before?.kind === "memory" && before.offset !== 0;
}
