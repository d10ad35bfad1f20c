import { describe, expect, it } from "vitest";
import { patternSource, quoteForRegExp } from "../../src/dockerfile/shell-pattern.ts";

describe("patternSource", () => {
	it.each([
		["abc", ["abc"], ["ab", "abcd"]],
		["a*c", ["ac", "abc", "abbbc"], ["ab"]],
		["a?c", ["abc", "a😀c"], ["ac", "abbc"]],
		["a\\*", ["a*"], ["ab"]],
		["a\\?", ["a?"], ["ab"]],
		["a\\\\", ["a\\"], ["a"]],
		["a\\}\\/", ["a}/"], ["a\\}\\/"]],
		["[ab]", ["[ab]"], ["a"]],
		["a.b+(c)|{d}^$", ["a.b+(c)|{d}^$"], ["axb"]],
		["a-b", ["a-b"], []],
		["😀*", ["😀", "😀a"], ["a"]],
	])("of %s matches %j", (pattern, matching, others) => {
		for (const greedy of [true, false]) {
			const expression = new RegExp(`^(?:${patternSource(pattern, greedy)})$`, "u");
			expect(matching.filter((text) => !expression.test(text))).toEqual([]);
			expect(others.filter((text) => expression.test(text))).toEqual([]);
		}
	});

	it("takes as much or as little as it can", () => {
		const match = (greedy: boolean): string | undefined => new RegExp(patternSource("f*o", greedy) ?? "", "u").exec("foofoo")?.[0];
		expect(match(true)).toBe("foofoo");
		expect(match(false)).toBe("fo");
	});

	it.each(["\\a", "a\\-b"])("refuses %s, which escapes what has no meaning", (pattern) => {
		expect(patternSource(pattern, true)).toBeUndefined();
	});
});

describe("quoteForRegExp", () => {
	it("makes any text match itself", () => {
		const text = "a.b*c+d?e(f)g[h]i{j}k|l^m$n\\o/p-q";
		expect(new RegExp(`^${quoteForRegExp(text)}$`, "u").test(text)).toBe(true);
	});
});
