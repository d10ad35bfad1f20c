import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { AnalysedFile } from "../../core/analysis/analyse-source.ts";
import { findCopiedBinaries } from "../../core/check/copied-binaries.ts";
import { pidone } from "../../core/inits/pidone.ts";
import { toOneLine } from "../../core/report/printable.ts";
import type { RewriteOptions } from "../../core/rewrite/options.ts";
import { quoteWords } from "../builder/quote-words.ts";

/**
 * The folders from which a rewritten Dockerfile copies pidone and which do not have it yet, by their paths from cwd.
 */
export function findMissingFolders(
	rewritten: AnalysedFile,
	context: string,
	{ options, cwd }: { readonly options: RewriteOptions; readonly cwd: string },
): readonly string[] {
	const copied = findCopiedBinaries(rewritten, options);
	const missing = copied.filter((binary) => binary.init === pidone.name && !existsSync(join(context, binary.path)));
	return [...new Set(missing.map(({ path }) => relative(cwd, join(context, dirname(path))) || "."))];
}

/**
 * What to do about them, in one line; undefined if there are none.
 * @param words for `emit --for`
 */
export function describeMissingFolders(folders: ReadonlySet<string>, words: readonly string[]): string | undefined {
	if (folders.size === 0) return undefined;
	return toOneLine(
		`the build copies pidone from ${[...folders].join(", ")}, but it is not there yet: run pidone emit --for ${quoteWords(words)}`,
	);
}
