import fc from "fast-check";
import { expect, it } from "vitest";
import { matchesGlob } from "../../../src/core/images/glob.ts";

/** Pieces of globs, and the same pieces in a regular expression. */
const pieces: readonly (readonly [glob: string, expression: string])[] = [
	["*", "[^/]*"],
	["?", "[^/]"],
	["[ab]", "[ab]"],
	["[!a]", "[^a/]"],
	["[a-c/]", "[a-c]"],
	["a", "a"],
	["b", "b"],
	["/", "\\/"],
	[".", "\\."],
];

it("agrees with a regular expression", () => {
	const piece = fc.constantFrom(...pieces);
	const text = fc.string({ unit: fc.constantFrom("a", "b", "c", "/", "."), maxLength: 12 });
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 8 }), text, (parts, subject) => {
			const expression = new RegExp(`^${parts.map(([, each]) => each).join("")}$`);
			expect(matchesGlob(parts.map(([each]) => each).join(""), subject)).toBe(expression.test(subject));
		}),
		{ numRuns: 20_000, seed: 14 },
	);
});
