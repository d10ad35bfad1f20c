// Expands a word of a shell script: quotes, parameters, fields (POSIX.1-2024, 2.6 Word Expansions), as far as that is
// possible before the container runs.
import { decodeQuoted } from "./escapes.ts";
import { endOfExpansion } from "./lexer.ts";
import { parameterValues } from "./parameter.ts";
import { evaluateSubstitution } from "./substitution.ts";
import { joinValues, known, limitValues, MAX_LENGTH, type ShellScope, type ShellValue } from "./value.ts";

/** Expands a word to fields: none for an empty unquoted expansion, several for `"$@"`. */
export function expandShellWord(raw: string, scope: ShellScope): readonly ShellValue[] {
	return /[$'"\\`]/.test(raw) ? new Expansion(raw, scope, 0).run() : [known(raw)];
}

/** Expands a word to a single text, as an assignment or `case` does. */
export function expandToText(raw: string, scope: ShellScope): ShellValue {
	return joinValues(expandShellWord(raw, scope), " ");
}

const NAME = /^(?:[A-Za-z_]\w*|\d+|[@*#?$!-])/;
/** Without braces, a positional parameter has only one digit. */
const BARE_NAME = /[A-Za-z_]\w*|[\d@*#?$!-]/y;
const PLAIN = /[^\\'"`$]+/y;
const PLAIN_IN_QUOTES = /[^\\"`$]+/y;
/** People do not nest expansions any deeper. */
const MAX_DEPTH = 20;

class Expansion {
	readonly #raw: string;
	readonly #scope: ShellScope;
	readonly #depth: number;
	readonly #fields: ShellValue[] = [];
	#field: ShellValue | undefined;
	/** Whether a list such as `$@` was expanded in the current quotes. */
	#hasEach = false;
	#at = 0;

	constructor(raw: string, scope: ShellScope, depth: number) {
		this.#raw = raw;
		this.#scope = scope;
		this.#depth = depth;
	}

	run(): readonly ShellValue[] {
		while (this.#at < this.#raw.length) this.#piece();
		this.#endField();
		return limitValues(this.#fields);
	}

	/** What a sticky expression matches at the current index; empty if it does not. */
	#take(expression: RegExp): string {
		expression.lastIndex = this.#at;
		const text = expression.exec(this.#raw)?.[0] ?? "";
		this.#at += text.length;
		return text;
	}

	#piece(): void {
		const plain = this.#take(PLAIN);
		const character = plain === "" ? this.#raw.charAt(this.#at++) : "";
		if (plain !== "") this.#add(plain);
		else if (character === "\\") this.#add(this.#raw.charAt(this.#at++));
		else if (character === "'") this.#singleQuoted();
		else if (character === '"') this.#doubleQuoted();
		else if (character === "`") this.#backquoted();
		else this.#dollar(false);
	}

	#singleQuoted(): void {
		const end = this.#raw.indexOf("'", this.#at);
		this.#add(this.#raw.slice(this.#at, end === -1 ? undefined : end));
		this.#at = end === -1 ? this.#raw.length : end + 1;
	}

	#doubleQuoted(): void {
		this.#hasEach = false;
		while (this.#at < this.#raw.length) {
			const plain = this.#take(PLAIN_IN_QUOTES);
			const character = plain === "" ? this.#raw.charAt(this.#at++) : "";
			if (plain !== "") this.#add(plain);
			else if (character === '"') break;
			else if (character === "\\") this.#escapedInQuotes();
			else if (character === "`") this.#backquoted();
			else this.#dollar(true);
		}
		// `""` is an empty field, but `"$@"` without arguments is no field at all.
		if (this.#field === undefined && !this.#hasEach) this.#add("");
	}

	#escapedInQuotes(): void {
		const next = this.#raw.charAt(this.#at++);
		this.#add('$`"\\'.includes(next) ? next : `\\${next}`);
	}

	#backquoted(): void {
		const start = this.#at;
		while (this.#at < this.#raw.length && this.#raw.charAt(this.#at) !== "`")
			this.#at += this.#raw.charAt(this.#at) === "\\" ? 2 : 1;
		this.#addSubstitution(this.#raw.slice(start, this.#at++), start - 1);
	}

	/** Reads an expansion from after its `$`. */
	#dollar(isQuoted: boolean): void {
		const start = this.#at - 1;
		const next = this.#raw.charAt(this.#at);
		if (next === "{" || next === "(" || (next === "'" && !isQuoted)) {
			this.#at = endOfExpansion(this.#raw, this.#at, isQuoted);
			const inner = this.#raw.slice(start + 2, this.#at - 1);
			if (next === "{") this.#addParameter(inner, this.#raw.slice(start, this.#at), isQuoted);
			else if (next === "(") this.#addSubstitution(inner, start);
			else this.#add(decodeQuoted(inner));
			return;
		}
		const name = this.#take(BARE_NAME);
		if (name === "") this.#add("$");
		else this.#addParameter(name, `$${name}`, isQuoted);
	}

	#addSubstitution(text: string, start: number): void {
		const output = this.#depth < MAX_DEPTH ? evaluateSubstitution(text, (raw) => this.#expand(raw)) : undefined;
		if (output === undefined) this.#addUnknown(start);
		else this.#add(output);
	}

	/** Expands `name`, or what is between the braces of `${name…}`. */
	#addParameter(inner: string, written: string, isQuoted: boolean): void {
		const name = NAME.exec(inner)?.[0] ?? "";
		const rest = inner.slice(name.length);
		const values =
			this.#depth < MAX_DEPTH ? parameterValues(name, rest, this.#scope, (raw) => this.#expand(raw)) : undefined;
		const isEach = name === "@" || rest.startsWith("[@]") || (!isQuoted && (name === "*" || rest.startsWith("[*]")));
		if (values === undefined) this.#addField({ text: written, isKnown: false });
		else if (isEach) this.#splice(values, isQuoted);
		else if (isQuoted) this.#addField(joinValues(values, " "));
		else this.#addUnquoted(joinValues(values, " "));
	}

	#expand(raw: string): readonly ShellValue[] {
		return new Expansion(raw, this.#scope, this.#depth + 1).run();
	}

	#splice(values: readonly ShellValue[], isQuoted: boolean): void {
		this.#hasEach = true;
		for (const [index, value] of values.entries()) {
			if (index > 0) this.#endField();
			if (isQuoted) this.#addField(value);
			else this.#addUnquoted(value);
		}
	}

	#addUnquoted(value: ShellValue): void {
		// A single word without white space is kept as it is, with its tag.
		if (/^\S+$/.test(value.text)) this.#addField(value);
		else if (value.isKnown) this.#addWords(value);
		else this.#addField({ ...value, text: value.text.trim() });
	}

	#addWords(value: ShellValue): void {
		for (const [index, word] of value.text.split(/\s+/).entries()) {
			if (index > 0) this.#endField();
			if (word !== "") this.#add(word);
		}
	}

	#add(text: string): void {
		this.#addField(known(text));
	}

	/** Adds the text from an index to the current one as it is written. */
	#addUnknown(start: number): void {
		this.#addField({ text: this.#raw.slice(start, this.#at), isKnown: false });
	}

	#addField(value: ShellValue): void {
		if (this.#field === undefined) this.#field = value;
		// A text that is too long is cut off there.
		else if (this.#field.text.length <= MAX_LENGTH) this.#field = joinValues([this.#field, value], "");
	}

	#endField(): void {
		if (this.#field !== undefined) this.#fields.push(this.#field);
		this.#field = undefined;
	}
}
