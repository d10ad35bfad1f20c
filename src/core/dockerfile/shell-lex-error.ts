/**
 * Text that cannot be expanded: unbalanced quotes, a substitution that BuildKit does not know, or a required variable
 * that is not set.
 */
export class ShellLexError extends Error {
	override readonly name = "ShellLexError";
	/** The whole text, and the index in it where the quote or the substitution begins. */
	readonly text: string;
	readonly index: number;
	/** The required variable that is not set. */
	readonly required: string | undefined;

	constructor(message: string, text: string, index: number, required?: string) {
		super(message);
		this.text = text;
		this.index = index;
		this.required = required;
	}
}
