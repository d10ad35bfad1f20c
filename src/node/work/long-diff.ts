import { diffLines, type StructuredPatchHunk } from "diff";

const CONTEXT = 3;
/** The search for the shortest diff takes time quadratic in this; larger differences are replaced as a whole. */
const MAX_PART_EDITS = 500;

/**
 * The hunks of a unified diff of texts that differ in thousands of lines. It is not always the shortest one: the texts
 * are split at common lines that occur only once in each (patience diff), and the parts are compared.
 */
export function diffInParts(before: string, after: string): StructuredPatchHunk[] {
	const signed: string[] = [];
	const [old, now] = [splitLines(before), splitLines(after)];
	let [oldStart, newStart] = [0, 0];
	for (const [oldEnd, newEnd] of [...findAnchors(old, now), [old.length, now.length] as const]) {
		for (const line of diffPart(old.slice(oldStart, oldEnd), now.slice(newStart, newEnd))) signed.push(line);
		[oldStart, newStart] = [oldEnd, newEnd];
	}
	return toHunks(signed);
}

/** Lines with their line ends. */
function splitLines(text: string): string[] {
	return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/** The positions of the lines that occur once in both texts, as far as their order is the same. */
function findAnchors(
	old: readonly string[],
	now: readonly string[],
): (readonly [oldIndex: number, newIndex: number])[] {
	const places = findUnique(now);
	const common = [...findUnique(old)].flatMap(([line, oldIndex]): Anchor[] => {
		const newIndex = places.get(line);
		return newIndex === undefined ? [] : [{ oldIndex, newIndex, previous: undefined }];
	});
	// The longest increasing subsequence: the last anchors of those of each length that end first.
	const ends: Anchor[] = [];
	for (const anchor of common) {
		let [low, high] = [0, ends.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((ends[middle]?.newIndex ?? 0) < anchor.newIndex) low = middle + 1;
			else high = middle;
		}
		ends[low] = { ...anchor, previous: ends[low - 1] };
	}
	const found: (readonly [number, number])[] = [];
	for (let anchor: Anchor | undefined = ends.at(-1); anchor !== undefined; anchor = anchor.previous)
		found.push([anchor.oldIndex, anchor.newIndex]);
	return found.reverse();
}

interface Anchor {
	readonly oldIndex: number;
	readonly newIndex: number;
	readonly previous: Anchor | undefined;
}

/** The indices of the lines that occur once, in order. */
function findUnique(lines: readonly string[]): ReadonlyMap<string, number> {
	const places = new Map<string, number>();
	const repeated = new Set<string>();
	for (const [index, line] of lines.entries()) {
		if (places.has(line)) repeated.add(line);
		else places.set(line, index);
	}
	for (const line of repeated) places.delete(line);
	return places;
}

function diffPart(old: readonly string[], now: readonly string[]): readonly string[] {
	const changes = diffLines(old.join(""), now.join(""), { maxEditLength: MAX_PART_EDITS });
	if (changes === undefined) return [...old.map((line) => `-${line}`), ...now.map((line) => `+${line}`)];
	return changes.flatMap(({ value, added, removed }) => {
		const sign = added ? "+" : removed ? "-" : " ";
		return splitLines(value).map((line) => sign + line);
	});
}

/** Groups changes with the lines around them. */
function toHunks(signed: readonly string[]): StructuredPatchHunk[] {
	const hunks: StructuredPatchHunk[] = [];
	let [oldLine, newLine, at] = [1, 1, 0];
	const skipTo = (end: number): string[] => {
		const lines = signed.slice(at, end);
		oldLine += lines.filter((line) => !line.startsWith("+")).length;
		newLine += lines.filter((line) => !line.startsWith("-")).length;
		at = end;
		return lines;
	};
	for (const [start, end] of findGroups(signed)) {
		skipTo(start);
		const [oldStart, newStart] = [oldLine, newLine];
		const lines = skipTo(end).flatMap(withoutLineEnd);
		hunks.push({ oldStart, oldLines: oldLine - oldStart, newStart, newLines: newLine - newStart, lines });
	}
	return hunks;
}

function withoutLineEnd(line: string): string[] {
	return line.endsWith("\n") ? [line.slice(0, -1)] : [line, "\\ No newline at end of file"];
}

function findGroups(signed: readonly string[]): (readonly [start: number, end: number])[] {
	const groups: (readonly [start: number, end: number])[] = [];
	for (const [index, line] of signed.entries()) {
		if (line.startsWith(" ")) continue;
		const [start, end] = [Math.max(0, index - CONTEXT), Math.min(signed.length, index + CONTEXT + 1)];
		const last = groups.at(-1);
		if (last !== undefined && start <= last[1]) groups[groups.length - 1] = [last[0], end];
		else groups.push([start, end]);
	}
	return groups;
}
