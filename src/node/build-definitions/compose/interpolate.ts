/** A template with its variables replaced, or why that is impossible. */
export type Interpolated = { readonly text: string } | { readonly why: string };

/** The value of a variable; undefined if it is not set. */
export type Lookup = (name: string) => string | undefined;

/** Nobody writes deeper nesting by hand. */
const MAX_DEPTH = 20;

/**
 * Replaces the variables of a template as Compose does: `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME-default}`,
 * `${NAME:+instead}`, `${NAME+instead}`, `${NAME:?message}`, `${NAME?message}`, and `$$` for a `$`. For Compose, an
 * unset variable is empty. Here its value is unknown, because it may be set where the build runs.
 */
export function interpolate(template: string, lookup: Lookup): Interpolated {
	if (!template.includes("$")) return { text: template };
	const reader = new TemplateReader(template, lookup);
	const text = reader.read(0, false);
	return reader.why === undefined ? { text } : { why: reader.why };
}

class TemplateReader {
	readonly #template: string;
	readonly #lookup: Lookup;
	#at = 0;
	why: string | undefined;

	constructor(template: string, lookup: Lookup) {
		this.#template = template;
		this.#lookup = lookup;
	}

	/** Reads up to the end, or up to the brace that closes a default. */
	read(depth: number, isInBraces: boolean): string {
		let text = "";
		while (this.#at < this.#template.length) {
			const char = this.#template.charAt(this.#at);
			if (isInBraces && char === "}") return text;
			this.#at++;
			text += char === "$" ? this.#readVariable(depth) : char;
		}
		return text;
	}

	#readVariable(depth: number): string {
		const next = this.#template.charAt(this.#at);
		if (next === "$") {
			this.#at++;
			return "$";
		}
		if (next === "{") return this.#readBraces(depth);
		const name = this.#readName();
		if (name === "") return this.#fail(`${JSON.stringify(this.#template)} has a "$" without a variable: write "$$"`);
		return this.#lookup(name) ?? this.#fail(`the variable ${name} is not set`);
	}

	#readBraces(depth: number): string {
		this.#at++;
		const name = this.#readName();
		const [operator = ""] = /^(?::?[-+?])?/.exec(this.#template.slice(this.#at, this.#at + 2)) ?? [];
		this.#at += operator.length;
		const before = this.why;
		const word = operator === "" || depth >= MAX_DEPTH ? "" : this.read(depth + 1, true);
		const whyWord = this.why;
		this.why = before;
		if (name === "" || this.#template.charAt(this.#at) !== "}")
			return this.#fail(`${JSON.stringify(this.#template)} is not a valid template`);
		this.#at++;
		return this.#choose(name, operator, { text: word, why: whyWord });
	}

	#choose(name: string, operator: string, word: { readonly text: string; readonly why: string | undefined }): string {
		const value = this.#lookup(name);
		const isSet = value !== undefined && !(operator.startsWith(":") && value === "");
		const kind = operator.at(-1);
		if (kind === "+" && !isSet) return "";
		if ((kind === "-" && !isSet) || kind === "+") {
			this.why ??= word.why;
			return word.text;
		}
		const reason = kind === "?" && word.text !== "" ? ` (${word.text})` : "";
		const isMissing = kind === undefined ? value === undefined : !isSet;
		return isMissing ? this.#fail(`the variable ${name} is not set${reason}`) : (value ?? "");
	}

	#readName(): string {
		const [name = ""] = /^[A-Za-z_]\w*/.exec(this.#template.slice(this.#at, this.#at + 300)) ?? [];
		this.#at += name.length;
		return name;
	}

	#fail(why: string): string {
		this.why ??= why;
		return "";
	}
}
