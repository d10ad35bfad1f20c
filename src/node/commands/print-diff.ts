import { toOneLine, toPrintablePatch } from "../../core/report/printable.ts";
import type { Io } from "../io.ts";
import { colorDiff } from "./color-diff.ts";

/**
 * Prints a diff for people, who may read it through a pipe too. Where that makes control characters visible, it is no
 * longer a patch, and says so unless `isQuiet`.
 */
export function printDiff(path: string, diff: string, isQuiet: boolean, io: Io): void {
	const shown = toPrintablePatch(diff);
	io.out(io.color ? colorDiff(shown) : shown);
	if (shown !== diff && !isQuiet)
		io.err(
			`${toOneLine(path)}: the diff shows control characters as symbols and cannot be applied: use --write, or the exact diff of rewrite --json\n`,
		);
}
