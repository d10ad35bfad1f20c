import type { Instruction } from "../dockerfile/instruction.ts";
import { ShellLexError } from "../dockerfile/shell-lex-error.ts";

/** What BuildKit rejects in a file when it builds it, although the file parses. */
export interface Mistake {
	readonly message: string;
	/** Offset into the source text. */
	readonly offset: number;
}

/**
 * Describes the error that kept an instruction's text from being expanded. Throws any other error again. `hintFor` says
 * how a variable can get a value.
 */
export function expansionMistake(error: unknown, instruction: Instruction, hintFor: (name: string) => string): Mistake {
	if (!(error instanceof ShellLexError)) throw error;
	const isInHeredoc = instruction.hasHeredoc && !instruction.argument.text.includes(error.text);
	const remedy = isInHeredoc ? "; to expand nothing, quote the heredoc's name, as in <<'EOF'" : "";
	return { message: describeExpansion(error, hintFor) + remedy, offset: offsetOf(error, instruction) };
}

/** What is wrong with a text that cannot be expanded, and what to write instead. */
export function describeExpansion({ message, required }: ShellLexError, hintFor: (name: string) => string): string {
	if (required !== undefined) return `a value is required for ${message}; ${hintFor(required)}`;
	if (/substitution$/.test(message))
		return `${message}: BuildKit supports \${NAME}, \${NAME:-word}, and :+ :? - + ? # ## % %% / // in place of :-`;
	return /quote$/.test(message) ? `${message}: close it, or write a backslash before it` : message;
}

/** Words in JSON or flags are not found literally in the argument. */
function offsetOf({ text, index }: ShellLexError, { argument, start }: Instruction): number {
	const at = argument.text.indexOf(text);
	return at === -1 ? start : argument.offsetAt(Math.min(at + index, argument.text.length));
}
