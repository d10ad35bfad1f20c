import { fits } from "../integers.ts";

/** The fields of an immediate of `and`, `orr` and `eor`. */
export interface LogicalImmediate {
	readonly N: number;
	readonly immr: number;
	readonly imms: number;
}

/**
 * A logical immediate repeats an element of 2, 4, … 64 bits, which is a run of ones rotated right by `immr`. N and the
 * high bits of `imms` encode the size of the element, its low bits the length of the run minus one (Arm ARM,
 * DecodeBitMasks). All zeros and all ones cannot be encoded.
 */
export function logicalImmediate(width: number, value: bigint): LogicalImmediate | undefined {
	const whole = BigInt.asUintN(width, value);
	const size =
		[2, 4, 8, 16, 32, 64].find((candidate) => candidate === width || rotateLeft(width, whole, candidate) === whole) ??
		width;
	const element = BigInt.asUintN(size, whole);
	for (let immr = 0; immr < size; immr++) {
		const length = lengthOfRun(rotateLeft(size, element, immr));
		if (length > 0 && length < size)
			return { N: size === 64 ? 1 : 0, immr, imms: (~(2 * size - 1) & 0x3f) | (length - 1) };
	}
	return undefined;
}

/** An immediate of `add` and `sub`: 12 bits, shifted left by 12 or not. */
export function fitsSum(value: bigint): boolean {
	return value >= 0n && (value < 1n << 12n || (value < 1n << 24n && value % (1n << 12n) === 0n));
}

/** An offset of `ldr` and `str`: 12 bits, in units of the access size. */
export function fitsScaled(bytes: number, offset: number): boolean {
	return offset >= 0 && offset % bytes === 0 && offset / bytes < 1 << 12;
}

/** An offset of `ldur` and `stur`. */
export function fitsUnscaled(offset: number): boolean {
	return fits(9, offset);
}

/** The 16-bit parts of a number, least significant first. */
export function halfwords(width: number, value: bigint): bigint[] {
	return Array.from({ length: width / 16 }, (_, index) => BigInt.asUintN(16, value >> BigInt(16 * index)));
}

/** An immediate of `movz`: one halfword, the others zero. */
export function movzImmediate(
	width: number,
	value: bigint,
): { readonly hw: number; readonly imm16: number } | undefined {
	const parts = halfwords(width, value);
	const hw = Math.max(
		0,
		parts.findIndex((part) => part !== 0n),
	);
	return parts.every((part, index) => index === hw || part === 0n) ? { hw, imm16: Number(parts[hw]) } : undefined;
}

/** Whether one `mov` makes the number: as movz, as movn, or as orr with a logical immediate. */
export function fitsMove(width: number, value: bigint): boolean {
	return (
		[value, ~value].some((either) => movzImmediate(width, either) !== undefined) ||
		logicalImmediate(width, value) !== undefined
	);
}

/** The number of ones in a number of the form 0…01…1; 0 for any other. */
function lengthOfRun(value: bigint): number {
	return (value & (value + 1n)) === 0n ? value.toString(2).replace(/^0/, "").length : 0;
}

function rotateLeft(size: number, value: bigint, by: number): bigint {
	return BigInt.asUintN(size, (value << BigInt(by)) | (value >> BigInt(size - by)));
}
