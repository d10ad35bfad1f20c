import type { Label } from "./instruction.ts";
import type { Program } from "./lower.ts";

export interface ReadOnlyLayout {
	readonly bytes: Uint8Array;
	/** The offset of each object from the first one. */
	readonly offsets: ReadonlyMap<Label, number>;
}

/** Places read-only objects one after the other. A text that is the end of another one is stored only once. */
export function layOutReadOnly({ rodata }: Program, alignment: number): ReadOnlyLayout {
	const offsets = new Map<Label, number>();
	const bytes: number[] = [];
	const stored: { readonly end: number; readonly bytes: Uint8Array }[] = [];
	for (const { label, bytes: object } of rodata.toSorted((a, b) => b.bytes.length - a.bytes.length)) {
		const host = stored.find((other) => endsWith(other.bytes, object) && (other.end - object.length) % alignment === 0);
		if (host !== undefined) {
			offsets.set(label, host.end - object.length);
			continue;
		}
		while (bytes.length % alignment !== 0) bytes.push(0);
		offsets.set(label, bytes.length);
		bytes.push(...object);
		stored.push({ end: bytes.length, bytes: object });
	}
	return { bytes: Uint8Array.from(bytes), offsets };
}

function endsWith(whole: Uint8Array, end: Uint8Array): boolean {
	const from = whole.length - end.length;
	return from >= 0 && end.every((byte, index) => byte === whole[from + index]);
}
