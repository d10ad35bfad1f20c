import type { Instruction, Operand } from "./instruction.ts";
import { littleEndian } from "./integers.ts";

/**
 * Encodes the operands of a mnemonic.
 * @returns a word, or the words of a pseudo-instruction; undefined if the distance does not fit
 */
export type WordRow = (
	operands: readonly Operand[],
	distance: number,
	isLong: boolean,
) => number | readonly number[] | undefined;

/** The fields of a format, by their names in the manual. */
export type Fields<Names extends string> = Readonly<Record<Names, number>>;

interface WordEncoding {
	/** The name of the CPU. */
	readonly cpu: string;
	/** By mnemonic. */
	readonly rows: Readonly<Record<string, WordRow>>;
	/** How branches with a short reach become long: the opposite branch skips a jump. */
	readonly longBranches?: { readonly opposites: Readonly<Record<string, string>>; readonly jump: string };
}

/** The bytes of an instruction, for CPUs whose instructions are 32-bit words, least significant byte first. */
export function encodeWords(
	encoding: WordEncoding,
	{ mnemonic, operands }: Instruction,
	distance: number,
	isLong: boolean,
): readonly number[] | undefined {
	const { cpu, rows, longBranches } = encoding;
	const opposite = isLong ? longBranches?.opposites[mnemonic] : undefined;
	if (longBranches !== undefined && opposite !== undefined) {
		const jump = encodeWords(encoding, { mnemonic: longBranches.jump, operands }, distance - 4, false);
		return jump && [...(encodeWords(encoding, { mnemonic: opposite, operands }, 8, false) ?? []), ...jump];
	}
	const row = rows[mnemonic];
	if (row === undefined) throw new Error(`BUG: ${cpu} cannot encode ${mnemonic}`);
	const words = row(operands, distance, isLong);
	return typeof words === "number" ? littleEndian(words) : words?.flatMap(littleEndian);
}
