import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	countSourceBytes,
	findWrongByte,
	fromSourceBytes,
	toSourceBytes,
} from "../../../src/core/dockerfile/source-bytes.ts";

describe("fromSourceBytes", () => {
	it.each([
		["ASCII", [0x61, 0x0d, 0x0a], "a\r\n"],
		["a byte order mark", [0xef, 0xbb, 0xbf, 0x61], "\ufeffa"],
		["characters of two, three and four bytes", [0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80], "é€😀"],
		["Latin-1", [0x63, 0xe9, 0x0a], "c\udce9\n"],
		["Latin-1 between characters", [0xc3, 0xa9, 0xe9, 0xc3, 0xa9], "é\udce9é"],
		["a character that is cut off", [0x61, 0xe2, 0x82], "a\udce2\udc82"],
		["a character that another one cuts off", [0xe2, 0x82, 0x61, 0xf0, 0x9f, 0x98], "\udce2\udc82a\udcf0\udc9f\udc98"],
		["a tail without a head", [0x80, 0xbf], "\udc80\udcbf"],
		["a character that is longer than need be", [0xc0, 0x80, 0xe0, 0x80, 0x80], "\udcc0\udc80\udce0\udc80\udc80"],
		["half of a surrogate pair", [0xed, 0xa0, 0x80], "\udced\udca0\udc80"],
		["more than Unicode has", [0xf4, 0x90, 0x80, 0x80, 0xf5, 0xff], "\udcf4\udc90\udc80\udc80\udcf5\udcff"],
	])("reads %s", (_, bytes, text) => {
		expect(fromSourceBytes(Uint8Array.from(bytes))).toBe(text);
		expect([...toSourceBytes(text)]).toEqual(bytes);
	});

	it("gives a text that is written as the same bytes, whatever they are", () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 40 }), fc.string({ unit: "binary" }), (bytes, text) => {
				const all = Uint8Array.from([...bytes, ...new TextEncoder().encode(text), ...bytes]);
				expect(toSourceBytes(fromSourceBytes(all))).toEqual(all);
				expect(countSourceBytes(fromSourceBytes(all))).toBe(all.length);
			}),
		);
	});

	it("takes no time for many of them", () => {
		const bytes = new Uint8Array(300_000).fill(0xe9);
		expect(toSourceBytes(fromSourceBytes(bytes))).toEqual(bytes);
	});
});

describe("findWrongByte", () => {
	it.each([
		["a é 😀", -1],
		["a\udce9", 1],
		["\ud83d\ude00\udcff", 2],
		["\udc00\ud800", -1],
	])("finds that of %j", (text, index) => {
		expect(findWrongByte(text)).toBe(index);
	});
});
