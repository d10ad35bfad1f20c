/**
 * An option of the library whose value is wrong. The parts of the message are not enumerable, because Node.js prints
 * what is: they would be there twice.
 */
export class OptionMistake extends TypeError {
	readonly #option: string;
	readonly #why: string;

	constructor(option: string, value: unknown, why: string) {
		super(`${option}: ${show(value)}: ${why}`);
		this.#option = option;
		this.#why = why;
	}

	/** The name in the library; `mirrors.apk` if only a part of the value is wrong. */
	get option(): string {
		return this.#option;
	}

	/** What is wrong, and what to write instead. */
	get why(): string {
		return this.#why;
	}
}

/** A value as JavaScript source, as far as JSON can write it. */
function show(value: unknown): string {
	if (typeof value === "function") return "a function";
	if (typeof value === "bigint") return `${value}n`;
	return JSON.stringify(value) ?? String(value);
}
