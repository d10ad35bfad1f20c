// Words and variables as BuildKit reads them (frontend/dockerfile/shell/lex.go): a subset of the POSIX shell, with corners of its own.
import { patternSource } from "./shell-pattern.ts";
import { isSpace } from "./space.ts";

/** What a variable stands for; `undefined`: not set. */
export type Lookup = (name: string) => string | undefined;

export interface LexOptions {
	/** The escape character in force. */
	readonly escape: string;
	/** Keep quotes and escape characters in the result. */
	readonly raw?: boolean;
	/** Leave a variable that is not set as it is written. */
	readonly keepUnset?: boolean;
	/** What stands for a variable that is not set and has no default; the empty string unless given. */
	readonly unset?: string;
}

/** Text that cannot be read: unbalanced quotes, a substitution that BuildKit does not know. */
export class ShellLexError extends Error {
	override readonly name = "ShellLexError";
}

/** Expands quotes, escapes and variables of one word, as FROM, USER, ENV and the like do. Throws ShellLexError. */
export function expandWord(text: string, lookup: Lookup, options: LexOptions): string {
	if (!/[$'"\\`]/.test(text)) return text;
	return new ShellLexer(text, lookup, options).process("").result;
}

/** Splits text into words at white space outside quotes, with variables expanded. Throws ShellLexError. */
export function expandWords(text: string, lookup: Lookup, options: LexOptions): string[] {
	return new ShellLexer(text, lookup, options).process("").words;
}

const SPECIAL_PARAMETERS = "@*#?-$!0";
const DIGIT = /^\p{Nd}/u;
const NAME_CHARACTER = /^[\p{L}\p{Nd}_]/u;

class ShellLexer {
	readonly #text: string;
	readonly #lookup: Lookup;
	readonly #escape: string;
	readonly #rawQuotes: boolean;
	readonly #keepUnset: boolean;
	readonly #unset: string;
	#rawEscapes: boolean;
	#at = 0;

	constructor(text: string, lookup: Lookup, { escape, raw = false, keepUnset = false, unset = "" }: LexOptions) {
		this.#text = text;
		this.#lookup = lookup;
		this.#escape = escape;
		this.#rawQuotes = raw;
		this.#rawEscapes = raw;
		this.#keepUnset = keepUnset;
		this.#unset = unset;
	}

	/** Reads up to the stop character, which is consumed, or to the end when there is none to look for. */
	process(stop: string): { result: string; words: string[] } {
		const words = new Words();
		let result = "";
		while (this.#at < this.#text.length) {
			if (this.#peek() === stop) {
				this.#at++;
				return { result, words: words.finish() };
			}
			result += this.#piece(words);
		}
		if (stop !== "") throw new ShellLexError(`unexpected end of statement while looking for matching ${stop}`);
		return { result, words: words.finish() };
	}

	/** Reads one quoted text, one variable or one character. */
	#piece(words: Words): string {
		const next = this.#peek();
		if (next === "$") return words.add(this.#dollar());
		if (next === "'") return words.addRaw(this.#singleQuoted());
		if (next === '"') return words.addRaw(this.#doubleQuoted());
		return next === "<" ? words.addRaw(this.#redirection()) : this.#plain(words);
	}

	#peek(): string {
		return this.#text.charAt(this.#at);
	}

	#next(): string {
		return this.#text.charAt(this.#at++);
	}

	#plain(words: Words): string {
		const character = this.#next();
		if (character !== this.#escape) return words.add(character);
		return words.addRaw((this.#rawEscapes ? character : "") + this.#next());
	}

	/** `<<` and the blanks behind it belong to one word: `<< EOF` announces a heredoc. */
	#redirection(): string {
		const start = this.#at++;
		if (this.#peek() !== "<") return "<";
		this.#at++;
		while (this.#peek() !== "" && "\t\r ".includes(this.#peek())) this.#at++;
		return this.#text.slice(start, this.#at);
	}

	#singleQuoted(): string {
		const end = this.#text.indexOf("'", this.#at + 1);
		if (end === -1) throw new ShellLexError("unexpected end of statement while looking for matching single-quote");
		const quoted = this.#rawQuotes ? this.#text.slice(this.#at, end + 1) : this.#text.slice(this.#at + 1, end);
		this.#at = end + 1;
		return quoted;
	}

	#doubleQuoted(): string {
		const quote = this.#rawQuotes ? '"' : "";
		this.#at++;
		let result = quote;
		while (this.#at < this.#text.length) {
			const next = this.#peek();
			if (next === '"') {
				this.#at++;
				return result + quote;
			}
			result += next === "$" ? this.#dollar() : this.#inDoubleQuotes();
		}
		throw new ShellLexError("unexpected end of statement while looking for matching double-quote");
	}

	/** One character in double quotes, where only `"`, `$` and the escape character itself can be escaped. */
	#inDoubleQuotes(): string {
		const character = this.#next();
		if (character !== this.#escape) return character;
		const kept = this.#rawEscapes ? character : "";
		const next = this.#peek();
		if (next === "") return kept;
		return kept + (next === '"' || next === "$" || next === this.#escape ? this.#next() : character);
	}

	#dollar(): string {
		this.#at++;
		if (this.#peek() === "{") return this.#braced();
		const name = this.#name();
		if (name === "") return "$";
		return this.#lookup(name) ?? (this.#keepUnset ? `$${name}` : this.#unset);
	}

	/** `${name}`, `${name:-word}` and the other forms, from the brace on. */
	#braced(): string {
		this.#at++;
		if (this.#peek() === "") throw new ShellLexError("syntax error: missing '}'");
		if ("{}:".includes(this.#peek())) throw new ShellLexError("syntax error: bad substitution");
		const name = this.#name();
		const value = this.#lookup(name);
		const modifier = this.#next();
		if (modifier === "}") return value ?? (this.#keepUnset ? `\${${name}}` : this.#unset);
		if (modifier === "/") return this.#replaced(name, value);
		return this.#modified(name, value, modifier === ":" ? modifier + this.#next() : modifier);
	}

	/** `${name-word}` and its kind, from behind the modifier: one of `-`, `+`, `?`, also with `:` in front, `#` or `%`. */
	#modified(name: string, value: string | undefined, modifier: string): string {
		if (!/^(?::?[-+?]|[#%])$/.test(modifier)) throw new ShellLexError(`unsupported modifier (${modifier}) in substitution`);
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
				if (!isSet) throw new ShellLexError(`${name}: ${word || "is not allowed to be unset"}`);
				return value;
			default:
				return trimmed(value ?? "", kind, word);
		}
	}

	/** `${name/pattern/replacement}` and `${name//pattern/replacement}`, from behind the first slash. */
	#replaced(name: string, value: string | undefined): string {
		const all = this.#peek() === "/";
		if (all) this.#at++;
		const pattern = this.#until("/", true);
		const replacement = this.#until("}", true);
		if (value === undefined && this.#keepUnset) return `\${${name}/${pattern}/${replacement}}`;
		return (value ?? "").replace(new RegExp(safePattern(pattern, true), all ? "gu" : "u"), () => replacement);
	}

	#until(stop: string, rawEscapes: boolean): string {
		const outer = this.#rawEscapes;
		this.#rawEscapes = rawEscapes;
		const { result } = this.process(stop);
		this.#rawEscapes = outer;
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

/** Words in the making: white space ends one unless it was quoted or escaped. */
class Words {
	readonly #done: string[] = [];
	#word = "";

	/** Adds text and returns it. */
	add(text: string): string {
		for (const character of text) {
			if (isSpace(character)) this.finish();
			else this.#word += character;
		}
		return text;
	}

	/** Adds text whose white space belongs to the word, and returns it. */
	addRaw(text: string): string {
		this.#word += text;
		return text;
	}

	finish(): string[] {
		if (this.#word !== "") this.#done.push(this.#word);
		this.#word = "";
		return this.#done;
	}
}

/** `${name#word}`, `##`, `%` and `%%`: a doubled modifier takes off as much as it can. */
function trimmed(value: string, modifier: string, word: string): string {
	const greedy = word.startsWith(modifier);
	const pattern = safePattern(greedy ? word.slice(1) : word, greedy);
	if (modifier === "#") return value.replace(new RegExp(`^(?:${pattern})`, "u"), "");
	if (greedy) return value.replace(new RegExp(`(?:${pattern})$`, "u"), "");
	const whole = new RegExp(`^(?:${pattern})$`, "u");
	for (let start = value.length; start >= 0; start--) {
		if (whole.test(value.slice(start))) return value.slice(0, start);
	}
	return value;
}

function safePattern(pattern: string, greedy: boolean): string {
	const source = patternSource(pattern, greedy);
	if (source === undefined) throw new ShellLexError(`invalid pattern (${pattern}) in substitution`);
	return source;
}
