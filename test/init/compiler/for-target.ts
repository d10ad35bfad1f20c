import type { Target } from "../../../src/init/compiler/target.ts";

/**
 * WebAssembly text for the word size of a CPU. For a 32-bit CPU, every i64 becomes an i32 with the low half of each
 * number, and operations that change the width become operations that change nothing.
 */
export function textFor({ wordSize }: Target, text: string): string {
	if (wordSize === 8) return text;
	return text
		.replace(/i64\.const (-?)(\w+)/g, (_, sign, digits) => `i32.const ${lowHalf(sign, digits)}`)
		.replace(/i64\.extend_i32_[su]|i64\.extend32_s|i32\.wrap_i64/g, "i32.xor (i32.const 0)")
		.replace(/(?<!\$)\bi64\b/g, "i32");
}

function lowHalf(sign: string, digits: string): bigint {
	const magnitude = BigInt(digits);
	return BigInt.asIntN(32, sign === "" ? magnitude : -magnitude);
}

/** Reads a signed word in a CPU's byte order. */
export function readWord({ wordSize, isBigEndian }: Target, bytes: Buffer, offset: number): bigint {
	if (wordSize === 4) return BigInt(isBigEndian ? bytes.readInt32BE(offset) : bytes.readInt32LE(offset));
	return isBigEndian ? bytes.readBigInt64BE(offset) : bytes.readBigInt64LE(offset);
}
