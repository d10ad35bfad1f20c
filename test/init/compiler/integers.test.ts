import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	fits,
	fitsUnsigned,
	littleEndian,
	signed,
	trailingZeros,
	trySigned,
	unsigned,
} from "../../../src/init/compiler/integers.ts";

const widths = fc.integer({ min: 1, max: 64 });
const integers = fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n });
const options = { seed: 20240601 };

describe("an integer", () => {
	it("fits if and only if truncating it to that many bits changes nothing", () => {
		const nearEdge = fc.tuple(widths, fc.integer({ min: -2, max: 2 }), fc.boolean()).map(([bits, delta, isLow]) => ({
			bits,
			value: (isLow ? -1n : 1n) * 2n ** BigInt(bits - 1) + BigInt(delta),
		}));
		fc.assert(
			fc.property(fc.oneof(nearEdge, fc.record({ bits: widths, value: integers })), ({ bits, value }) => {
				expect(fits(bits, value)).toBe(BigInt.asIntN(bits, value) === value);
				expect(fitsUnsigned(bits, value)).toBe(BigInt.asUintN(bits, value) === value);
			}),
			options,
		);
	});

	it.each([
		[1n, 0],
		[6n, 1],
		[2n ** 40n, 40],
		[-8n, 3],
	])("%d has %d zeros at its end", (value, zeros) => expect(trailingZeros(value)).toBe(zeros));

	it("is a field if it fits, with its sign in the highest bit", () => {
		expect([signed(8, -128), signed(8, 127), unsigned(8, 255)]).toEqual([0x80, 0x7f, 0xff]);
		expect([trySigned(8, -129), trySigned(8, 128)]).toEqual([undefined, undefined]);
		expect(() => signed(8, 128)).toThrow("BUG: 128 is not of 8 bits");
		expect(() => unsigned(8, 256)).toThrow("BUG: 256 is not of 8 bits");
		expect(() => unsigned(8, -1)).toThrow("BUG: -1 is not of 8 bits");
	});

	it("is a field only if it is whole", () => {
		expect(() => trySigned(8, 0.5)).toThrow("BUG: 0.5 is not a whole number");
		expect(() => unsigned(8, 0.5)).toThrow("BUG: 0.5 is not of 8 bits");
	});

	it("has its lowest byte first", () => {
		expect(littleEndian(0x81020304 | 0)).toEqual([4, 3, 2, 0x81]);
	});
});
