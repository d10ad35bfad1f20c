import { describe, expect, it } from "vitest";
import { isSpace, skipSpace, trimEnd } from "../../../src/core/dockerfile/space.ts";

const spaces = "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000";

describe("isSpace", () => {
	it.each([...spaces])("takes %j for white space", (character) => {
		expect(isSpace(character)).toBe(true);
	});

	it.each(["", "a", "\u0000", "\u001f", "\u200b", "\u2060", "\ufeff", "\u180e", "_"])(
		"does not take %j for white space",
		(character) => {
			expect(isSpace(character)).toBe(false);
		},
	);
});

describe("white space", () => {
	it("is skipped up to a limit", () => {
		expect(skipSpace("a \tb", 1)).toBe(3);
		expect(skipSpace("a  ", 1)).toBe(3);
		expect(skipSpace("    ", 1, 2)).toBe(2);
		expect(skipSpace("ab", 1)).toBe(1);
	});

	it("is trimmed at the end down to a limit", () => {
		expect(trimEnd("ab \t", 0)).toBe(2);
		expect(trimEnd("    ", 2)).toBe(2);
		expect(trimEnd("a  b", 0, 3)).toBe(1);
	});
});
