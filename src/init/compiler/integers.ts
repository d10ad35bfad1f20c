/** Whether a number fits into this many bits as a signed number. */
export function fits(bits: number, value: bigint | number): boolean {
	return value >= -(2 ** (bits - 1)) && value < 2 ** (bits - 1);
}

/** Whether a number fits into this many bits as an unsigned number. */
export function fitsUnsigned(bits: number, value: bigint | number): boolean {
	return value >= 0 && value < 2 ** bits;
}

/** The number of trailing zeros of a number that is not 0. */
export function trailingZeros(value: bigint): number {
	const bits = value.toString(2);
	return bits.length - bits.replace(/0+$/, "").length;
}

/** Checks that a number fits into an unsigned field of this many bits. */
export function unsigned(bits: number, value: number): number {
	if (!Number.isInteger(value) || !fitsUnsigned(bits, value)) throw new Error(`BUG: ${value} is not of ${bits} bits`);
	return value;
}

/** A number as a signed field of this many bits. Throws if it does not fit. */
export function signed(bits: number, value: number): number {
	const field = trySigned(bits, value);
	if (field === undefined) throw new Error(`BUG: ${value} is not of ${bits} bits`);
	return field;
}

/** A number as a signed field of this many bits; undefined if it does not fit. */
export function trySigned(bits: number, value: number): number | undefined {
	if (!Number.isInteger(value)) throw new Error(`BUG: ${value} is not a whole number`);
	return fits(bits, value) ? value & (2 ** bits - 1) : undefined;
}

/** The bytes of a 32-bit word, least significant first. */
export function littleEndian(word: number): number[] {
	return [word & 0xff, (word >> 8) & 0xff, (word >> 16) & 0xff, word >>> 24];
}
