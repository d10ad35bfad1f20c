/**
 * Text that cannot be read: unbalanced quotes, a substitution that BuildKit does not know, a variable that has to be
 * set.
 */
export class ShellLexError extends Error {
	override readonly name = "ShellLexError";
	/** The text that was read, and the index in it where the quote or the substitution begins. */
	readonly text: string;
	readonly index: number;
	/** The variable that has to be set and is not. */
	readonly required: string | undefined;

	constructor(message: string, text: string, index: number, required?: string) {
		super(message);
		this.text = text;
		this.index = index;
		this.required = required;
	}
}
