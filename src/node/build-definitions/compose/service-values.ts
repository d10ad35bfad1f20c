import { resolve } from "node:path";
import { isRemote } from "../../builder/remote.ts";
import { replaceTexts, textOf, toTable, valueIn, withEntries } from "../model/table.ts";
import { type Scalar, type Table, unknown, type Value } from "../model/value.ts";
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
export function replaceVariables(value: Value, lookup: Lookup): Value {
	return replaceTexts(value, (text, { lines, ...scalar }) => {
		const result = interpolate(text, lookup);
		if ("why" in result) return unknown(scalar.place, result.why);
		const isSame = result.text.split("\n").length === text.split("\n").length;
		return { ...scalar, value: result.text, ...(isSame && lines !== undefined ? { lines } : {}) };
	});
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
	if (text === undefined || text === "" || isRemote(text) || text.startsWith("service:")) return value;
	return { ...(value as Scalar), value: resolve(folder, text) };
}
