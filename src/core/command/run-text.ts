import type { Instruction } from "../dockerfile/instruction.ts";

/** The script of a RUN in shell form, heredocs included. */
export function shellTextOf({ argument, hasHeredoc, lineEnd }: Instruction, source: string): string {
	if (!hasHeredoc) return argument.text;
	const lineFeed = source.indexOf("\n", argument.offsetAt(argument.text.length));
	const bodies = lineFeed === -1 ? "" : source.slice(lineFeed + 1, lineEnd);
	// `RUN <<EOF` runs the lines themselves.
	return /^<<-?\s*\S+\s*$/.test(argument.text) ? bodies : `${argument.text}\n${bodies}`;
}
