/** A piece of a logical line: the logical text from index `at` on is in the source from `offset` on. */
interface Piece {
	readonly at: number;
	readonly offset: number;
}

/**
 * The text of an instruction with continuations joined and comment lines left out, and where each of its characters is
 * in the source. Immutable; `slice` shares the map.
 */
export class LogicalText {
	readonly text: string;
	readonly #pieces: readonly Piece[];
	readonly #shift: number;

	private constructor(text: string, pieces: readonly Piece[], shift: number) {
		this.text = text;
		this.#pieces = pieces;
		this.#shift = shift;
	}

	/** Joins pieces of the source, each given as offset and text. */
	static join(parts: readonly { readonly offset: number; readonly text: string }[]): LogicalText {
		const pieces: Piece[] = [];
		let at = 0;
		for (const part of parts) {
			pieces.push({ at, offset: part.offset });
			at += part.text.length;
		}
		const [first] = parts;
		return new LogicalText(
			parts.length === 1 && first ? first.text : parts.map((part) => part.text).join(""),
			pieces,
			0,
		);
	}

	/** The logical text between two indices. */
	slice(from: number, to: number = this.text.length): LogicalText {
		return new LogicalText(this.text.slice(from, to), this.#pieces, this.#shift + from);
	}

	/**
	 * The source offset of the character at `index`; for the index after the last character, the offset after that
	 * character.
	 */
	offsetAt(index: number): number {
		const isEnd = index > 0 && index === this.text.length;
		const wanted = this.#shift + index - (isEnd ? 1 : 0);
		const piece = this.#pieceAt(wanted);
		return piece.offset + wanted - piece.at + (isEnd ? 1 : 0);
	}

	/** The range of the source from the first character to the last. */
	get range(): { readonly start: number; readonly end: number } {
		return { start: this.offsetAt(0), end: this.offsetAt(this.text.length) };
	}

	#pieceAt(wanted: number): Piece {
		let low = 0;
		let high = this.#pieces.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.#pieces[middle]?.at ?? 0) <= wanted) low = middle;
			else high = middle - 1;
		}
		return this.#pieces[low] ?? { at: 0, offset: 0 };
	}
}
