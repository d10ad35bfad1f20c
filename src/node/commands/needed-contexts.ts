import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { AnalysedFile } from "../../core/analysis/analyse-source.ts";
import { findCopiedBinaries } from "../../core/check/copied-binaries.ts";
import { pidone } from "../../core/inits/pidone.ts";
import { toOneLine } from "../../core/report/printable.ts";
import type { RewriteOptions } from "../../core/rewrite/options.ts";
import { quoteWords } from "../builder/quote-words.ts";

/**
 * The folders from which rewritten Dockerfiles copy pidone and which do not have it yet: whoever builds has to know
 * them.
 */
export class NeededContexts {
	readonly #cwd: string;
	/** The words for `emit --for`. */
	readonly #words: readonly string[];
	readonly #folders = new Set<string>();

	constructor(cwd: string, words: readonly string[]) {
		this.#cwd = cwd;
		this.#words = words;
	}

	/** Adds the folder of a Dockerfile, if it needs one. */
	add(rewritten: AnalysedFile, context: string, options: RewriteOptions): void {
		const copied = findCopiedBinaries(rewritten, options);
		const missing = copied.filter((binary) => binary.init === pidone.name && !existsSync(join(context, binary.path)));
		for (const binary of missing) this.#folders.add(relative(this.#cwd, join(context, dirname(binary.path))) || ".");
	}

	/** What to do, as one line; undefined when every folder has it. */
	describe(): string | undefined {
		if (this.#folders.size === 0) return undefined;
		const folders = [...this.#folders].join(", ");
		return toOneLine(
			`the build copies pidone from ${folders}, but it is not there yet: run pidone emit --for ${quoteWords(this.#words)}`,
		);
	}
}
