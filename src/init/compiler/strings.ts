import type binaryen from "assemblyscript/binaryen";

/** What AssemblyScript has put into linear memory: its string literals. */
export interface Segments {
	/**
	 * The text of a string literal.
	 * @param pointer to the first character; the header before it contains the length (AssemblyScript's
	 * std/assembly/rt/common.ts)
	 */
	readString(pointer: number): string;
}

/** The calls that the library really has; binaryen.d.ts has others. */
interface DataSegments {
	getNumDataSegments(): number;
	getDataSegmentByIndex(index: number): number;
	getDataSegmentInfo(segment: number): {
		readonly offset: number;
		readonly data: ArrayBuffer;
		readonly passive: boolean;
	};
}

/** The 4 bytes before an object contain its length in bytes. */
const LENGTH_BEFORE = 4;

/** Reads the data segments of a module. */
export function readSegments(module: binaryen.Module): Segments {
	const bytes = new Map<number, number>();
	const source = module as unknown as DataSegments;
	for (let index = 0; index < source.getNumDataSegments(); index++) {
		const { offset, data } = source.getDataSegmentInfo(source.getDataSegmentByIndex(index));
		for (const [at, byte] of new Uint8Array(data).entries()) bytes.set(offset + at, byte);
	}
	// Optimization removes zero bytes from segments.
	const read16 = (at: number): number => (bytes.get(at) ?? 0) | ((bytes.get(at + 1) ?? 0) << 8);
	return {
		readString(pointer) {
			const length = read16(pointer - LENGTH_BEFORE) | (read16(pointer - LENGTH_BEFORE + 2) << 16);
			return Array.from({ length: length / 2 }, (_, at) => String.fromCharCode(read16(pointer + at * 2))).join("");
		},
	};
}
