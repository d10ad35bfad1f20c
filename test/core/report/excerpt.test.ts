import { describe, expect, test } from "vitest";
import { SourceLines } from "../../../src/core/dockerfile/source-lines.ts";
import { makePaint } from "../../../src/core/report/ansi.ts";
import { formatExcerpt } from "../../../src/core/report/excerpt.ts";

/** The excerpt for the text between « and » in the source. */
function excerptOf(marked: string): string[] {
	const start = marked.indexOf("«");
	const end = marked.indexOf("»") - 1;
	const lines = new SourceLines(marked.replace(/[«»]/g, ""));
	return formatExcerpt(lines, lines.regionOf(start, end), "red", makePaint(false));
}

describe("carets", () => {
	test.each([
		["one word", "FROM «alpine» AS x", ["  1 | FROM alpine AS x", "    |      ^^^^^^"]],
		["a point", "FROM «»alpine", ["  1 | FROM alpine", "    |      ^"]],
		["the end of a line", "FROM«»\r\n", ["  1 | FROM", "    |     ^"]],
		["tabs before and within", "\t«CMD\tx»", ["  1 | \tCMD\tx", "    | \t^^^\t^"]],
		["nothing but a tab", "CMD«\t»x", ["  1 | CMD\tx", "    |    ^"]],
		["wide characters", "日本 «語😀» x", ["  1 | 日本 語😀 x", "    |      ^^^^"]],
		["combining characters", "e\u0301 «e\u0301x»", ["  1 | e\u0301 e\u0301x", "    |   ^^"]],
		["control characters", "a\u001b[31m«\u0007\u202eb»", ["  1 | a␛[31m␇\ufffdb", "    |       ^^^"]],
	])("%s", (_name, marked, rows) => {
		expect(excerptOf(marked)).toEqual(rows);
	});
});

describe("a range of several lines", () => {
	test("has carets on each, without the white space around", () => {
		expect(excerptOf("«CMD a \\\n\t b \\  \n  c» d")).toEqual([
			"  1 | CMD a \\",
			"    | ^^^^^^^",
			"  2 | \t b \\  ",
			"    | \t ^^^",
			"  3 |   c d",
			"    |   ^",
		]);
	});

	test("shows three of them", () => {
		const rows = excerptOf(`${"\n".repeat(8)}«CMD a \\\n\n b \\\n c»`);
		expect(rows).toEqual(["   9 | CMD a \\", "     | ^^^^^^^", "  10 |", "  11 |  b \\", "     |  ^^^", "  ..."]);
	});
});

describe("a long line", () => {
	const long = "x".repeat(200);

	test.each([
		["at its start", `«ab»${long}`, `ab${"x".repeat(118)}…`, 0, 2],
		["in its middle", `${long}«ab»${long}`, `…${"x".repeat(59)}ab${"x".repeat(59)}…`, 60, 2],
		["at its end", `${long}«ab»`, `…${"x".repeat(118)}ab`, 119, 2],
		["with a range that is longer than the excerpt", `${long}«ab${long}»`, `…ab${"x".repeat(118)}…`, 1, 120],
		[
			"with a surrogate pair at the cut",
			`${"x".repeat(201)}«ab»${"😀".repeat(100)}`,
			`…${"x".repeat(59)}ab${"😀".repeat(29)}…`,
			60,
			2,
		],
	])("is cut around a range %s", (_name, marked, text, indent, width) => {
		expect(excerptOf(marked)).toEqual([`  1 | ${text}`, `    | ${" ".repeat(indent)}${"^".repeat(width)}`]);
	});
});
