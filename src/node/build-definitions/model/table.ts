import type { Scalar, Table, Value } from "./value.ts";

/** The value of a key in a table; undefined for null, and for anything but a table. */
export function valueIn(value: Value | undefined, name: string): Value | undefined {
	const found = value?.kind === "table" ? value.entries.get(name) : undefined;
	return found?.kind === "scalar" && found.value === null ? undefined : found;
}

/** The items of a list; any other value counts as a list of one. */
export function itemsOf(value: Value | undefined): readonly Value[] {
	if (value === undefined || (value.kind === "scalar" && value.value === null)) return [];
	return value.kind === "list" ? value.items : [value];
}

/**
 * A scalar as text, as in a template or an environment variable; undefined for null, unknown values, lists and tables.
 */
export function textOf(value: Value | undefined): string | undefined {
	if (value?.kind !== "scalar" || value.value === null || value.value === undefined) return undefined;
	return String(value.value);
}

/** The texts in a list, without unknown values. */
export function textsIn(value: Value | undefined): string[] {
	return itemsOf(value).flatMap((item) => textOf(item) ?? []);
}

/** `NAME=VALUE` items as a table; a table stays as it is. A name without a value gets null. */
export function toTable(value: Value | undefined): ReadonlyMap<string, Value> {
	if (value?.kind === "table") return value.entries;
	const entries = new Map<string, Value>();
	for (const item of itemsOf(value)) {
		const text = textOf(item);
		if (item.kind !== "scalar" || text === undefined) continue;
		const equals = text.indexOf("=");
		const scalar: Scalar = { kind: "scalar", value: equals === -1 ? null : text.slice(equals + 1), place: item.place };
		entries.set(equals === -1 ? text : text.slice(0, equals), scalar);
	}
	return entries;
}

/** A table with some entries replaced. */
export function withEntries(table: Table, changed: Iterable<readonly [string, Value]>): Table {
	return { ...table, entries: new Map([...table.entries, ...changed]) };
}

/**
 * A value with each text in it replaced. Aliases of aliases share a value, which is replaced once: they would take
 * forever otherwise.
 */
export function replaceTexts(value: Value, replace: TextReplacer, done: Map<Value, Value> = new Map()): Value {
	const known = done.get(value);
	if (known !== undefined) return known;
	const replaced = replaceInside(value, replace, done);
	done.set(value, replaced);
	return replaced;
}

type TextReplacer = (text: string, scalar: Scalar) => Scalar;

function replaceInside(value: Value, replace: TextReplacer, done: Map<Value, Value>): Value {
	const inside = (each: Value): Value => replaceTexts(each, replace, done);
	if (value.kind === "list") return { ...value, items: value.items.map(inside) };
	if (value.kind === "scalar") return typeof value.value === "string" ? replace(value.value, value) : value;
	return { ...value, entries: new Map([...value.entries].map(([name, each]) => [name, inside(each)])) };
}
