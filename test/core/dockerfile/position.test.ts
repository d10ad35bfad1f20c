import { describe, expect, it } from "vitest";
import { positionAt } from "../../../src/core/dockerfile/position.ts";

describe("positionAt", () => {
	it.each([
		["ab\ncd", 0, "1:1"],
		["ab\ncd", 1, "1:2"],
		["ab\ncd", 2, "1:3"],
		["ab\ncd", 3, "2:1"],
		["ab\ncd", 5, "2:3"],
		["ab\r\ncd", 4, "2:1"],
		["a\rb", 2, "1:3"],
		["\n\n", 2, "3:1"],
		["", 0, "1:1"],
		["😀a", 2, "1:3"],
	])("of %j at %d is %s", (text, offset, expected) => {
		const { line, column } = positionAt(text, offset);
		expect(`${line}:${column}`).toBe(expected);
	});
});
