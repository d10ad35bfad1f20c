import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { followSource } from "../../../src/core/command/follow-source.ts";
import { revert } from "../../../src/core/rewrite/revert.ts";
import { previewRewrite, rewrite } from "../../../src/core/rewrite/rewrite.ts";
import { RUNS, SEED } from "../../properties.ts";
import { arbitraryDockerfile } from "./arbitrary-dockerfile.ts";
import { arbitraryOptions } from "./arbitrary-options.ts";
import { hasMarker, tryRead, tryRevert } from "./property-helpers.ts";

describe("rewrite, of any Dockerfile with any options", () => {
	it("gives a file that parses, that a second rewrite leaves alone, and that revert turns back", {
		timeout: 3_600_000,
	}, () => {
		let valid = 0;
		let changed = 0;
		fc.assert(
			fc.property(arbitraryDockerfile, arbitraryOptions, (source, someOptions) => {
				const read = tryRead(source, someOptions);
				if (read === undefined) return;
				valid++;
				const { options } = read;
				const result = rewrite(source, options);
				expect(previewRewrite(followSource(source, options), options)).toMatchObject(result);
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
				if (hasMarker(source)) expect(() => tryRevert(result.text)).not.toThrow();
				else expect(revert(result.text).text).toBe(source);
			}),
			{ numRuns: RUNS, seed: SEED },
		);
		// The generator would be useless if most of its files were refused or left unchanged.
		expect(valid).toBeGreaterThan(RUNS * 0.5);
		expect(changed).toBeGreaterThan(RUNS * 0.2);
	});
});
