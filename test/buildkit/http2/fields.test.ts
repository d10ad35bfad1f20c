import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeFields, encodeFields } from "../../../src/buildkit/http2/fields.ts";
import { RUNS, SEED } from "../../properties.ts";

const settings = { numRuns: RUNS, seed: SEED };

const fromHex = (text: string): Uint8Array => Buffer.from(text.replaceAll(" ", ""), "hex");

describe("decodeFields", () => {
	it.each([
		[
			"a literal to be kept (RFC 7541, C.2.1)",
			"400a 6375 7374 6f6d 2d6b 6579 0d63 7573 746f 6d2d 6865 6164 6572",
			{ "custom-key": "custom-header" },
		],
		["a literal with a name of the table (C.2.2)", "040c 2f73 616d 706c 652f 7061 7468", {}],
		["a literal that nobody may keep (C.2.3)", "1008 7061 7373 776f 7264 0673 6563 7265 74", { password: "secret" }],
		["a field of the table (C.2.4)", "82", {}],
		["Huffman codes (C.4.3)", "4088 25a8 49e9 5ba9 7d7f 8925 a849 e95b b8e8 b4bf", { "custom-key": "custom-value" }],
		["the size of the table first", "20 00 0161 0162", { a: "b" }],
		["the last of two of one name", "00 0161 0162 00 0161 0163", { a: "c" }],
	])("reads %s", (_, hex, fields) => {
		expect(decodeFields(fromHex(hex))).toEqual(fields);
	});

	it.each([
		["a name that is cut off", "00 05 61"],
		["a length that is cut off", "00 7f"],
		["a length that is too large", "00 7f ffffffffffffff7f"],
		["a value that is missing", "00 0161"],
		["a code that nothing has", "00 84 ffffffff 00"],
		["a code that is cut off", "00 81 fe 00"],
		["padding of a byte", "00 82 1fff 00"],
	])("throws for %s", (_, hex) => {
		expect(() => decodeFields(fromHex(hex))).toThrow(/header field/);
	});

	it("decodes what encodeFields has encoded", () => {
		const text = fc.string({ unit: "grapheme", maxLength: 400 });
		fc.assert(
			fc.property(fc.dictionary(text, text), (fields) => {
				expect(decodeFields(encodeFields(fields))).toEqual({ ...fields });
			}),
			settings,
		);
	});
});
