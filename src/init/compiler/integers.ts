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
