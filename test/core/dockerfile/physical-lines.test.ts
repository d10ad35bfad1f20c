import { describe, expect, it } from "vitest";
import { PhysicalLines } from "../../../src/core/dockerfile/physical-lines.ts";

/** Every line without its line end, and its number. */
function readAll(source: string): string[] {
	const lines = new PhysicalLines(source);
	const read: string[] = [];
	for (let line = lines.next(); line !== undefined; line = lines.next())
		read.push(`${lines.number}:${source.slice(line.start, line.contentEnd)}`);
	expect(lines.offset).toBe(source.length);
	return read;
}

describe("PhysicalLines", () => {
	it.each([
		["", []],
		["a", ["1:a"]],
		["a\n", ["1:a"]],
		["a\n\nb", ["1:a", "2:", "3:b"]],
		["a\r\nb\r\r\nc\r", ["1:a", "2:b", "3:c"]],
		["a\rb\n", ["1:a\rb"]],
		["\uFEFFa\n\uFEFFb", ["1:a", "2:\uFEFFb"]],
		["\r\n", ["1:"]],
	])("reads %j", (source, expected) => {
		expect(readAll(source)).toEqual(expected);
	});

	it.each([
		["ASCII", "a".repeat(65_535)],
		["two-byte", `a${"é".repeat(32_767)}`],
		["three-byte", "€".repeat(21_845)],
		["four-byte", `abc${"😀".repeat(16_383)}`],
	])("takes 65,535 bytes of %s characters in one line, and no more", (_, line) => {
		expect(readAll(line)).toHaveLength(1);
		expect(readAll(`${line}\nb`)).toHaveLength(2);
		expect(() => readAll(`b\n${line}a`)).toThrow(
			expect.objectContaining({
				name: "DockerfileSyntaxError",
				message: "line longer than the 65535 bytes that BuildKit accepts: split it with continuations",
				line: 2,
				column: 1,
			}),
		);
	});
});
