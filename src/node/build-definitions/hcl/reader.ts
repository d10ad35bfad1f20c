import { DefinitionError, type DefinitionSource, type Place } from "../model/value.ts";

/** Nobody writes deeper expressions by hand. */
const MAX_DEPTH = 200;

/** Reads the characters of an HCL file: blanks, comments, names. */
export class HclReader {
	readonly source: DefinitionSource;
	at: number;
	readonly end: number;
	/** Whether the end of a line ends an expression: not in parentheses and brackets. */
	endsAtLine = true;
	#depth = 0;

	constructor(source: DefinitionSource, at = 0, end: number = source.text.length) {
		this.source = source;
		this.at = at;
		this.end = end;
	}

	get place(): Place {
		return { source: this.source, offset: this.at };
	}

	get isAtEnd(): boolean {
		return this.at >= this.end;
	}

	/** Skips blanks and comments, and line ends where they have no meaning. */
	skip(isOverLines = !this.endsAtLine): void {
		const { text } = this.source;
		for (;;) {
			const char = text.charAt(this.at);
			if (this.isAtEnd) return;
			if (char === " " || char === "\t" || char === "\r" || (isOverLines && char === "\n")) this.at++;
			else if (char === "#" || text.startsWith("//", this.at)) this.#skipTo("\n", 0);
			else if (text.startsWith("/*", this.at)) this.#skipTo("*/", 2);
			else return;
		}
	}

	#skipTo(mark: string, length: number): void {
		const found = this.source.text.indexOf(mark, this.at);
		this.at = found === -1 ? this.end : Math.min(found + length, this.end);
	}

	/** Whether a text comes next. */
	is(text: string): boolean {
		return this.at + text.length <= this.end && this.source.text.startsWith(text, this.at);
	}

	/** Consumes a text if it comes next. */
	take(text: string): boolean {
		if (!this.is(text)) return false;
		this.at += text.length;
		return true;
	}

	expect(text: string): void {
		this.skip();
		if (!this.take(text)) this.fail(`expected ${JSON.stringify(text)}`);
	}

	/** Consumes what a sticky pattern matches here; undefined if it does not match. */
	match(pattern: RegExp): string | undefined {
		pattern.lastIndex = this.at;
		const [found] = pattern.exec(this.source.text) ?? [];
		if (found === undefined || this.at + found.length > this.end) return undefined;
		this.at += found.length;
		return found;
	}

	/** A name; undefined if there is none. */
	name(): string | undefined {
		return this.match(/[\p{L}_][\p{L}\p{N}_-]*/uy);
	}

	/** Reads something nested, where line ends count or not. */
	within<T>(endsAtLine: boolean, read: () => T): T {
		if (this.#depth >= MAX_DEPTH) this.fail(`is nested deeper than ${MAX_DEPTH} levels`);
		const before = this.endsAtLine;
		this.endsAtLine = endsAtLine;
		this.#depth++;
		const value = read();
		this.#depth--;
		this.endsAtLine = before;
		return value;
	}

	/** Throws a DefinitionError, by default at this place. */
	fail(message: string, place: Place = this.place): never {
		throw new DefinitionError(place, message);
	}
}
