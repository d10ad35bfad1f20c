import { describe, expect, it } from "vitest";
import { isTarHeader } from "../../../src/core/dockerfile/tar-header.ts";

/** A header like those of old versions of tar, without the magic number `ustar`. */
const header = Buffer.alloc(1024);
header.write("a", 0);
header.write(`${(97 + 8 * 32).toString(8).padStart(6, "0")}\0 `, 148);

describe("isTarHeader", () => {
	it.each<[what: string, bytes: Uint8Array, expected: boolean]>([
		["a tar archive", header, true],
		["a damaged one", header.map((byte, index) => (index === 1 ? 98 : byte)), false],
		["one that is cut off", header.subarray(0, 511), false],
		["zeros, which end an archive", new Uint8Array(1024), false],
		["nothing", new Uint8Array(), false],
	])("recognizes %s", (_, bytes, expected) => {
		expect(isTarHeader(bytes)).toBe(expected);
	});
});
