import { itemsOf, toTable } from "../model/table.ts";
import type { Table, Value } from "../model/value.ts";

/** The keys of a service that replace the value of its base as a whole (compose-go: override/merge.go). */
const REPLACED: readonly string[] = ["entrypoint", "command"];
/** The keys of a build that are tables, even if written as a list of `NAME=VALUE`. */
const TABLES: readonly string[] = ["args", "additional_contexts"];

/** Merges a service with an override, or with a service that extends it. */
export function mergeServices(base: Table, over: Table): Table {
	return mergeTables(base, over, (name, left, right) => {
		if (REPLACED.includes(name)) return right;
		if (name !== "build") return mergeValues(left, right);
		return mergeTables(buildTable(left), buildTable(right), (key, first, second) =>
			TABLES.includes(key)
				? { kind: "table", entries: new Map([...toTable(first), ...toTable(second)]), place: second.place }
				: mergeValues(first, second),
		);
	});
}

/** A build that is a plain text is a build context. */
export function buildTable(build: Value): Table {
	if (build.kind === "table") return build;
	const isText = build.kind === "scalar" && build.value !== null;
	const tag = build.tag === undefined ? {} : { tag: build.tag };
	return { kind: "table", entries: new Map(isText ? [["context", build]] : []), place: build.place, ...tag };
}

function mergeTables(base: Table, over: Table, merge: (name: string, left: Value, right: Value) => Value): Table {
	const entries = new Map(base.entries);
	for (const [name, value] of over.entries) {
		const before = entries.get(name);
		entries.set(name, before === undefined || isReplacing(value) ? value : merge(name, before, value));
	}
	return { kind: "table", entries, place: over.place };
}

/** Whether Compose's tag says that an override removes the value or replaces it as a whole. */
function isReplacing({ tag }: Value): boolean {
	return tag === "!reset" || tag === "!override";
}

function mergeValues(left: Value, right: Value): Value {
	return left.kind === "list" && right.kind === "list"
		? { kind: "list", items: [...left.items, ...itemsOf(right)], place: right.place }
		: right;
}
