import { describe, expect, it } from "vitest";
import { readArgumentForm } from "../../../src/core/dockerfile/exec-form.ts";

describe("readArgumentForm", () => {
	it.each([
		['["a","b"]', ["a", "b"]],
		["[]", []],
		["[ \t]", []],
		[' \t[ "a" ,\t"b" ] ', ["a", "b"]],
		['["nginx", "-g", "daemon off;"]', ["nginx", "-g", "daemon off;"]],
		['["\\n\\t\\u0041\\/\\\\\\""]', ['\n\tA/\\"']],
		['["$A", "<<EOF", "# a"]', ["$A", "<<EOF", "# a"]],
		['["😀", "\\ud83d\\ude00"]', ["😀", "😀"]],
		['["\\ud800", "a\\udc00b"]', ["\uFFFD", "a\uFFFDb"]],
		['["\\ude00\\ud83d"]', ["\uFFFD\uFFFD"]],
		['\u00a0["a"]', ["a"]],
		['[""]', [""]],
	])("reads %s as exec form", (text, argv) => {
		expect(readArgumentForm(text)).toMatchObject({ argv });
	});

	it.each([
		"",
		"a",
		"[",
		"[a]",
		"['a']",
		"[“a”]",
		'["a"] # x',
		'["a"]["b"]',
		'["a" "b"]',
		'["a",]',
		'[,"a"]',
		'["\\x"]',
		'["\\u12"]',
		'["a",\u00a0"b"]',
		'["a\tb"]',
		'["a',
		'{"a": 1}',
		'"a"',
		"[ -f a ] && b",
		"[1e999]",
		"[[-1e999]]",
		'["a", {"b": [1e400]}]',
	])("reads %s as shell form", (text) => {
		expect(readArgumentForm(text)).toBe("shell");
	});

	it.each(["[1]", '["a", 1]', "[null]", "[true]", '[["a"]]', "[{}]", "[1e308]", "[1e-999]"])(
		"sees that %s has more than strings in it",
		(text) => {
			expect(readArgumentForm(text)).toBe("not-all-strings");
		},
	);

	it.each([
		[' [ "a", "b\\"c" ,"" ]', ['"a"', '"b\\"c"', '""']],
		['["[", "]", "\\\\", ","]', ['"["', '"]"', '"\\\\"', '","']],
		["[]", []],
	])("tells where the literals of %s stand", (text, expected) => {
		const form = readArgumentForm(text);
		expect(form).toBeTypeOf("object");
		if (typeof form !== "object") return;
		expect(form.literals.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
		expect(text.slice(0, form.afterBracket).trim()).toBe("[");
	});
});
