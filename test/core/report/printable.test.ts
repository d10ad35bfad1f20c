import { describe, expect, it } from "vitest";
import {
	replaceControls,
	toOneLine,
	toPrintable,
	toPrintableJson,
	toPrintableLines,
} from "../../../src/core/report/printable.ts";

/** Every character that a terminal could obey, or that moves text around. */
const CONTROLS = [
	...Array.from({ length: 0xa0 }, (_, code) => code).filter((code) => code < 0x20 || code > 0x7e),
	...[0x061c, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069],
]
	.filter((code) => code !== 9)
	.map((code) => String.fromCharCode(code));
const ANY = new RegExp(
	`[${CONTROLS.map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")}]`,
);

describe("control characters", () => {
	it.each(CONTROLS)("%j is one of them", (character) => {
		expect(toPrintable(`a${character}b`)).toMatch(/^a[\u2400-\u241f\ufffd]b$/);
		expect(toPrintable(`a${character}b`)).not.toMatch(ANY);
		expect(toOneLine(`a${character}b`)).not.toMatch(ANY);
		expect(JSON.parse(toPrintableJson({ a: character }))).toEqual({ a: character });
		expect(toPrintableJson({ a: character }).replaceAll("\n", "")).not.toMatch(ANY);
		expect(replaceControls(character, () => "x")).toBe("x");
	});

	it.each(["a", "\t", "é", "日", "😀", "\u00a0", "\ufeff", "\u200d"])("%j is not", (character) => {
		expect(toPrintable(character)).toBe(character);
	});

	it("are half surrogates too", () => {
		expect(toPrintable("\ud83d😀\ude00")).toBe("\ufffd😀\ufffd");
	});
});

it.each([
	["a\nb\r\nc\n", "a\nb\r\nc\n"],
	["a\rb\r\n", "a␍b\r\n"],
	["\u001b[31m\n\u202e\r\r\n", "␛[31m\n\ufffd␍\r\n"],
	["a\r", "a\r"],
	["", ""],
	["\n\n", "\n\n"],
])("%j has its lines left, and is printable", (text, printable) => {
	expect(toPrintableLines(text)).toBe(printable);
});

it("is JSON as JSON.stringify writes it where there is nothing to escape", () => {
	const value = { a: [1, { b: "ü\t" }], c: undefined };
	expect(toPrintableJson(value)).toBe(JSON.stringify(value, null, 2));
});
