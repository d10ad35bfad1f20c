import { isAlias, isMap, isScalar, isSeq, type Pair, parseAllDocuments, type Scalar as YamlScalar } from "yaml";
import { blockLines } from "./block-lines.ts";
import { DefinitionError, type DefinitionSource, type Place, type Scalar, type Table, type Value } from "./value.ts";

/** Tags with a meaning: see List. */
const TAGS: readonly string[] = ["!override", "!reset", "!reference"];

/** Nobody writes deeper documents by hand. */
const MAX_DEPTH = 200;

/**
 * Reads the documents of a YAML file; JSON is YAML too. All aliases of an anchor share one value, so aliases of aliases
 * take no more memory than their text. Throws DefinitionError.
 */
export function readYaml(source: DefinitionSource): readonly Value[] {
	try {
		const documents = parseAllDocuments(source.text, {
			prettyErrors: false,
			// The package compares each key with all others, which takes too long for hostile files.
			uniqueKeys: false,
			logLevel: "error",
		});
		return [...documents].flatMap(({ contents, errors }) => {
			const [error] = errors;
			// The package reports a document that is too deep for it as a syntax error.
			if (error?.message.startsWith("Maximum call stack")) throw new RangeError(error.message);
			if (error !== undefined) throw new DefinitionError({ source, offset: error.pos[0] }, error.message);
			return contents === null ? [] : [new Converter(source).convert(contents, 0)];
		});
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		throw new DefinitionError({ source, offset: 0 }, "is nested too deeply");
	}
}

/** Converts the nodes of a document to values, in the order of the text. */
class Converter {
	readonly #source: DefinitionSource;
	/** The values of anchors; undefined while one is being read. */
	readonly #anchors = new Map<string, Value | undefined>();

	constructor(source: DefinitionSource) {
		this.#source = source;
	}

	convert(node: unknown, depth: number): Value {
		const place = this.#placeOf(node);
		if (depth > MAX_DEPTH) throw new DefinitionError(place, `is nested deeper than ${MAX_DEPTH} levels`);
		if (isAlias(node)) return this.#resolve(node.source, place);
		const anchor = isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined;
		if (anchor !== undefined) this.#anchors.set(anchor, undefined);
		const value = withTag(this.#convertPlain(node, place, depth), node);
		if (anchor !== undefined) this.#anchors.set(anchor, value);
		return value;
	}

	#convertPlain(node: unknown, place: Place, depth: number): Value {
		if (tagOf(node) === "!reset") return { kind: "scalar", value: null, place };
		if (isMap(node)) return this.#convertMap(node.items, place, depth);
		if (isSeq(node)) return { kind: "list", items: node.items.map((item) => this.convert(item, depth + 1)), place };
		return isScalar(node) ? readScalar(node, place) : { kind: "scalar", value: null, place };
	}

	#convertMap(pairs: readonly Pair[], place: Place, depth: number): Table {
		const own = new Map<string, Value>();
		const merged: Value[] = [];
		for (const { key, value } of pairs) {
			const name = isScalar(key) ? String(key.value) : isAlias(key) ? String(this.#nameOf(key.source)) : "?";
			const converted = this.convert(value, depth + 1);
			if (name === "<<") {
				merged.push(converted);
				continue;
			}
			if (own.has(name))
				throw new DefinitionError(this.#placeOf(key), `the key ${JSON.stringify(name)} is defined twice`);
			own.set(name, value === null ? { ...converted, place: this.#placeOf(key) } : converted);
		}
		return { kind: "table", entries: merged.length === 0 ? own : mergeKeys(merged, own), place };
	}

	#nameOf(anchor: string): unknown {
		const value = this.#anchors.get(anchor);
		return value?.kind === "scalar" ? value.value : undefined;
	}

	#resolve(anchor: string, place: Place): Value {
		const value = this.#anchors.get(anchor);
		if (value !== undefined) return value;
		const mistake = this.#anchors.has(anchor) ? "contains itself" : "has no anchor above it";
		throw new DefinitionError(place, `the alias *${anchor} ${mistake}`);
	}

	#placeOf(node: unknown): Place {
		const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
		return { source: this.#source, offset: range?.[0] ?? 0 };
	}
}

function withTag(value: Value, node: unknown): Value {
	const tag = tagOf(node);
	return tag !== undefined && TAGS.includes(tag) ? { ...value, tag } : value;
}

function tagOf(node: unknown): string | undefined {
	return isMap(node) || isSeq(node) || isScalar(node) ? node.tag : undefined;
}

function readScalar(node: YamlScalar, place: Place): Scalar {
	const { value, type } = node;
	if (typeof value === "string") {
		const lines = type === "BLOCK_LITERAL" ? blockLines(place.source.text, place.offset, value) : undefined;
		return { kind: "scalar", value, place, ...(lines === undefined ? {} : { lines }) };
	}
	const isKnown = typeof value === "number" || typeof value === "boolean" || value === null;
	return { kind: "scalar", value: isKnown ? value : String(value), place };
}

/** A table's own entries, and those of `<<`, where the first one with a key wins. */
function mergeKeys(merged: readonly Value[], own: ReadonlyMap<string, Value>): Map<string, Value> {
	const entries = new Map<string, Value>();
	for (const each of merged.flatMap((value) => (value.kind === "list" ? value.items : [value])))
		if (each.kind === "table")
			for (const [name, value] of each.entries) if (!entries.has(name)) entries.set(name, value);
	for (const [name, value] of own) entries.set(name, value);
	return entries;
}
