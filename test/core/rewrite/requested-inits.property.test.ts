import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Dockerfile, parseDockerfile } from "../../../src/core/dockerfile/parse.ts";
import { DockerfileSyntaxError } from "../../../src/core/dockerfile/syntax-error.ts";
import type { CatalogueEntry } from "../../../src/core/images/catalogue-entry.ts";
import type { RewriteOptions } from "../../../src/core/rewrite/options.ts";
import type { RewriteResult } from "../../../src/core/rewrite/result.ts";
import { revert } from "../../../src/core/rewrite/revert.ts";
import { rewrite } from "../../../src/core/rewrite/rewrite.ts";
import { RUNS, SEED } from "../../properties.ts";
import { arbitraryFlaggedDockerfile } from "./arbitrary-flagged-dockerfile.ts";
import { arbitraryOptions } from "./arbitrary-options.ts";
import { hasMarker, tryRead, tryRevert } from "./property-helpers.ts";

/** The result, or undefined if a stage with the flag --init cannot get an init, or if the flag is wrong. */
function tryRewrite(source: string, options: RewriteOptions): RewriteResult | undefined {
	try {
		return rewrite(source, options);
	} catch (error) {
		if (error instanceof DockerfileSyntaxError) return undefined;
		throw error;
	}
}

/** What is declared for unknown bases, so that more of the files can be rewritten. */
const ANY_BASE: CatalogueEntry = { images: [], source: "", entrypoint: ["/entrypoint"] };

/** A stage's instructions as they are written, without the comments above them. */
function instructionTexts({ source, stages }: Dockerfile, index: number): string[] {
	return (stages[index]?.instructions ?? []).map(({ lineStart, lineEnd }) => source.slice(lineStart, lineEnd));
}

function expectFlagsOff(before: Dockerfile, after: Dockerfile): void {
	expect(after.stages.flatMap(({ initFlags }) => initFlags)).toEqual([]);
	// A marker may represent a flag that another rewrite removed.
	if (hasMarker(before.source)) return;
	const own = { ...after, stages: after.stages.filter(({ name }) => !name?.endsWith("-binary")) };
	for (const { index, initFlags } of before.stages) {
		if (initFlags.length === 0) expect(instructionTexts(own, index)).toEqual(instructionTexts(before, index));
	}
}

describe("rewrite, of any Dockerfile in which commands have --init", () => {
	it("takes every flag off, changes no stage without one, and revert puts them back", { timeout: 3_600_000 }, () => {
		let valid = 0;
		let changed = 0;
		fc.assert(
			fc.property(arbitraryFlaggedDockerfile, arbitraryOptions, fc.boolean(), (source, someOptions, isKnown) => {
				const read = tryRead(source, someOptions);
				if (read?.dockerfile.stages.some(({ initFlags }) => initFlags.length > 0) !== true) return;
				const { dockerfile } = read;
				valid++;
				const options = { ...read.options, ...(isKnown ? { anyBase: ANY_BASE } : {}) };
				const result = tryRewrite(source, options);
				if (result === undefined) return;
				changed++;
				expectFlagsOff(dockerfile, parseDockerfile(result.text));
				expect(rewrite(result.text, options).text).toBe(result.text);
				if (hasMarker(source)) expect(() => tryRevert(result.text)).not.toThrow();
				else expect(revert(result.text).text).toBe(source);
			}),
			{ numRuns: RUNS, seed: SEED },
		);
		expect(valid).toBeGreaterThan(RUNS * 0.3);
		expect(changed).toBeGreaterThan(RUNS * 0.1);
	});
});
