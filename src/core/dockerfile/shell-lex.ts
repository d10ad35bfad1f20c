// Words and variables as BuildKit reads them (frontend/dockerfile/shell/lex.go): a subset of the POSIX shell, with
// peculiarities of its own.
import { ExpansionBudget } from "./expansion-budget.ts";
import type { LexOptions, Lookup } from "./lex-options.ts";
import { ShellLexError } from "./shell-lex-error.ts";
import { cutPattern, replacePattern } from "./shell-pattern.ts";
import { WordSplitter } from "./word-splitter.ts";

/** Expands quotes, escapes and variables of one word, as FROM, USER, ENV and the like do. Throws ShellLexError. */
export function expandWord(text: string, lookup: Lookup, options: LexOptions): string {
	if (!/[$'"\\`]/.test(text)) return text;
	return new BuildkitLexer(text, lookup, options).process("");
}

/** Splits text into words at white space outside quotes, with variables expanded. Throws ShellLexError. */
export function expandWords(text: string, lookup: Lookup, options: LexOptions): string[] {
	const words = new WordSplitter();
	new BuildkitLexer(text, lookup, options).process("", words);
	return words.finish();
}

const SPECIAL_PARAMETERS = "@*#?-$!0";
const DIGIT = /^\p{Nd}/u;
const NAME_CHARACTER = /^[\p{L}\p{Nd}_]/u;
const PLAIN = /[^$'"<\\`]+/y;
const PLAIN_IN_QUOTES = /[^$"\\`]+/y;
/** How deep `${a:-${b:-…}}` may be nested: each level uses some of the stack. */
const MAX_DEPTH = 100;

class BuildkitLexer {
	readonly #text: string;
	readonly #lookup: Lookup;
	readonly #escape: string;
	readonly #rawQuotes: boolean;
	readonly #plainQuotes: boolean;
	readonly #keepUnset: boolean;
	readonly #unset: string;
	readonly #mayBeSet: (name: string) => boolean;
	readonly #budget: ExpansionBudget;
	#rawEscapes: boolean;
	#at = 0;
	/** The start of the innermost quote or substitution. */
	#start = 0;
	#depth = 0;

	constructor(text: string, lookup: Lookup, options: LexOptions) {
		const {
			escape,
			raw = false,
			plainQuotes = false,
			keepUnset = false,
			unset = "",
			mayBeSet = () => false,
			budget = new ExpansionBudget(),
		} = options;
		this.#text = text;
		this.#lookup = lookup;
		this.#escape = escape;
		this.#rawQuotes = raw;
		this.#plainQuotes = plainQuotes;
		this.#rawEscapes = raw;
		this.#keepUnset = keepUnset;
		this.#unset = unset;
		this.#mayBeSet = mayBeSet;
		this.#budget = budget;
	}

	/**
	 * Reads up to the stop character, and consumes it; without one, reads to the end. Also adds the text to `words`.
	 */
	process(stop: string, words?: WordSplitter): string {
		let result = "";
		while (this.#at < this.#text.length) {
			if (this.#peek() === stop) {
				this.#at++;
				return result;
			}
			const isRaw = "'\"<".includes(this.#peek()) || this.#peek() === this.#escape;
			const piece = this.#piece();
			if (isRaw) words?.addRaw(piece);
			else words?.add(piece);
			result += piece;
		}
		if (stop !== "") throw this.#error(`unexpected end of statement while looking for matching ${stop}`);
		return result;
	}

	/** Reads one quoted text, one variable, or some plain characters. */
	#piece(): string {
		const next = this.#peek();
		if (next === "$") return this.#dollar();
		if (next === "'" && !this.#plainQuotes) return this.#singleQuoted();
		if (next === '"' && !this.#plainQuotes) return this.#doubleQuoted();
		return next === "<" ? this.#redirection() : this.#plain();
	}

	#peek(): string {
		return this.#text.charAt(this.#at);
	}

	#next(): string {
		return this.#text.charAt(this.#at++);
	}

	#plain(): string {
		// In a substitution, its end could be one of the plain characters.
		const run = this.#depth === 0 ? this.#run(PLAIN) : "";
		if (run !== "") return run;
		const character = this.#next();
		return character === this.#escape ? (this.#rawEscapes ? character : "") + this.#next() : character;
	}

	#error(message: string, required?: string): ShellLexError {
		return new ShellLexError(message, this.#text, this.#start, required);
	}

	#run(characters: RegExp): string {
		characters.lastIndex = this.#at;
		const [run = ""] = characters.exec(this.#text) ?? [];
		this.#at += run.length;
		return run;
	}

	/** `<<` and the blanks after it belong to one word: `<< EOF` announces a heredoc. */
	#redirection(): string {
		const start = this.#at++;
		if (this.#peek() !== "<") return "<";
		this.#at++;
		while (this.#peek() !== "" && "\t\r ".includes(this.#peek())) this.#at++;
		return this.#text.slice(start, this.#at);
	}

	#singleQuoted(): string {
		this.#start = this.#at;
		const end = this.#text.indexOf("'", this.#at + 1);
		if (end === -1) throw this.#error("unexpected end of statement while looking for matching single-quote");
		const quoted = this.#rawQuotes ? this.#text.slice(this.#at, end + 1) : this.#text.slice(this.#at + 1, end);
		this.#at = end + 1;
		return quoted;
	}

	#doubleQuoted(): string {
		const quote = this.#rawQuotes ? '"' : "";
		const start = this.#at++;
		let result = quote;
		while (this.#at < this.#text.length) {
			const next = this.#peek();
			if (next === '"') {
				this.#at++;
				return result + quote;
			}
			result += next === "$" ? this.#dollar() : this.#inDoubleQuotes();
		}
		this.#start = start;
		throw this.#error("unexpected end of statement while looking for matching double-quote");
	}

	/** Characters in double quotes, where only `"`, `$` and the escape character itself can be escaped. */
	#inDoubleQuotes(): string {
		const run = this.#run(PLAIN_IN_QUOTES);
		if (run !== "") return run;
		const character = this.#next();
		if (character !== this.#escape) return character;
		const kept = this.#rawEscapes ? character : "";
		const next = this.#peek();
		if (next === "") return kept;
		return kept + (next === '"' || next === "$" || next === this.#escape ? this.#next() : character);
	}

	#dollar(): string {
		const start = this.#at++;
		if (this.#peek() === "{") return this.#substitution(start);
		const name = this.#name();
		if (name === "") return "$";
		return this.#valueOf(name) ?? (this.#keepUnset ? `$${name}` : this.#unset);
	}

	#valueOf(name: string): string | undefined {
		const value = this.#lookup(name);
		if (value !== undefined) this.#spend(value.length);
		return value;
	}

	#spend(characters: number): void {
		if (!this.#budget.spend(characters)) throw this.#error(this.#budget.mistake);
	}

	#substitution(start: number): string {
		const outer = this.#start;
		this.#start = start;
		const result = this.#braced();
		this.#start = outer;
		return result;
	}

	/** `${name}`, `${name:-word}` and the other forms, from the brace on. */
	#braced(): string {
		this.#at++;
		if (this.#peek() === "") throw this.#error("syntax error: missing '}'");
		if ("{}:".includes(this.#peek())) throw this.#error("syntax error: bad substitution");
		const name = this.#name();
		const value = this.#valueOf(name);
		const modifier = this.#next();
		if (modifier === "}") return value ?? (this.#keepUnset ? `\${${name}}` : this.#unset);
		if (modifier === "/") return this.#replaced(name, value);
		return this.#modified(name, value, modifier === ":" ? modifier + this.#next() : modifier);
	}

	/**
	 * `${name-word}` and its kind, from after the modifier: one of `-`, `+`, `?`, also with `:` before it, `#` or `%`.
	 */
	#modified(name: string, value: string | undefined, modifier: string): string {
		if (!/^(?::?[-+?]|[#%])$/.test(modifier)) throw this.#error(`unsupported modifier (${modifier}) in substitution`);
		const kind = modifier.slice(-1);
		const word = this.#until("}", kind === "#" || kind === "%");
		if (value === undefined && this.#keepUnset) return `\${${name}${modifier}${word}}`;
		const isSet = value !== undefined && !(modifier.length > 1 && value === "");
		switch (kind) {
			case "-":
				return isSet ? value : word;
			case "+":
				return isSet ? word : "";
			case "?":
				return isSet ? value : this.#required(name, value, word);
			default:
				return this.#cut(value ?? "", kind, word);
		}
	}

	/** `${name?word}` and `${name:?word}` of a variable that is not set, or empty. */
	#required(name: string, value: string | undefined, word: string): string {
		if (value === undefined && this.#mayBeSet(name)) return this.#unset;
		throw this.#error(`${name}: ${word || `is not allowed to be ${value === undefined ? "unset" : "empty"}`}`, name);
	}

	/** `${name#word}`, `##`, `%` and `%%`: a doubled modifier removes as much as possible. */
	#cut(value: string, modifier: string, word: string): string {
		this.#spendPattern(value, word);
		const longest = word.startsWith(modifier);
		const pattern = longest ? word.slice(1) : word;
		return this.#valid(cutPattern(value, pattern, { end: modifier === "#" ? "head" : "tail", longest }), pattern);
	}

	/** `${name/pattern/replacement}` and `${name//pattern/replacement}`, from after the first slash. */
	#replaced(name: string, value: string | undefined): string {
		const all = this.#peek() === "/";
		if (all) this.#at++;
		const pattern = this.#until("/", true);
		const replacement = this.#until("}", true);
		if (value === undefined && this.#keepUnset) return `\${${name}/${pattern}/${replacement}}`;
		this.#spendPattern(value ?? "", pattern);
		if (all) this.#spend((value ?? "").length * replacement.length);
		return this.#valid(replacePattern(value ?? "", pattern, replacement, all), pattern);
	}

	#valid(result: string | undefined, pattern: string): string {
		if (result === undefined) throw this.#error(`invalid pattern (${pattern}) in substitution`);
		return result;
	}

	/** The time for a pattern is at most its length times the length of the value. */
	#spendPattern(value: string, pattern: string): void {
		this.#spend(value.length * pattern.length);
	}

	#until(stop: string, rawEscapes: boolean): string {
		if (++this.#depth > MAX_DEPTH) throw this.#error(`substitutions are nested more than ${MAX_DEPTH} deep`);
		const outer = this.#rawEscapes;
		this.#rawEscapes = rawEscapes;
		const result = this.process(stop);
		this.#rawEscapes = outer;
		this.#depth--;
		return result;
	}

	#name(): string {
		const start = this.#at;
		const first = this.#peek();
		if (DIGIT.test(first)) {
			while (DIGIT.test(this.#peek())) this.#at++;
		} else if (first !== "" && SPECIAL_PARAMETERS.includes(first)) this.#at++;
		else while (NAME_CHARACTER.test(this.#peek())) this.#at++;
		return this.#text.slice(start, this.#at);
	}
}
