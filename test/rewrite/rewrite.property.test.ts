import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDockerfile } from "../../src/dockerfile/parse.ts";
import { DockerfileSyntaxError } from "../../src/dockerfile/syntax-error.ts";
import { findComments } from "../../src/findings/comments.ts";
import { parseMarker } from "../../src/rewrite/marker.ts";
import type { RewriteOptions } from "../../src/rewrite/options.ts";
import { revert } from "../../src/rewrite/revert.ts";
import { type RewriteResult, rewrite } from "../../src/rewrite/rewrite.ts";
import { arbitraryDockerfile } from "./arbitrary-dockerfile.ts";
import { arbitraryOptions } from "./arbitrary-options.ts";

const RUNS = Number(process.env.PIDONE_RUNS ?? 1500);
const SEED = Number(process.env.PIDONE_SEED ?? 20_240_601);

/** The result, or undefined for a file that BuildKit refuses. */
function tryRewrite(source: string, options: RewriteOptions): RewriteResult | undefined {
	try {
		return rewrite(source, options);
	} catch (error) {
		if (error instanceof DockerfileSyntaxError) return undefined;
		throw error;
	}
}

function hasMarker(source: string): boolean {
	return findComments(parseDockerfile(source)).some(({ text }) => parseMarker(text) !== undefined);
}

describe("rewrite, of any Dockerfile with any options", () => {
	it("gives a file that parses, that a second rewrite leaves alone, and that revert turns back", { timeout: 3_600_000 }, () => {
		let valid = 0;
		let changed = 0;
		fc.assert(
			fc.property(arbitraryDockerfile, arbitraryOptions, (source, options) => {
				const result = tryRewrite(source, options);
				if (result === undefined) return;
				valid++;
				if (!result.isChanged) {
					expect(result.text).toBe(source);
					expect(result.edits).toEqual([]);
					return;
				}
				changed++;
				expect(result.text).not.toBe(source);
				const again = rewrite(result.text, options);
				expect(again.text).toBe(result.text);
				expect(again.isChanged).toBe(false);
				if (!hasMarker(source)) expect(revert(result.text).text).toBe(source);
			}),
			{ numRuns: RUNS, seed: SEED },
		);
		// The generator would be worth nothing if most of its files were refused or left alone.
		expect(valid).toBeGreaterThan(RUNS * 0.5);
		expect(changed).toBeGreaterThan(RUNS * 0.2);
	});
});
