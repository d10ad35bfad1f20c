import { dirname, join } from "node:path";
import { type DefinitionHost, readBeside } from "./model/host.ts";
import { itemsOf, textOf, valueIn } from "./model/table.ts";
import { DefinitionError, type DefinitionSource, type Scalar, type Table, type Value } from "./model/value.ts";
import { readYaml } from "./model/yaml.ts";

/** The top-level entries of a pipeline by name: its jobs, and everything else. */
export interface Pipeline {
	readonly entries: Entries;
	/** The names of jobs that others extend or refer to. */
	readonly used: ReadonlySet<string>;
	/** Includes that only GitLab can fetch. */
	readonly unread: readonly Value[];
}

/** GitLab's own limit. */
const MAX_FILES = 150;
const MAX_DEPTH = 20;
/** Enough for a job, its variables and their parts. Without a limit, aliases of aliases would take forever. */
const MERGED_LEVELS = 4;

/**
 * Reads a pipeline with the local files that it includes, and with `extends` and `!reference` resolved. Throws
 * DefinitionError.
 */
export function loadPipeline(source: DefinitionSource, host: DefinitionHost): Pipeline {
	const files = new PipelineFiles(source, host);
	const resolver = new Resolver(files.load(source, 0));
	const entries = [...resolver.entries].map(([name, value]) => [name, resolver.resolve(name, value)] as const);
	return { entries: new Map(entries), used: resolver.used, unread: files.unread };
}

class PipelineFiles {
	readonly unread: Value[] = [];
	readonly #root: DefinitionSource;
	readonly #host: DefinitionHost;
	#count = 0;

	constructor(root: DefinitionSource, host: DefinitionHost) {
		this.#root = root;
		this.#host = host;
	}

	/** Loads a file after its includes, which it overrides. */
	load(source: DefinitionSource, depth: number): ReadonlyMap<string, Value> {
		let entries: ReadonlyMap<string, Value> = new Map();
		for (const document of readYaml(source)) {
			if (document.kind !== "table") continue;
			for (const item of itemsOf(valueIn(document, "include")))
				for (const included of this.#find(item, depth)) entries = mergeEntries(entries, this.load(included, depth + 1));
			entries = mergeEntries(entries, document.entries);
		}
		return entries;
	}

	#find(item: Value, depth: number): readonly DefinitionSource[] {
		const value = item.kind === "table" ? valueIn(item, "local") : item;
		const path = textOf(value);
		if (value === undefined || path === undefined || path.includes("://") || /[*$]/.test(path)) {
			this.unread.push(item);
			return [];
		}
		this.#count++;
		if (this.#count > MAX_FILES || depth > MAX_DEPTH)
			throw new DefinitionError(value.place, `includes more than ${MAX_FILES} files, or itself`);
		// All paths are relative to the root of the repository.
		const found = readBeside(this.#root, join(dirname(this.#root.file), path), this.#host);
		if (found === undefined) throw new DefinitionError(value.place, `${path}: no such file`);
		return [found];
	}
}

type Entries = ReadonlyMap<string, Value>;

/** Merges as GitLab does: tables by key; anything else, and anything below variables, is replaced. */
function mergeEntries(base: Entries, over: Entries, levels = MERGED_LEVELS): Entries {
	const entries = new Map(base);
	for (const [name, value] of over) {
		const before = entries.get(name);
		const isMerged = levels > 0 && before?.kind === "table" && value.kind === "table";
		entries.set(name, isMerged ? mergeTables(before, value, levels - 1) : value);
	}
	return entries;
}

function mergeTables(base: Table, over: Table, levels = MERGED_LEVELS): Table {
	return { ...over, entries: mergeEntries(base.entries, over.entries, levels) };
}

class Resolver {
	readonly entries: ReadonlyMap<string, Value>;
	readonly used = new Set<string>();
	readonly #resolved = new Map<string, Value>();
	/** By value: aliases may put the same value in many places. */
	readonly #replaced = new Map<Value, Value>();
	/** The jobs that are being resolved, to detect cycles. */
	readonly #open = new Set<string>();

	constructor(entries: ReadonlyMap<string, Value>) {
		this.entries = entries;
	}

	/** A job with everything that it extends and refers to. */
	resolve(name: string, job: Value): Value {
		const known = this.#resolved.get(name);
		if (known !== undefined) return known;
		if (this.#open.has(name)) throw new DefinitionError(job.place, `${name} extends or refers to itself`);
		this.#open.add(name);
		const resolved = this.#replaceReferences(this.#extend(job), 0);
		this.#open.delete(name);
		this.#resolved.set(name, resolved);
		return resolved;
	}

	#extend(job: Value): Value {
		if (job.kind !== "table") return job;
		let base: Table | undefined;
		for (const item of itemsOf(valueIn(job, "extends"))) {
			const found = this.#find(textOf(item) ?? "");
			if (found?.kind === "table") base = base === undefined ? found : mergeTables(base, found);
		}
		return base === undefined ? job : mergeTables(base, job);
	}

	/** A job by name; undefined if only a file that GitLab fetches may have it. */
	#find(name: string): Value | undefined {
		const found = this.entries.get(name);
		if (found === undefined) return undefined;
		this.used.add(name);
		return this.resolve(name, found);
	}

	#replaceReferences(value: Value, depth: number): Value {
		if (depth > MAX_DEPTH || value.kind === "scalar") return value;
		const known = this.#replaced.get(value);
		if (known !== undefined) return known;
		const replaced = this.#replaceIn(value, depth);
		this.#replaced.set(value, replaced);
		return replaced;
	}

	#replaceIn(value: Exclude<Value, Scalar>, depth: number): Value {
		const inside = (each: Value): Value => this.#replaceReferences(each, depth + 1);
		if (value.kind === "table")
			return { ...value, entries: new Map([...value.entries].map(([name, each]) => [name, inside(each)])) };
		if (value.tag !== "!reference") return { ...value, items: value.items.map(inside) };
		const [name = "", ...keys] = value.items.map((item) => textOf(item) ?? "");
		const found = keys.reduce<Value | undefined>(valueIn, this.#find(name));
		return found ?? { kind: "list", items: [], place: value.place };
	}
}
