import { describe, expect, it } from "vitest";
import { decodeProgram, decodeSource } from "../../../src/core/dockerfile/decode-source.ts";

function mistakeIn(decode: (bytes: Uint8Array) => string, bytes: readonly number[]): unknown {
	try {
		return decode(Uint8Array.from(bytes));
	} catch (error) {
		return error;
	}
}

describe("decodeSource", () => {
	it("keeps a byte order mark and every character", () => {
		expect(decodeSource(new TextEncoder().encode("\uFEFFFROM a\r\n# é😀"))).toBe("\uFEFFFROM a\r\n# é😀");
	});

	it("keeps bytes that are not UTF-8", () => {
		expect(decodeSource(Uint8Array.from([0x63, 0xe9, 0x0a]))).toBe("c\udce9\n");
	});

	it.each([
		["a NUL byte", [0x61, 0x0a, 0x61, 0x00], { line: 2, column: 2 }],
		["a NUL byte after one that is not UTF-8", [0x61, 0x0a, 0xe9, 0x00], { line: 2, column: 2 }],
		["UTF-16", [0xff, 0xfe, 0x46, 0x00], { line: 1, column: 1 }],
		["UTF-16, the other way round", [0xfe, 0xff, 0x00, 0x46], { line: 1, column: 1 }],
		["UTF-16 without a byte order mark", [0x46, 0x00], { line: 1, column: 2 }],
	])("tells where %s stands", (_, bytes, position) => {
		expect(mistakeIn(decodeSource, bytes)).toMatchObject({ name: "UserError", position });
	});
});

describe("decodeProgram", () => {
	it.each([
		["a byte of Latin-1", [0x61, 0x0a, 0x63, 0xe9, 0x0a], { line: 2, column: 2 }],
		["a character that is cut off", [0x61, 0x0a, 0xc3], { line: 2, column: 1 }],
		["a NUL byte", [0x61, 0x00], { line: 1, column: 2 }],
	])("tells where %s stands", (_, bytes, position) => {
		expect(mistakeIn(decodeProgram, bytes)).toMatchObject({ name: "UserError", position });
	});
});
