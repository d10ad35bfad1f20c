import { nameInvisible, showInvisible } from "./invisible.ts";
import { positionAt } from "./position.ts";

/** A Dockerfile that BuildKit rejects: where, what is wrong, and what to write instead. */
export class DockerfileSyntaxError extends Error {
	override readonly name = "DockerfileSyntaxError";
	/** Offset into the source text, in UTF-16 code units. */
	readonly offset: number;
	/** One-based line of `offset`. */
	readonly line: number;
	/** One-based column of `offset`, in UTF-16 code units. */
	readonly column: number;
	/** Whether the file parses, and BuildKit only rejects a build of it. */
	readonly isParsed: boolean;

	constructor(
		message: string,
		source: string,
		offset: number,
		{ isParsed = false }: { readonly isParsed?: boolean } = {},
	) {
		super(withNames(message));
		this.offset = offset;
		this.isParsed = isParsed;
		({ line: this.line, column: this.column } = positionAt(source, offset));
	}
}

/** Names the invisible characters in the text that a message quotes. */
function withNames(message: string): string {
	const names = nameInvisible(message);
	return names === undefined
		? message
		: `${showInvisible(message)} (${names} is not a blank: delete it, or replace it with one)`;
}
