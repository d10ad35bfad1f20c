import { flatMap } from "../flat-map.ts";
import { childNodes, type ShellAssignment, type ShellNode, type ShellWord } from "./syntax.ts";

/**
 * Adds the names of the variables that decide which program a script ends in: those in the words of `exec`, `set`,
 * `eval` and function calls, those that name a program, and those that these are made from. States that differ only in
 * other variables can be merged.
 */
export function addRelevantVariables(nodes: readonly ShellNode[], names: Set<string>): void {
	const collector = new Collector();
	for (const node of nodes) collector.visit(node);
	collector.addTo(names);
}

class Collector {
	readonly #used = new Set<string>();
	/** Maps each variable to those that its values are made from. */
	readonly #sources = new Map<string, Set<string>>();
	readonly #functions = new Set<string>(["exec", "set", "eval", "command"]);
	readonly #calls: { readonly name: string; readonly words: readonly ShellWord[] }[] = [];

	visit(node: ShellNode): void {
		if (node.kind === "function") this.#functions.add(node.name);
		if (node.kind === "loop" && node.variable !== undefined) this.#addSource(node.variable, node.words ?? []);
		if (node.kind === "simple") {
			const [program, ...words] = node.words;
			if (program !== undefined) this.#calls.push({ name: program.raw, words });
			for (const assignment of [...node.assignments, ...(node.declared ?? [])]) this.#assign(assignment);
		}
		for (const child of childNodes(node)) this.visit(child);
	}

	/** A function may call another one that is defined later. */
	addTo(names: Set<string>): void {
		for (const { name, words } of this.#calls) {
			const isKnown = this.#functions.has(name) || name.includes("$");
			for (const each of namesIn(name)) this.#used.add(each);
			for (const each of isKnown ? flatMap(words, ({ raw }) => namesIn(raw)) : []) this.#used.add(each);
		}
		// Iteration includes what is added to the set meanwhile.
		for (const name of this.#used) for (const source of this.#sources.get(name) ?? []) this.#used.add(source);
		for (const name of this.#used) names.add(name);
	}

	#assign({ name, value, elements }: ShellAssignment): void {
		this.#addSource(name, elements ?? [value]);
	}

	#addSource(name: string, words: readonly ShellWord[]): void {
		const sources = this.#sources.get(name) ?? new Set();
		for (const { raw } of words) for (const each of namesIn(raw)) sources.add(each);
		this.#sources.set(name, sources);
	}
}

function namesIn(raw: string): string[] {
	return raw.includes("$") ? [...raw.matchAll(/\$\{?[!#]?([A-Za-z_]\w*)/g)].map(([, name]) => name ?? "") : [];
}
