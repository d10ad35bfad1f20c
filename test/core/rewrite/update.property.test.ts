import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CheckOptions, check } from "../../../src/core/check/check.ts";
import { DockerfileSyntaxError } from "../../../src/core/dockerfile/syntax-error.ts";
import { revert } from "../../../src/core/rewrite/revert.ts";
import { rewrite } from "../../../src/core/rewrite/rewrite.ts";
import { RUNS, SEED } from "../../properties.ts";
import { arbitraryDockerfile } from "./arbitrary-dockerfile.ts";
import { arbitraryOptions } from "./arbitrary-options.ts";
import { hasMarker, tryRead } from "./property-helpers.ts";

/**
 * If the author's own command begins with an init and `--`, and only the rewrite installs that init, revert refuses
 * instead.
 */
function expectReverted(text: string, source: string, options: CheckOptions): void {
	try {
		expect(revert(text).text).toBe(source);
	} catch (error) {
		if (!(error instanceof DockerfileSyntaxError)) throw error;
		expect(check(source, options).findings.map(({ code }) => code)).toContain("init-missing");
	}
}

describe("rewrite, of a file that was rewritten with other options", () => {
	it("changes it once, and revert gives the original", { timeout: 3_600_000 }, () => {
		let updated = 0;
		fc.assert(
			fc.property(arbitraryDockerfile, arbitraryOptions, arbitraryOptions, (source, first, second) => {
				const [one, other] = [tryRead(source, first), tryRead(source, second)];
				if (one === undefined || other === undefined || hasMarker(source)) return;
				const before = rewrite(source, one.options);
				if (!before.isChanged) return;
				const { buildArgs = {} } = one.options;
				expect(rewrite(before.text, { buildArgs }).text.length).toBeGreaterThanOrEqual(before.text.length);
				const { options } = other;
				const after = rewrite(before.text, options);
				if (after.outcomes.some(({ isUpdate }) => isUpdate)) updated++;
				expect(rewrite(after.text, options).text).toBe(after.text);
				// If one init has replaced another twice, the second comment no longer fits.
				if (options.replace !== true) expectReverted(after.text, source, options);
			}),
			{ numRuns: RUNS, seed: SEED },
		);
		expect(updated).toBeGreaterThan(RUNS * 0.05);
	});
});
