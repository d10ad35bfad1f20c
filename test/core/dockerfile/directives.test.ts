import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDirectives } from "../../../src/core/dockerfile/directives.ts";
import { RUNS, SEED } from "../../properties.ts";

const settings = { numRuns: RUNS, seed: SEED };

describe("readDirectives", () => {
	it.each([
		["gives a backslash without any", "FROM a", { escape: "\\" }],
		["reads the escape character", "# escape=`\nFROM a", { escape: "`" }],
		["reads an escape character that is the default", "# escape=\\\nFROM a", { escape: "\\" }],
		[
			"reads all of them in any order",
			"# check=skip=all\n# escape=`\n# syntax=docker/dockerfile:1\nFROM a",
			{ escape: "`", syntax: "docker/dockerfile:1", check: "skip=all" },
		],
		["takes names in any case", "# EscApe=`\n# SYNTAX=a\nFROM a", { escape: "`", syntax: "a" }],
		["needs no blanks and allows many", "#escape=`\n#\t syntax \t=  a b \t\nFROM a", { escape: "`", syntax: "a b" }],
		["allows indentation", " \t# escape=`\nFROM a", { escape: "`" }],
		["reads lines that end in CRLF", "# escape=`\r\n# syntax=a\r\nFROM a", { escape: "`", syntax: "a" }],
		["reads them after a byte order mark", "\uFEFF# escape=`\nFROM a", { escape: "`" }],
		["reads one without a line end", "# escape=`", { escape: "`" }],
		["stops at a comment", "# a\n# escape=`\nFROM a", { escape: "\\" }],
		["stops at prose with an equals sign", "# set a=b first\n# escape=`\nFROM a", { escape: "\\" }],
		["stops at another name", "# author=a\n# escape=`\nFROM a", { escape: "\\" }],
		["stops at a blank line", "# syntax=a\n\n# escape=`\nFROM a", { escape: "\\", syntax: "a" }],
		["stops at a leading blank line", "\n# escape=`\nFROM a", { escape: "\\" }],
		["stops at an instruction", "FROM a\n# escape=`", { escape: "\\" }],
		["stops at one without a value", "# syntax=\n# escape=`\nFROM a", { escape: "\\" }],
	])("%s", (_, source, expected) => {
		expect(readDirectives(source)).toEqual(expected);
	});

	it("reads a value as BuildKit's own expression does", () => {
		const value = fc.string({ unit: fc.constantFrom("a", "=", "#", " ", "\t", "\f", "\r", "\u2028"), maxLength: 8 });
		fc.assert(
			fc.property(value, (text) => {
				const [, expected] = /^[\t\n\f\r ]*(.+?)[\t\n\f\r ]*$/.exec(text.replace(/[\r\n]+$/, "")) ?? [];
				expect(readDirectives(`#syntax=${text}\n`).syntax).toBe(expected);
			}),
			settings,
		);
	});

	it.each([
		["# escape=`\n# escape=`", "only one escape parser directive is allowed: remove this one", 2, 1],
		["# syntax=a\n  # Syntax=b", "only one syntax parser directive is allowed: remove this one", 2, 3],
		["# check=a\n# syntax=b\n#check=c", "only one check parser directive is allowed: remove this one", 3, 1],
		["# escape=x", 'invalid escape character "x": it must be \\ or `', 1, 1],
		["\uFEFF # escape=\\\\", 'invalid escape character "\\\\\\\\": it must be \\ or `', 1, 3],
	])("refuses %j", (source, message, line, column) => {
		expect(() => readDirectives(source)).toThrow(
			expect.objectContaining({ name: "DockerfileSyntaxError", message, line, column }),
		);
	});
});
