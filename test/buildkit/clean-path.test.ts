import { posix } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { cleanPath } from "../../src/buildkit/clean-path.ts";
import { RUNS, SEED } from "../properties.ts";

const settings = { numRuns: RUNS, seed: SEED };

it("cleans a path as Node.js does, except for a slash at the end, which Go leaves out", () => {
	const part = fc.constantFrom("", ".", "..", "a", "b c", "...");
	fc.assert(
		fc.property(fc.array(part, { minLength: 1 }), (parts) => {
			const path = parts.join("/");
			expect(cleanPath(path)).toBe(posix.normalize(path).replace(/(?<=.)\/$/, ""));
		}),
		settings,
	);
});
