// What a shell makes of a word: quotes, parameters, fields (POSIX.1-2024, 2.6 Word Expansions), as far as it can be known before the container runs.
import { parameterValues } from "./parameter.ts";
import { joinValues, known, type ShellScope, type ShellValue } from "./value.ts";

/** Expands a word to fields: none for an empty unquoted expansion, several for `"$@"`. */
export function expandShellWord(raw: string, scope: ShellScope): ShellValue[] {
	return /[$'"\\`]/.test(raw) ? new Expansion(raw, scope).run() : [known(raw)];
}

/** Expands a word to one text, as an assignment or `case` does. */
export function expandToText(raw: string, scope: ShellScope): ShellValue {
	return joinValues(expandShellWord(raw, scope), " ");
}

const NAME = /^(?:[A-Za-z_]\w*|\d+|[@*#?$!-])/;

class Expansion {
	readonly #raw: string;
	readonly #scope: ShellScope;
	readonly #fields: ShellValue[] = [];
	#field: ShellValue | undefined;
	#at = 0;

	constructor(raw: string, scope: ShellScope) {
		this.#raw = raw;
		this.#scope = scope;
	}

	run(): ShellValue[] {
		while (this.#at < this.#raw.length) this.#piece();
		this.#endField();
		return this.#fields;
	}

	#piece(): void {
		const character = this.#raw.charAt(this.#at++);
		if (character === "\\") this.#add(this.#raw.charAt(this.#at++));
		else if (character === "'") this.#singleQuoted();
		else if (character === '"') this.#doubleQuoted();
		else if (character === "`") this.#addUnknown(this.#at - 1, this.#skipTo("`"));
		else if (character === "$") this.#dollar(false);
		else this.#add(character);
	}

	#singleQuoted(): void {
		const end = this.#raw.indexOf("'", this.#at);
		this.#add(this.#raw.slice(this.#at, end === -1 ? undefined : end));
		this.#at = end === -1 ? this.#raw.length : end + 1;
	}

	#doubleQuoted(): void {
		// `""` is an empty field; `"$@"` without arguments is none.
		if (this.#raw.slice(this.#at, this.#at + 3) !== '$@"' && !/^\$\{[@]\}"|^\$\{\w+\[@\]\}"/.test(this.#raw.slice(this.#at, this.#at + 80))) this.#add("");
		while (this.#at < this.#raw.length) {
			const character = this.#raw.charAt(this.#at++);
			if (character === '"') return;
			if (character === "\\") this.#escapedInQuotes();
			else if (character === "`") this.#addUnknown(this.#at - 1, this.#skipTo("`"));
			else if (character === "$") this.#dollar(true);
			else this.#add(character);
		}
	}

	#escapedInQuotes(): void {
		const next = this.#raw.charAt(this.#at++);
		this.#add('$`"\\'.includes(next) ? next : `\\${next}`);
	}

	/** From behind `$`. */
	#dollar(isQuoted: boolean): void {
		const start = this.#at - 1;
		const next = this.#raw.charAt(this.#at);
		if (next === "'" && !isQuoted) {
			this.#at++;
			this.#addUnknown(start, this.#skipTo("'"));
		} else if (next === "(") {
			const end = this.#closing("(", ")");
			this.#addSubstitution(start, end);
			this.#at = end;
		} else if (next === "{") {
			const end = this.#closing("{", "}");
			const inner = this.#raw.slice(this.#at + 1, end - 1);
			this.#at = end;
			this.#addParameter(inner, this.#raw.slice(start, end), isQuoted);
		} else {
			const name = /^(?:[A-Za-z_]\w*|[\d@*#?$!-])/.exec(this.#raw.slice(this.#at, this.#at + 200))?.[0];
			this.#at += name?.length ?? 0;
			if (name === undefined) this.#add("$");
			else this.#addParameter(name, `$${name}`, isQuoted);
		}
	}

	/** The program that `$(command -v NAME)` finds is called NAME; other substitutions are not known. */
	#addSubstitution(start: number, end: number): void {
		const inner = this.#raw.slice(this.#at + 1, end - 1);
		const found = /^\s*(?:command\s+-v|which|type\s+-p)\s+([\w./-]+)(?:\s+2>\/dev\/null)?\s*$/.exec(inner)?.[1];
		if (found === undefined) this.#addUnknown(start, end);
		else this.#add(found);
	}

	#skipTo(quote: string): number {
		while (this.#at < this.#raw.length && this.#raw.charAt(this.#at) !== quote) this.#at += this.#raw.charAt(this.#at) === "\\" ? 2 : 1;
		return ++this.#at;
	}

	/** The index behind the bracket that closes the one at the current index. */
	#closing(opener: string, closer: string): number {
		let open = 0;
		for (let at = this.#at; at < this.#raw.length; at++) {
			const character = this.#raw.charAt(at);
			if (character === "\\") at++;
			else if (character === "'" && opener === "(") at = endOfQuote(this.#raw, at);
			else if (character === opener) open++;
			else if (character === closer && --open === 0) return at + 1;
		}
		return this.#raw.length;
	}

	/** `name`, or what stands between the braces of `${name…}`. */
	#addParameter(inner: string, written: string, isQuoted: boolean): void {
		const name = NAME.exec(inner)?.[0] ?? "";
		const rest = inner.slice(name.length);
		const values = parameterValues(name, rest, this.#scope, expandShellWord);
		const isEach = name === "@" || rest.startsWith("[@]") || (!isQuoted && (name === "*" || rest.startsWith("[*]")));
		if (values === undefined) this.#addField({ text: written, isKnown: false });
		else if (isEach) this.#splice(values, isQuoted);
		else if (isQuoted) this.#addField(joinValues(values, " "));
		else this.#addUnquoted(joinValues(values, " "));
	}

	#splice(values: readonly ShellValue[], isQuoted: boolean): void {
		for (const [index, value] of values.entries()) {
			if (index > 0) this.#endField();
			if (isQuoted) this.#addField(value);
			else this.#addUnquoted(value);
		}
	}

	#addUnquoted(value: ShellValue): void {
		if (!value.isKnown) this.#addField(value);
		const words = value.isKnown ? value.text.split(/\s+/) : [];
		for (const [index, word] of words.entries()) {
			if (index > 0) this.#endField();
			if (word !== "") this.#add(word);
		}
	}

	#add(text: string): void {
		this.#addField(known(text));
	}

	#addUnknown(start: number, end: number): void {
		this.#addField({ text: this.#raw.slice(start, end), isKnown: false });
	}

	#addField(value: ShellValue): void {
		this.#field = this.#field === undefined ? value : joinValues([this.#field, value], "");
	}

	#endField(): void {
		if (this.#field !== undefined) this.#fields.push(this.#field);
		this.#field = undefined;
	}
}

function endOfQuote(raw: string, start: number): number {
	const end = raw.indexOf("'", start + 1);
	return end === -1 ? raw.length : end;
}
