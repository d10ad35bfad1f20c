/**
 * The names and values of a stage, on top of those of the stage that it is built on, which are shared, not copied.
 */
export class Scope<Value> {
	readonly #outer: Scope<Value> | undefined;
	readonly #own = new Map<string, Value>();

	constructor(outer: Scope<Value> | undefined) {
		this.#outer = outer !== undefined && outer.#own.size === 0 ? outer.#outer : outer;
	}

	set(name: string, value: Value): void {
		this.#own.set(name, value);
	}

	has(name: string): boolean {
		return this.#find(name) !== undefined;
	}

	get(name: string): Value | undefined {
		return this.#find(name)?.get(name);
	}

	/** Every name once, in no particular order. */
	keys(): Iterable<string> {
		const names = new Set<string>();
		for (let scope: Scope<Value> | undefined = this; scope !== undefined; scope = scope.#outer)
			for (const name of scope.#own.keys()) names.add(name);
		return names;
	}

	/** The innermost scope that has this name. */
	#find(name: string): ReadonlyMap<string, Value> | undefined {
		let scope: Scope<Value> | undefined = this;
		while (scope !== undefined && !scope.#own.has(name)) scope = scope.#outer;
		return scope === undefined ? undefined : scope.#own;
	}
}
