import type { Position } from "./position.ts";

/** A range of a text by one-based lines and columns (in UTF-16 code units); the end column is after the range. */
export interface Region extends Position {
	readonly endLine: number;
	readonly endColumn: number;
}

/** The lines of a text. Counts as `positionAt` does, but finds a place without reading the text again. */
export class SourceLines {
	readonly #source: string;
	readonly #starts: readonly number[];

	constructor(source: string) {
		const starts = [0];
		for (let at = source.indexOf("\n"); at !== -1; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
		this.#source = source;
		this.#starts = starts;
	}

	/** How many lines there are; after the last line end there is one more, which may be empty. */
	get count(): number {
		return this.#starts.length;
	}

	/** A line without its line end; empty if there is no such line. */
	textOf(line: number): string {
		return this.rawTextOf(line).replace(/\r?\n$/, "");
	}

	/** A line with its line end; empty if there is no such line. */
	rawTextOf(line: number): string {
		const start = this.#starts[line - 1];
		return start === undefined ? "" : this.#source.slice(start, this.#starts[line]);
	}

	/** The line and column of an offset. An offset outside of the text counts as its nearer end. */
	positionOf(offset: number): Position {
		const at = this.#clamp(offset);
		let low = 0;
		let high = this.#starts.length;
		while (high - low > 1) {
			const middle = (low + high) >> 1;
			if ((this.#starts[middle] ?? 0) <= at) low = middle;
			else high = middle;
		}
		return { line: low + 1, column: at - (this.#starts[low] ?? 0) + 1 };
	}

	/**
	 * The region of a half-open range. A line end that closes the range is left out, or the region would touch the line
	 * below.
	 */
	regionOf(start: number, end: number): Region {
		const from = this.#clamp(start);
		const range = this.#source.slice(from, this.#clamp(end)).replace(/\r?\n$/, "");
		const last = this.positionOf(from + range.length);
		const { line, column } = this.positionOf(from);
		return { line, column, endLine: last.line, endColumn: last.column };
	}

	#clamp(offset: number): number {
		return Math.max(0, Math.min(offset, this.#source.length));
	}
}

/** The offset after the line end of the line that contains `offset`, or the end of the text. */
export function endOfLine(text: string, offset: number): number {
	const lineFeed = text.indexOf("\n", offset);
	return lineFeed === -1 ? text.length : lineFeed + 1;
}
