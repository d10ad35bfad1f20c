import type { RewriteOptions } from "../../../src/core/rewrite/options.ts";
import { rewrite } from "../../../src/core/rewrite/rewrite.ts";

/**
 * The lines that a rewrite adds to a file, with the file's own lines in brackets. If there are none, what prevents it.
 */
export function addedLines(source: string, options: RewriteOptions): string {
	const { text, isChanged, outcomes } = rewrite(source, options);
	if (!isChanged) return outcomes.at(-1)?.message ?? "";
	const original = new Set(source.split("\n"));
	return text
		.trimEnd()
		.split("\n")
		.filter((line) => !line.startsWith("# pidone: "))
		.map((line) => (original.has(line) ? `[${line}]` : line))
		.join("\n");
}
