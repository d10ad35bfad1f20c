import { ShellLexer, ShellSyntaxError, type ShellToken } from "./lexer.ts";
import type { ShellWord, SimpleCommand } from "./syntax.ts";

const REDIRECTS = new Set(["<", ">", ">>", "<<", "<<-", "<<<", "<&", ">&", "<>", ">|", "&>", "&>>"]);

/** The tokens of a script, with one token of lookahead. Throws ShellSyntaxError. */
export class TokenReader {
	readonly #lexer: ShellLexer;
	/** The next token. */
	current: ShellToken;

	constructor(text: string) {
		this.#lexer = new ShellLexer(text);
		this.current = this.#lexer.next();
	}

	/** Takes the next token. */
	next(): ShellToken {
		const token = this.current;
		this.current = this.#lexer.next();
		return token;
	}

	/** Takes a word. */
	word(): ShellWord {
		if (this.current.kind !== "word") throw this.unexpected();
		const { raw, line } = this.current;
		this.next();
		return { raw, line };
	}

	/** Takes one word, which is required here. */
	expectWord(raw: string): void {
		if (!this.isWord(raw)) throw this.unexpected();
		this.next();
	}

	isWord(raw: string): boolean {
		return this.current.kind === "word" && this.current.raw === raw;
	}

	isOperator(...texts: readonly string[]): boolean {
		return this.current.kind === "operator" && texts.includes(this.current.text);
	}

	/** Whether a redirection comes next. Skips the number of its file descriptor. */
	isAtRedirect(): boolean {
		if (this.current.kind === "word" && /^\d+$/.test(this.current.raw) && this.#lexer.isBeforeRedirect()) this.next();
		return this.current.kind === "operator" && REDIRECTS.has(this.current.text);
	}

	/** Whether a parenthesis follows the current token immediately. */
	isAtParenthesis(): boolean {
		return this.#lexer.isBeforeParenthesis();
	}

	skipNewlines(): void {
		while (this.current.kind === "newline") this.next();
	}

	/** Takes an arithmetic command; the current token is its first parenthesis. */
	arithmetic(): SimpleCommand {
		const { line } = this.current;
		const raw = this.#lexer.readArithmetic();
		this.current = this.#lexer.next();
		return {
			kind: "simple",
			line,
			assignments: [],
			words: [
				{ raw: "((", line },
				{ raw, line },
			],
			redirects: [],
		};
	}

	/** Registers a heredoc, whose body begins after the end of this line. */
	expectHeredoc(word: ShellWord, strip: boolean, done: (body: string) => void): void {
		this.#lexer.expectHeredoc(word, strip, done);
	}

	/** The error for the current token. */
	unexpected(): ShellSyntaxError {
		const { current } = this;
		const text =
			current.kind === "word" ? current.raw : current.kind === "operator" ? current.text : `the ${current.kind}`;
		return new ShellSyntaxError(`unexpected ${text}`, current.line);
	}
}
