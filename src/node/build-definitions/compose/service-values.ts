import { resolve } from "node:path";
import { isRemote } from "../../builder/remote.ts";
import { textOf, toTable, valueIn, withEntries } from "../model/table.ts";
import type { Scalar, Table, Value } from "../model/value.ts";
import { interpolate, type Lookup } from "./interpolate.ts";
import { buildTable } from "./merge.ts";

/** The keys of a service that matter. The others may contain unknown variables. */
const KEYS: readonly string[] = ["build", "platform", "extends", "entrypoint", "command", "init", "stop_signal"];

/**
 * The values of a service that determine what is built and run, with variables replaced and the paths of its build made
 * absolute.
 */
export function readServiceValues(service: Table, folder: string, lookup: Lookup): Table {
	const picked = [...service.entries].filter(([name]) => KEYS.includes(name));
	const replaced = replaceVariables({ ...service, entries: new Map(picked) }, lookup) as Table;
	const build = valueIn(replaced, "build");
	return build === undefined ? replaced : withEntries(replaced, [["build", resolvePaths(buildTable(build), folder)]]);
}

/** A value with the variables in its texts replaced. */
export function replaceVariables(value: Value, lookup: Lookup, done: Map<Value, Value> = new Map()): Value {
	const known = done.get(value);
	if (known !== undefined) return known;
	const replaced = replaceIn(value, lookup, done);
	done.set(value, replaced);
	return replaced;
}

function replaceIn(value: Value, lookup: Lookup, done: Map<Value, Value>): Value {
	if (value.kind === "list")
		return { ...value, items: value.items.map((item) => replaceVariables(item, lookup, done)) };
	if (value.kind === "table")
		return withEntries(
			value,
			[...value.entries].map(([name, entry]) => [name, replaceVariables(entry, lookup, done)] as const),
		);
	if (typeof value.value !== "string") return value;
	const result = interpolate(value.value, lookup);
	if ("why" in result) return { kind: "scalar", value: undefined, why: result.why, place: value.place };
	const isSame = result.text.split("\n").length === value.value.split("\n").length;
	const { lines, ...rest } = value;
	return { ...rest, value: result.text, ...(isSame && lines !== undefined ? { lines } : {}) };
}

function resolvePaths(build: Table, folder: string): Table {
	const contexts = [...toTable(valueIn(build, "additional_contexts"))].map(
		([name, value]) => [name, resolvePath(value, folder)] as const,
	);
	const context = valueIn(build, "context");
	const place = valueIn(build, "additional_contexts")?.place ?? build.place;
	return withEntries(build, [
		...(context === undefined ? [] : [["context", resolvePath(context, folder)] as const]),
		...(contexts.length === 0
			? []
			: [["additional_contexts", { kind: "table", entries: new Map(contexts), place }] as const]),
	]);
}

/** Makes a path absolute; leaves URLs, git repositories and `service:NAME` as they are. */
function resolvePath(value: Value, folder: string): Value {
	const text = textOf(value);
	if (text === undefined || text === "" || isRemote(text) || text.includes("://") || text.startsWith("service:"))
		return value;
	return { ...(value as Scalar), value: resolve(folder, text) };
}
