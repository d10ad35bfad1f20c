import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { positionAt } from "../../../src/core/dockerfile/position.ts";
import { endOfLine, SourceLines } from "../../../src/core/dockerfile/source-lines.ts";

const text = fc.string({ unit: fc.constantFrom("\n", "\r\n", "\r", "\t", "x", "語", "😀", "\ufeff") });

describe("a position", () => {
	test("is that of positionAt, for every offset", () => {
		fc.assert(
			fc.property(text, (source) => {
				const lines = new SourceLines(source);
				for (let offset = 0; offset <= source.length; offset++) {
					expect(lines.positionOf(offset)).toEqual(positionAt(source, offset));
				}
			}),
		);
	});

	test("of an offset outside the text is that of its nearer end", () => {
		for (const find of [
			(offset: number) => new SourceLines("a\nbc").positionOf(offset),
			(offset: number) => positionAt("a\nbc", offset),
		]) {
			expect(find(-1)).toEqual({ line: 1, column: 1 });
			expect(find(99)).toEqual({ line: 2, column: 3 });
		}
	});
});

test("a line comes without its line end", () => {
	const lines = new SourceLines("one\r\n\ttwo\n\nfour\r");
	expect([0, 1, 2, 3, 4, 5].map((line) => lines.textOf(line))).toEqual(["", "one", "\ttwo", "", "four\r", ""]);
});

describe("a region", () => {
	const lines = new SourceLines("one\r\ntwo\nthree");

	test.each([
		["within a line", 1, 2, { line: 1, column: 2, endLine: 1, endColumn: 3 }],
		["over several lines", 1, 11, { line: 1, column: 2, endLine: 3, endColumn: 3 }],
		["with a CR LF at its end", 0, 5, { line: 1, column: 1, endLine: 1, endColumn: 4 }],
		["with a LF at its end", 5, 9, { line: 2, column: 1, endLine: 2, endColumn: 4 }],
		["of no width", 5, 5, { line: 2, column: 1, endLine: 2, endColumn: 1 }],
		["that ends before it starts", 6, 2, { line: 2, column: 2, endLine: 2, endColumn: 2 }],
		["beyond the text", 12, 99, { line: 3, column: 4, endLine: 3, endColumn: 6 }],
	])("%s", (_name, start, end, region) => {
		expect(lines.regionOf(start, end)).toEqual(region);
	});
});

describe("endOfLine", () => {
	test.each([
		["a\nb", 0, 2],
		["a\nb", 1, 2],
		["a\nb", 2, 3],
		["a\r\nb", 0, 3],
		["", 0, 0],
	])("of %j from %d on is %d", (source, offset, expected) => {
		expect(endOfLine(source, offset)).toBe(expected);
	});
});
