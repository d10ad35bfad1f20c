import { flatMap } from "../flat-map.ts";
import type { Environment } from "../inits/effective-invocation.ts";
import { baseName } from "../inits/invocation.ts";
import type { EnvironmentChange, ShellValue } from "../shell/value.ts";

/** The environment of a program: the image's, as changed by the programs before it in the chain. */
export class ProcessEnvironment implements Environment {
	readonly #image: Environment;
	readonly #changes: ReadonlyMap<string, ShellValue | undefined>;

	constructor(image: Environment, changes: ReadonlyMap<string, ShellValue | undefined> = new Map()) {
		this.#image = image;
		this.#changes = changes;
	}

	has(name: string): boolean {
		return this.#changes.has(name) ? this.#changes.get(name) !== undefined : this.#image.has(name);
	}

	/** Also undefined for an unknown value. */
	get(name: string): string | undefined {
		if (!this.#changes.has(name)) return this.#image.get(name);
		const value = this.#changes.get(name);
		return value?.isKnown ? value.text : undefined;
	}

	/** Undefined for a variable that nothing is known to set. */
	find(name: string): ShellValue | undefined {
		if (this.#changes.has(name)) return this.#changes.get(name);
		const text = this.#image.get(name);
		if (text !== undefined) return { text, isKnown: true };
		return this.#image.has(name) ? { text: `$${name}`, isKnown: false } : undefined;
	}

	/** PATH, if it is no longer the image's. */
	get changedPath(): string | undefined {
		return this.#changes.get("PATH")?.text;
	}

	with(changes: readonly EnvironmentChange[]): ProcessEnvironment {
		return changes.length === 0 ? this : new ProcessEnvironment(this.#image, new Map([...this.#changes, ...changes]));
	}

	/**
	 * The environment that a program such as `env` gives to what it runs.
	 * @param own the program and its own words
	 */
	after(own: readonly ShellValue[]): ProcessEnvironment {
		const program = baseName(own[0]?.text ?? "");
		const words = own.slice(1);
		const clears = CLEARS[program];
		const start = clears?.(words.map(({ text }) => text)) ? new ProcessEnvironment(NOTHING) : this;
		if (program !== "env" && program !== "sudo") return start;
		return start.with([...flatMap(words, unsetBy), ...flatMap(words, assignedBy)]);
	}
}

const NOTHING: Environment = new Map();

/** Whether a program starts with an empty environment. */
const CLEARS: Readonly<Record<string, ((words: readonly string[]) => boolean) | undefined>> = {
	env: (words) => words.some((word) => /^-[0v]*i|^-$|^--ignore-environment$/.test(word)),
	runuser: isLogin,
	su: isLogin,
	sudo: (words) => !words.some((word) => /^-[A-Za-z]*E|^--preserve-env/.test(word)),
};

function isLogin(words: readonly string[]): boolean {
	return words.some((word) => /^-$|^-l|^--login$/.test(word));
}

function unsetBy({ text }: ShellValue, index: number, words: readonly ShellValue[]): EnvironmentChange[] {
	const joined = /^(?:-u|--unset=)(.+)$/.exec(text)?.[1];
	const name = joined ?? (/^-[0iv]*u$|^--unset$/.test(text) ? words[index + 1]?.text : undefined);
	return name === undefined ? [] : [[name, undefined]];
}

function assignedBy({ text, isKnown }: ShellValue): EnvironmentChange[] {
	const [head = "", name] = /^([A-Za-z_]\w*)=/.exec(text) ?? [];
	return name === undefined ? [] : [[name, { text: text.slice(head.length), isKnown }]];
}
