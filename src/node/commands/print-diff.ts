import { toOneLine, toPrintablePatch } from "../../core/report/printable.ts";
import type { Io } from "../io.ts";
import { colorDiff } from "./color-diff.ts";

/**
 * Prints a diff for people, possibly through a pipe. If it has to make control characters visible, the diff is no
 * longer a patch, and it says so unless `isQuiet`.
 */
export function printDiff(path: string, diff: string, isQuiet: boolean, io: Io): void {
	const shown = toPrintablePatch(diff);
	io.out(io.color ? colorDiff(shown) : shown);
	if (shown !== diff && !isQuiet)
		io.err(
			`${toOneLine(path)}: the diff shows control characters as symbols and cannot be applied: use --write, or the exact diff of rewrite --json\n`,
		);
}
