import { describe, expect, it } from "vitest";
import { type Cut, cutPattern, replacePattern } from "../../../src/core/dockerfile/shell-pattern.ts";

const SHORT_HEAD: Cut = { end: "head", longest: false };
const LONG_HEAD: Cut = { end: "head", longest: true };
const SHORT_TAIL: Cut = { end: "tail", longest: false };
const LONG_TAIL: Cut = { end: "tail", longest: true };

describe("cutPattern", () => {
	it.each([
		["foofoo", "f*o", SHORT_HEAD, "ofoo"],
		["foofoo", "f*o", LONG_HEAD, ""],
		["foofoo", "f*o", SHORT_TAIL, "foo"],
		["foofoo", "f*o", LONG_TAIL, ""],
		["foofoo", "o*", SHORT_TAIL, "foofo"],
		["foofoo", "o*", LONG_TAIL, "f"],
		["a.b.c", "*.", SHORT_HEAD, "b.c"],
		["a.b.c", "*.", LONG_HEAD, "c"],
		["a.b.c", ".*", SHORT_TAIL, "a.b"],
		["a.b.c", ".*", LONG_TAIL, "a"],
		["a/b/c", "*/*/", LONG_HEAD, "c"],
		["abc", "*", SHORT_HEAD, "abc"],
		["abc", "*", LONG_HEAD, ""],
		["abc", "", LONG_HEAD, "abc"],
		["abc", "??", SHORT_HEAD, "c"],
		["abc", "????", SHORT_HEAD, "abc"],
		["é😀c", "??", SHORT_HEAD, "c"],
		["a😀", "?", SHORT_TAIL, "a"],
		["a*b", "a\\*", SHORT_HEAD, "b"],
		["a?b", "a\\?", SHORT_HEAD, "b"],
		["a\\b", "a\\\\", SHORT_HEAD, "b"],
		["a}b", "a\\}", SHORT_HEAD, "b"],
		["b}a", "\\}a", SHORT_TAIL, "b"],
		["aXb", "?X", SHORT_HEAD, "b"],
		["^$.+(a)|[b]{c}", "^$.+(a)|[b]{", SHORT_HEAD, "c}"],
		["a\nb", "a?", SHORT_HEAD, "a\nb"],
		["a\nb", "*b", LONG_HEAD, "a\nb"],
		["a\nb", "a*", LONG_HEAD, "\nb"],
		["abc", "x*", LONG_TAIL, "abc"],
	])("cuts %j by %j", (value, pattern, cut, expected) => {
		expect(cutPattern(value, pattern, cut)).toBe(expected);
	});

	it.each(["\\f", "a\\", "\\.", "\\n*"])("refuses the escape of %j", (pattern) => {
		expect(cutPattern("f", pattern, SHORT_HEAD)).toBeUndefined();
		expect(replacePattern("f", pattern, "", true)).toBeUndefined();
	});

	it("looks for many parts in a long value in no time", () => {
		const value = "a".repeat(60_000);
		for (const cut of [SHORT_HEAD, LONG_HEAD, SHORT_TAIL, LONG_TAIL])
			expect(cutPattern(value, "*a*a*a*a*a*a*b", cut)).toBe(value);
		expect(replacePattern(value, "a*a*a*a*a*b", "", true)).toBe(value);
	});
});

describe("replacePattern", () => {
	it.each([
		["foofoo", "o", "0", false, "f0ofoo"],
		["foofoo", "o", "0", true, "f00f00"],
		["foofoo", "f*f", "x", false, "xoo"],
		["foofoo", "foo", "", true, ""],
		["foofoo", "x", "y", true, "foofoo"],
		["foofoo", "o?f", "-", true, "f-oo"],
		["a.b", ".", "$&", true, "a$&b"],
		// Replaces like Go, which differs from JavaScript: an empty match after another match does not count.
		["abc", "*", "x", true, "x"],
		["abc", "", "x", true, "xaxbxcx"],
		["abc", "", "x", false, "xabc"],
		["ab\nab", "a*", "x", true, "x\nx"],
		["aab\nab", "a*b", "x", true, "x\nx"],
		["a\nab", "a*b", "x", false, "a\nx"],
		["a}b", "\\}", "x", true, "axb"],
	])("replaces in %j the pattern %j by %j", (value, pattern, replacement, all, expected) => {
		expect(replacePattern(value, pattern, replacement, all)).toBe(expected);
	});
});
