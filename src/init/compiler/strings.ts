import type binaryen from "assemblyscript/binaryen";

/** The calls that the library really has; binaryen.d.ts has others. */
interface DataSegments {
	getNumDataSegments(): number;
	getDataSegmentByIndex(index: number): number;
	getDataSegmentInfo(segment: number): { readonly offset: number; readonly data: ArrayBuffer };
}

/** Returns the text of a string literal, given the address of its first character. */
export type ReadString = (pointer: bigint) => string;

/** The 4 bytes before a string contain its length in bytes (AssemblyScript's std/assembly/rt/common.ts). */
const LENGTH_BEFORE = 4;

/** Reads what AssemblyScript has put into linear memory: string literals. */
export function makeStringReader(module: binaryen.Module): ReadString {
	const bytes = new Map<number, number>();
	const source = module as unknown as DataSegments;
	for (let index = 0; index < source.getNumDataSegments(); index++) {
		const { offset, data } = source.getDataSegmentInfo(source.getDataSegmentByIndex(index));
		for (const [at, byte] of new Uint8Array(data).entries()) bytes.set(offset + at, byte);
	}
	// Optimization removes zero bytes from segments.
	const read16 = (at: number): number => (bytes.get(at) ?? 0) | ((bytes.get(at + 1) ?? 0) << 8);
	return (pointer) => {
		const start = Number(pointer);
		const length = read16(start - LENGTH_BEFORE) | (read16(start - LENGTH_BEFORE + 2) << 16);
		return Array.from({ length: length / 2 }, (_, at) => String.fromCharCode(read16(start + at * 2))).join("");
	};
}
