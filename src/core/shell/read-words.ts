// Parts of a script that consist of words only, whatever these mean elsewhere.
import { ShellSyntaxError } from "./lexer.ts";
import type { ShellWord, SimpleCommand } from "./syntax.ts";
import type { TokenReader } from "./token-reader.ts";

/** `[[ … ]]`, in which the shell's operators have another meaning. */
export function readDoubleBracket(tokens: TokenReader): SimpleCommand {
	const { line } = tokens.current;
	const words: ShellWord[] = [];
	while (!tokens.isWord("]]")) {
		const token = tokens.next();
		if (token.kind === "end") throw new ShellSyntaxError("no ]] closes [[", line);
		if (token.kind === "word") words.push({ raw: token.raw, line: token.line });
		else if (token.kind === "operator") words.push({ raw: token.text, line: token.line });
	}
	words.push({ raw: "]]", line });
	tokens.next();
	return { kind: "simple", line, assignments: [], words, redirects: [] };
}

/** What follows the variable of `for`; the arguments if there is no `in`. */
export function readForWords(tokens: TokenReader): readonly ShellWord[] {
	const { line } = tokens.current;
	tokens.skipNewlines();
	if (!tokens.isWord("in")) return [{ raw: '"$@"', line }];
	tokens.next();
	const words: ShellWord[] = [];
	while (tokens.current.kind === "word") words.push(tokens.word());
	return words;
}

/** The elements of `NAME=(a b)`, from its opening to its closing parenthesis. */
export function readElements(tokens: TokenReader): ShellWord[] {
	tokens.next();
	const elements: ShellWord[] = [];
	while (!tokens.isOperator(")")) {
		if (tokens.current.kind === "newline") tokens.next();
		else elements.push(tokens.word());
	}
	tokens.next();
	return elements;
}
