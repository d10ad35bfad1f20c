import { describe, expect, it } from "vitest";
import { splitAssignment, splitWords } from "../../../src/core/dockerfile/words.ts";

describe("splitWords", () => {
	it.each([
		["", []],
		["  \t ", []],
		["a b", ["a", "b"]],
		[" a=1\t\tb=2 ", ["a=1", "b=2"]],
		['a="b c" d', ['a="b c"', "d"]],
		["a='b c' d", ["a='b c'", "d"]],
		[`a="b'c d'e" f`, [`a="b'c d'e"`, "f"]],
		["a=b\\ c d", ["a=b\\ c", "d"]],
		['a="b\\" c" d', ['a="b\\" c"', "d"]],
		["a='b\\' c' d", ["a='b\\'", "c' d"]],
		["a=b\\\\ c", ["a=b\\\\", "c"]],
		["a\\", ["a"]],
		["\\", []],
		['a="b c', ['a="b c']],
		["a\u00a0b", ["a", "b"]],
		["a=$B c=${D} e", ["a=$B", "c=${D}", "e"]],
	])("splits %j", (text, expected) => {
		expect(splitWords(text, "\\")).toEqual(expected);
	});

	it("knows the other escape character", () => {
		expect(splitWords("a=c:\\ b=d` e", "`")).toEqual(["a=c:\\", "b=d` e"]);
	});
});

describe("splitAssignment", () => {
	it.each([
		["a=b", { name: "a", value: "b" }],
		["a=", { name: "a", value: "" }],
		["a", { name: "a" }],
		["a=b=c", { name: "a", value: "b=c" }],
		["=b", { name: "", value: "b" }],
	])("splits %s", (word, expected) => {
		expect(splitAssignment(word)).toEqual(expected);
	});
});
