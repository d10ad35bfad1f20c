/**
 * Cases for one subject of WebAssembly's test suite (github.com/WebAssembly/spec, test/core), which has a script for
 * each subject. The cases are our own, because those of the suite need tables and linear memory.
 */
export interface Script {
	readonly name: string;
	/** Functions in WebAssembly's text format. */
	readonly functions: readonly string[];
	/** Expressions of type i32, evaluated one after the other. */
	readonly calls: readonly string[];
	/** Expressions that trap, each in its own program. */
	readonly traps?: readonly string[];
}

/** Calls of a function that takes one i32: one call for each argument. */
export function callsOf(name: string, ...args: readonly number[]): string[] {
	return args.map((argument) => `(call $${name} (i32.const ${argument}))`);
}
