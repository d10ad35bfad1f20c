import { describe, expect, it } from "vitest";
import { decodeSource } from "../../src/files/decode-source.ts";

function mistakeIn(bytes: readonly number[]): unknown {
	try {
		return decodeSource(Uint8Array.from(bytes));
	} catch (error) {
		return error;
	}
}

describe("decodeSource", () => {
	it("keeps a byte order mark and every character", () => {
		expect(decodeSource(new TextEncoder().encode("\uFEFFFROM a\r\n# é😀"))).toBe("\uFEFFFROM a\r\n# é😀");
	});

	it.each([
		["a byte of Latin-1", [0x61, 0x0a, 0x63, 0xe9, 0x0a], { line: 2, column: 2 }],
		["a character that is cut off", [0x61, 0x0a, 0xc3], { line: 2, column: 1 }],
		["a NUL byte", [0x61, 0x0a, 0x61, 0x00], { line: 2, column: 2 }],
		["UTF-16", [0xff, 0xfe, 0x46, 0x00], { line: 1, column: 1 }],
	])("tells where %s stands", (_, bytes, position) => {
		expect(mistakeIn(bytes)).toMatchObject({ name: "UserError", position });
	});
});
