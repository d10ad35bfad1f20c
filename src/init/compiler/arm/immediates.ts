/** An 8-bit number, rotated right by twice `rotation`. */
export interface RotatedImmediate {
	readonly imm8: number;
	readonly rotation: number;
}

/**
 * A number as an immediate of data-processing instructions, with the smallest rotation; undefined if it does not fit.
 */
export function rotatedImmediate(value: bigint | number): RotatedImmediate | undefined {
	const whole = Number(BigInt.asUintN(32, BigInt(value)));
	for (let rotation = 0; rotation < 16; rotation++) {
		const imm8 = rotateLeft(whole, 2 * rotation);
		if (imm8 < 0x100) return { imm8, rotation };
	}
	return undefined;
}

/** The number as a sum of immediates, from the lowest bits up. */
export function rotatedParts(value: bigint | number): number[] {
	let rest = Number(BigInt.asUintN(32, BigInt(value)));
	const parts: number[] = [];
	for (let shift = 0; rest !== 0; shift += 2) {
		if (Math.floor(rest / 2 ** shift) % 4 === 0) continue;
		const part = (rest & (0xff << shift)) >>> 0;
		parts.push(part);
		rest -= part;
	}
	return parts;
}

function rotateLeft(value: number, by: number): number {
	return ((value << by) | (by === 0 ? 0 : value >>> (32 - by))) >>> 0;
}
