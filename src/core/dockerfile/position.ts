/** A place in a text. */
export interface Position {
	/** One-based. */
	readonly line: number;
	/** One-based, in UTF-16 code units. */
	readonly column: number;
}

/** The position of an offset in a text. An offset outside of the text counts as its nearer end. */
export function positionAt(text: string, offset: number): Position {
	const place = Math.max(0, Math.min(offset, text.length));
	let line = 1;
	let lineStart = 0;
	for (let at = text.indexOf("\n"); at !== -1 && at < place; at = text.indexOf("\n", at + 1)) {
		line++;
		lineStart = at + 1;
	}
	return { line, column: place - lineStart + 1 };
}

/** A place as messages name it, `path:line:column`; only the path if the position is not known. */
export function formatPlace(path: string, { line, column = 1 }: Partial<Position> = {}): string {
	return line === undefined ? path : `${path}:${line}:${column}`;
}
