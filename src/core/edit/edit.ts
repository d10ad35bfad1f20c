/** Replaces the half-open range of the original text by `text`. Offsets count UTF-16 code units. */
export interface Edit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** Edits in the order of the text; those that insert at the same place keep theirs. */
export function sortEdits(edits: readonly Edit[]): Edit[] {
	return [...edits].sort((left, right) => left.start - right.start || left.end - right.end);
}

/** Applies edits whose ranges do not overlap. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
	let result = "";
	let at = 0;
	for (const { start, end, text } of sortEdits(edits)) {
		if (start < at || end < start || end > source.length)
			throw new Error(`BUG: an edit of ${start}–${end} overlaps another one or leaves the text`);
		result += source.slice(at, start) + text;
		at = end;
	}
	return result + source.slice(at);
}
