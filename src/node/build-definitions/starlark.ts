import { type DefinitionSource, type Place, unknown, type Value } from "./model/value.ts";

/** A call, with the arguments that are literals. */
export interface StarlarkCall {
	readonly positional: readonly Value[];
	readonly named: ReadonlyMap<string, Value>;
	readonly place: Place;
}

/** Longer calls are not read to the end. */
const MAX_TOKENS = 2000;
const TOKEN =
	/\s+|#[^\n]*|[rb]?("""[\s\S]{0,20000}?"""|'''[\s\S]{0,20000}?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|[A-Za-z_]\w*|\d+(?:\.\d+)?|[\s\S]/y;

interface Token {
	readonly text: string;
	/** The quoted text. */
	readonly quoted: string | undefined;
	readonly offset: number;
}

/** Reads the arguments of a call in a Starlark file, starting after its opening parenthesis. */
export function readCall(source: DefinitionSource, start: number): StarlarkCall {
	const reader = new CallReader(source, listTokens(source.text, start));
	const positional: Value[] = [];
	const named = new Map<string, Value>();
	while (!reader.isAt(")") && !reader.isAtEnd) {
		const name = reader.takeName();
		const value = reader.readValue();
		if (name === undefined) positional.push(value);
		else named.set(name, value);
		reader.take(",");
	}
	return { positional, named, place: { source, offset: start } };
}

/** The tokens up to the closing parenthesis of the call. */
function listTokens(text: string, start: number): Token[] {
	const tokens: Token[] = [];
	let depth = 0;
	TOKEN.lastIndex = start;
	while (depth >= 0 && tokens.length < MAX_TOKENS) {
		const offset = TOKEN.lastIndex;
		const match = TOKEN.exec(text);
		if (match === null) break;
		const [token, quoted] = match;
		if (/^[([{]$/.test(token)) depth++;
		if (/^[)\]}]$/.test(token)) depth--;
		if (!/^[\s#]/.test(token)) tokens.push({ text: token, quoted, offset });
	}
	return tokens;
}

class CallReader {
	readonly #source: DefinitionSource;
	readonly #tokens: readonly Token[];
	#at = 0;

	constructor(source: DefinitionSource, tokens: readonly Token[]) {
		this.#source = source;
		this.#tokens = tokens;
	}

	get isAtEnd(): boolean {
		return this.#at >= this.#tokens.length;
	}

	isAt(text: string, ahead = 0): boolean {
		const token = this.#tokens[this.#at + ahead];
		return token !== undefined && token.quoted === undefined && token.text === text;
	}

	take(text: string): boolean {
		if (!this.isAt(text)) return false;
		this.#at++;
		return true;
	}

	/** The name of a named argument. */
	takeName(): string | undefined {
		const name = this.#tokens[this.#at]?.text;
		if (name === undefined || !this.isAt("=", 1) || this.isAt("=", 2) || !/^[A-Za-z_]/.test(name)) return undefined;
		this.#at += 2;
		return name;
	}

	/** Reads a literal up to the comma or bracket that ends it; any longer expression is unknown. */
	readValue(): Value {
		const { place } = this;
		const value = this.#readLiteral(place);
		if (this.isAtEnd || [",", ")", "]", "}", ":"].some((end) => this.isAt(end))) return value;
		this.#skip();
		return unknown(place, "only Tilt knows the value of an expression");
	}

	get place(): Place {
		return { source: this.#source, offset: this.#tokens[this.#at]?.offset ?? this.#source.text.length };
	}

	#readLiteral(place: Place): Value {
		const token = this.#tokens[this.#at];
		if (this.take("[")) return { kind: "list", items: this.#readItems("]"), place };
		if (this.take("{")) return { kind: "table", entries: this.#readEntries(), place };
		this.#at++;
		if (token?.quoted !== undefined) return { kind: "scalar", value: unquote(token), place };
		if (token?.text === "True" || token?.text === "False")
			return { kind: "scalar", value: token.text === "True", place };
		if (token !== undefined && /^\d/.test(token.text)) return { kind: "scalar", value: Number(token.text), place };
		return unknown(place, `only Tilt knows the value of ${token?.text ?? "an argument"}`);
	}

	#readItems(close: string): Value[] {
		const items: Value[] = [];
		while (!this.isAtEnd && !this.take(close)) {
			items.push(this.readValue());
			if (!this.take(",") && !this.isAt(close)) this.#at++;
		}
		return items;
	}

	#readEntries(): Map<string, Value> {
		const entries = new Map<string, Value>();
		while (!this.isAtEnd && !this.take("}")) {
			const key = this.readValue();
			this.take(":");
			const value = this.readValue();
			if (key.kind === "scalar" && typeof key.value === "string") entries.set(key.value, value);
			if (!this.take(",") && !this.isAt("}")) this.#at++;
		}
		return entries;
	}

	/** Skips to the end of an argument. */
	#skip(): void {
		for (let depth = 0; !this.isAtEnd; this.#at++) {
			if (depth === 0 && [",", ")", "]", "}"].some((end) => this.isAt(end))) return;
			if (["(", "[", "{"].some((open) => this.isAt(open))) depth++;
			if ([")", "]", "}"].some((close) => this.isAt(close))) depth--;
		}
	}
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "\n": "" };

function unquote({ text, quoted = "" }: Token): string {
	const length = /^(?:"""|''')/.test(quoted) ? 3 : 1;
	const inner = quoted.slice(length, -length);
	return text.startsWith("r") ? inner : inner.replace(/\\([\s\S])/g, (_, char: string) => ESCAPES[char] ?? char);
}
