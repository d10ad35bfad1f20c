import { countSourceBytes } from "./source-bytes.ts";
import { DockerfileSyntaxError } from "./syntax-error.ts";

/** A line of the file, as offsets. */
export interface PhysicalLine {
	readonly start: number;
	/** Offset of the line end: LF, with any CR before it. */
	readonly contentEnd: number;
}

/** What Go's bufio.Scanner accepts, in bytes. */
const MAX_LINE_BYTES = 65_535;

/** Walks through the lines of a source text, split at LF only. */
export class PhysicalLines {
	readonly source: string;
	/** Offset after the line that was read last. */
	offset: number;
	/** One-based number of the line that was read last. */
	number = 0;

	constructor(source: string) {
		this.source = source;
		this.offset = source.startsWith("\uFEFF") ? 1 : 0;
	}

	/**
	 * The next line, or undefined at the end of the text. Throws DockerfileSyntaxError for a line that is too long for
	 * BuildKit.
	 */
	next(): PhysicalLine | undefined {
		const { source, offset: start } = this;
		if (start >= source.length) return undefined;
		const lineFeed = source.indexOf("\n", start);
		const end = lineFeed === -1 ? source.length : lineFeed + 1;
		const stop = lineFeed === -1 ? end : lineFeed;
		if ((stop - start) * 3 > MAX_LINE_BYTES && countSourceBytes(source.slice(start, stop)) > MAX_LINE_BYTES) {
			throw new DockerfileSyntaxError(
				`line longer than the ${MAX_LINE_BYTES} bytes that BuildKit accepts: split it with continuations`,
				source,
				start,
			);
		}
		this.offset = end;
		this.number++;
		let contentEnd = stop;
		while (contentEnd > start && source.charAt(contentEnd - 1) === "\r") contentEnd--;
		return { start, contentEnd };
	}
}
