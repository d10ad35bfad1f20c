import { describe, expect, it } from "vitest";
import { LogicalText } from "../../../src/core/dockerfile/logical-text.ts";

describe("LogicalText", () => {
	const text = LogicalText.join([
		{ offset: 10, text: "ab" },
		{ offset: 20, text: "" },
		{ offset: 30, text: "cde" },
		{ offset: 40, text: "f" },
	]);

	it("joins its pieces", () => {
		expect(text.text).toBe("abcdef");
	});

	it("knows where each character stands, and the place after the last one", () => {
		expect([0, 1, 2, 3, 4, 5, 6].map((index) => text.offsetAt(index))).toEqual([10, 11, 30, 31, 32, 40, 41]);
	});

	it("can be cut, more than once", () => {
		const cut = text.slice(1, 5).slice(1);
		expect(cut.text).toBe("cde");
		expect([0, 1, 2, 3].map((index) => cut.offsetAt(index))).toEqual([30, 31, 32, 33]);
	});

	it("ends after its own last character, not where the next piece begins", () => {
		expect(text.slice(0, 2).offsetAt(2)).toBe(12);
		expect(text.slice(0, 3).offsetAt(3)).toBe(31);
	});

	it("has a place when it is empty", () => {
		expect(text.slice(2, 2).offsetAt(0)).toBe(30);
		expect(LogicalText.join([{ offset: 7, text: "" }]).offsetAt(0)).toBe(7);
		expect(LogicalText.join([]).offsetAt(0)).toBe(0);
	});
});
