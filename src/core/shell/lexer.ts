// Splits a shell script into words, operators and line ends (POSIX.1-2024, 2.3 Token Recognition).
import type { ShellWord } from "./syntax.ts";

/** The script is not valid; `line` is where that shows. */
export class ShellSyntaxError extends Error {
	override readonly name = "ShellSyntaxError";
	/** One-based line of the script. */
	readonly line: number;

	constructor(message: string, line: number) {
		super(message);
		this.line = line;
	}
}

/** One token; `newline` also ends a script. */
export type ShellToken =
	| ({ readonly kind: "word" } & ShellWord)
	| { readonly kind: "operator"; readonly text: string; readonly line: number }
	| { readonly kind: "newline"; readonly line: number }
	| { readonly kind: "end"; readonly line: number };

/** The longest first. All are sticky: a script is read once, from left to right. */
const OPERATOR = /;;&|<<-|<<<|&>>|&&|\|\||;;|;&|<<|>>|<&|>&|<>|>\||&>|\|&|[;&|()<>]/y;
const OPERATOR_START = ";&|()<>";
const BLANK_START = " \t\r\\";
const BLANKS = /[ \t\r]+/y;
const CONTINUATION = /\\\r?\n/y;
const PLAIN = /[^ \t\r\n;&|<>()\\'"`$]+/y;
const WORD_END = /[ \t\r\n;&|<>()]/;
/** `${x:-word}`: within double quotes, single quotes in the word are ordinary characters. */
const DEFAULT_MODIFIER = /[\w@*#?!-]+(?:\[[^\]\s]{0,20}\])?:?[-=+?]/y;
const CLOSERS: Readonly<Record<string, string>> = { "(": ")", "{": "}" };
/** People do not nest any deeper. */
const MAX_DEPTH = 100;

/**
 * The index after an expansion, given that of the `(`, `{` or `'` after its `$`; the end of the text if it is not
 * closed.
 */
export function endOfExpansion(text: string, at: number, isQuoted: boolean): number {
	try {
		return new ShellLexer(text, at).skipExpansion(isQuoted);
	} catch (error) {
		if (error instanceof ShellSyntaxError) return text.length + 1;
		throw error;
	}
}

/** Reads a script token by token. Throws ShellSyntaxError. */
export class ShellLexer {
	readonly #text: string;
	readonly #heredocs: { readonly delimiter: string; readonly strip: boolean; readonly done: (body: string) => void }[] =
		[];
	#at: number;
	#line = 1;

	constructor(text: string, at = 0) {
		this.#text = text;
		this.#at = at;
	}

	/** Skips what follows `$`, and returns the index after it. */
	skipExpansion(isQuoted: boolean): number {
		this.#dollar(0, isQuoted);
		return this.#at;
	}

	/** The next token. Comments, blanks and continued lines are skipped. */
	next(): ShellToken {
		this.#skipBlanks();
		const line = this.#line;
		const character = this.#text.charAt(this.#at);
		if (character === "") return { kind: "end", line };
		if (character === "\n") {
			this.#advance();
			this.#readHeredocs();
			return { kind: "newline", line };
		}
		if (OPERATOR_START.includes(character)) return { kind: "operator", text: this.#take(OPERATOR), line };
		return { kind: "word", raw: this.#word(), line };
	}

	/**
	 * Whether an opening parenthesis follows immediately: an array after `NAME=`, an arithmetic command after another
	 * parenthesis.
	 */
	isBeforeParenthesis(): boolean {
		return this.#text.charAt(this.#at) === "(";
	}

	/** Whether a redirection follows immediately, so that a number before it is a file descriptor. */
	isBeforeRedirect(): boolean {
		return /[<>]/.test(this.#text.charAt(this.#at));
	}

	/** Reads an arithmetic command from its second parenthesis on. */
	readArithmetic(): string {
		const start = ++this.#at;
		this.#nested("(", 0);
		const text = this.#text.slice(start, this.#at - 1);
		if (this.#text.charAt(this.#at) === ")") this.#at++;
		return text;
	}

	/** Registers a heredoc. Its body begins after the end of this line. */
	expectHeredoc(word: ShellWord, strip: boolean, done: (body: string) => void): void {
		this.#heredocs.push({ delimiter: word.raw.replace(/["'\\]/g, ""), strip, done });
	}

	#advance(): string {
		const character = this.#text.charAt(this.#at++);
		if (character === "\n") this.#line++;
		return character;
	}

	/** What a sticky expression matches at the current index; empty if it does not. */
	#take(expression: RegExp): string {
		expression.lastIndex = this.#at;
		const text = expression.exec(this.#text)?.[0] ?? "";
		this.#at += text.length;
		return text;
	}

	#skipBlanks(): void {
		while (BLANK_START.includes(this.#text.charAt(this.#at)) && this.#at < this.#text.length) {
			this.#take(BLANKS);
			if (this.#take(CONTINUATION) === "") break;
			this.#line++;
		}
		if (this.#text.charAt(this.#at) === "#") this.#skipLine();
	}

	#skipLine(): void {
		const end = this.#text.indexOf("\n", this.#at);
		this.#at = end === -1 ? this.#text.length : end;
	}

	#word(): string {
		const start = this.#at;
		for (;;) {
			this.#take(PLAIN);
			if (this.#at >= this.#text.length || WORD_END.test(this.#text.charAt(this.#at))) break;
			this.#piece(0);
		}
		const raw = this.#text.slice(start, this.#at);
		return raw.includes("\n") ? raw.replace(/\\\r?\n/g, "") : raw;
	}

	/** One character, quoted text or expansion. */
	#piece(depth: number): void {
		if (depth > MAX_DEPTH) throw new ShellSyntaxError("expansions are nested too deeply", this.#line);
		const character = this.#advance();
		if (character === "\\") this.#advance();
		else if (character === "'") this.#until("'");
		else if (character === '"') this.#quoted('"', depth);
		else if (character === "`") this.#until("`");
		else if (character === "$") this.#dollar(depth, false);
	}

	#dollar(depth: number, isQuoted: boolean): void {
		const character = this.#text.charAt(this.#at);
		if (character === "'" && !isQuoted) {
			this.#at++;
			this.#quoted("'", MAX_DEPTH);
		} else if (character === "{" || character === "(") {
			this.#at++;
			const isLiteral = isQuoted && character === "{" && this.#take(DEFAULT_MODIFIER) !== "";
			this.#nested(character, depth + 1, isLiteral);
		}
	}

	/** Reads up to and including the parenthesis or brace that closes the current one. */
	#nested(opener: string, depth: number, hasLiteralQuotes = false): void {
		const closer = CLOSERS[opener] ?? opener;
		const line = this.#line;
		let open = 1;
		while (this.#at < this.#text.length) {
			const character = this.#text.charAt(this.#at);
			if (character === closer && --open === 0) {
				this.#at++;
				return;
			}
			// Within `${…}`, a lone opening brace needs no closing one.
			if (character === opener && opener === "(") open++;
			if (hasLiteralQuotes && character === "'") this.#at++;
			else if (character === "#" && opener === "(" && /\s/.test(this.#text.charAt(this.#at - 1))) this.#skipLine();
			else this.#piece(depth);
		}
		throw new ShellSyntaxError(`no ${closer} closes what ${opener} opens`, line);
	}

	#until(quote: string): void {
		const line = this.#line;
		while (this.#at < this.#text.length) {
			const character = this.#advance();
			if (character === quote) return;
			if (character === "\\" && quote === "`") this.#advance();
		}
		throw new ShellSyntaxError(`no ${quote} closes a quoted text`, line);
	}

	/** Reads up to and including the closing quote. Only double quotes contain expansions. */
	#quoted(quote: string, depth: number): void {
		const line = this.#line;
		while (this.#at < this.#text.length) {
			const character = this.#advance();
			if (character === quote) return;
			if (character === "\\") this.#advance();
			else if (quote === '"' && character === "$") this.#dollar(depth, true);
			else if (quote === '"' && character === "`") this.#until("`");
		}
		throw new ShellSyntaxError(`no ${quote} closes a quoted text`, line);
	}

	#readHeredocs(): void {
		for (const { delimiter, strip, done } of this.#heredocs.splice(0)) {
			const lines: string[] = [];
			for (
				let line = this.#heredocLine(strip);
				line !== undefined && line !== delimiter;
				line = this.#heredocLine(strip)
			)
				lines.push(line);
			done(lines.map((line) => `${line}\n`).join(""));
		}
	}

	/** The next line; undefined at the end of the script. */
	#heredocLine(strip: boolean): string | undefined {
		if (this.#at >= this.#text.length) return undefined;
		const start = this.#at;
		this.#skipLine();
		const line = this.#text.slice(start, this.#at).replace(/\r$/, "");
		this.#advance();
		return strip ? line.replace(/^\t+/, "") : line;
	}
}
