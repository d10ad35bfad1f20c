import { known, type ShellValue } from "../../core/shell/value.ts";

/** The name under which the folder is kept: no variable has it. */
const FOLDER = "";

/**
 * The variables and the current folder of a script, as far as they are known. Keeps what was there before each change,
 * so that what only some runs do can be undone without a copy of everything.
 */
export class ScriptState {
	readonly #values = new Map<string, ShellValue>();
	readonly #changes: [name: string, before: ShellValue | undefined][] = [];

	/** @param folder undefined if it is not known */
	constructor(folder: string | undefined, variables: ReadonlyMap<string, string>) {
		for (const [name, value] of variables) this.#values.set(name, known(value));
		if (folder !== undefined) this.#values.set(FOLDER, known(folder));
	}

	get folder(): string | undefined {
		return this.#values.get(FOLDER)?.text;
	}

	set folder(folder: string | undefined) {
		this.set(FOLDER, folder === undefined ? undefined : known(folder));
	}

	get(name: string): ShellValue | undefined {
		return this.#values.get(name);
	}

	/** @param value undefined if it is not known */
	set(name: string, value: ShellValue | undefined): void {
		const before = this.#values.get(name);
		if (before === value) return;
		this.#changes.push([name, before]);
		this.#restore(name, value);
	}

	/** Reads what runs in a process of its own, such as a subshell: its changes are undone. */
	apart(run: () => void): void {
		this.#undone(run);
	}

	/** Reads alternatives, each from the current state. A script takes at most one: what they change is unknown then. */
	maybe(runs: readonly (() => void)[]): void {
		const changed = runs.flatMap((run) => this.#undone(run));
		for (const name of changed) this.set(name, undefined);
	}

	/**
	 * Reads what a script runs only if the command before has failed, as after `||`. What it changes is unknown then.
	 * @param run reads it; what the failed command has changed is unknown there
	 * @param start the number of changes before that command
	 */
	otherwise(run: () => void, start: number): void {
		let changed: readonly string[] = [];
		this.apart(() => {
			for (const [name] of this.#changes.slice(start)) this.set(name, undefined);
			changed = this.#undone(run);
		});
		for (const name of changed) this.set(name, undefined);
	}

	get changeCount(): number {
		return this.#changes.length;
	}

	/** Undoes the changes of `run`, and lists the names that had another value at its end. */
	#undone(run: () => void): readonly string[] {
		const start = this.#changes.length;
		run();
		const ends = new Map<string, string | undefined>();
		for (const [name, before] of this.#changes.splice(start).reverse()) {
			if (!ends.has(name)) ends.set(name, this.#values.get(name)?.text);
			this.#restore(name, before);
		}
		return [...ends].filter(([name, end]) => this.#values.get(name)?.text !== end).map(([name]) => name);
	}

	#restore(name: string, value: ShellValue | undefined): void {
		if (value === undefined) this.#values.delete(name);
		else this.#values.set(name, value);
	}
}
