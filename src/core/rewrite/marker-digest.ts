import { flatMap } from "../flat-map.ts";
import type { Change } from "./marker.ts";

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * The checksum by which a marker recognizes what a rewrite inserted, in eight hexadecimal digits. It guards against
 * edits, not against malice. Line ends, indentation and blank lines do not count.
 */
export function digestOf(texts: readonly string[]): string {
	let hash = OFFSET_BASIS;
	for (const line of flatMap(texts, (text) => text.split("\n"))) {
		const trimmed = line.trim();
		if (trimmed === "") continue;
		for (let at = 0; at <= trimmed.length; at++)
			hash = Math.imul(hash ^ (at < trimmed.length ? trimmed.charCodeAt(at) : 10), PRIME);
	}
	return (hash >>> 0).toString(16).padStart(8, "0");
}

/** A change of an instruction, and the words that it inserted, as a text for digestOf. Published files depend on it. */
export function changeForDigest({ kind, keyword }: Change, words: readonly string[]): string {
	return JSON.stringify([kind, keyword, ...words]);
}
