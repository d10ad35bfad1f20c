/** Whether a number fits into so many bits with a sign. */
export function fits(bits: number, value: bigint | number): boolean {
	return value >= -(2 ** (bits - 1)) && value < 2 ** (bits - 1);
}

/** Whether a number fits into so many bits without a sign. */
export function fitsUnsigned(bits: number, value: bigint | number): boolean {
	return value >= 0 && value < 2 ** bits;
}

/** How many of the lowest bits of a number are 0; it is not 0 itself. */
export function trailingZeros(value: bigint): number {
	const bits = value.toString(2);
	return bits.length - bits.replace(/0+$/, "").length;
}
