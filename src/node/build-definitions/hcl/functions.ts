import { itemsOf, textOf } from "../model/table.ts";
import { type Place, type Scalar, unknown, type Value } from "../model/value.ts";
import { isEqual, plain } from "./operate.ts";

type Call = (args: readonly Value[], place: Place) => Value | Scalar["value"];

/** Only functions that grow their own results make longer texts; nobody writes them. */
const MAX_TEXT = 20_000;
const MAX_ITEMS = 1000;

/** A function whose arguments are texts. */
function ofTexts(run: (...texts: string[]) => string | number | boolean): Call {
	return (args) => run(...args.map((arg) => textOf(arg) ?? ""));
}

function ofNumbers(run: (...numbers: number[]) => number): Call {
	return (args) => run(...args.map((arg) => Number(textOf(arg))));
}

function list(items: readonly Value[], place: Place): Value {
	return { kind: "list", items, place };
}

function texts(values: readonly string[], place: Place): Value {
	return list(
		values.map((value) => ({ kind: "scalar", value, place })),
		place,
	);
}

/** The values without duplicates. */
function distinct(values: readonly Value[]): Value[] {
	const seen = new Map(values.map((value) => [JSON.stringify(plain(value)), value]));
	return [...seen.values()];
}

/** The items of nested lists, up to one more than the limit. */
function flatten(value: Value, items: Value[] = []): readonly Value[] {
	if (items.length > MAX_ITEMS) return items;
	if (value.kind !== "list") items.push(value);
	else for (const item of value.items) flatten(item, items);
	return items;
}

const namesOf = (value: Value | undefined): string[] =>
	value?.kind === "table" ? [...value.entries.keys()].sort() : [];

const lengthOf = (value: Value | undefined): number =>
	value?.kind === "scalar"
		? [...(textOf(value) ?? "")].length
		: value?.kind === "table"
			? value.entries.size
			: itemsOf(value).length;

const isEmpty = (value: Value): boolean => value.kind === "scalar" && (value.value === null || value.value === "");

/**
 * The functions of bake that pidone evaluates (docker/buildx: bake/hclparser/stdlib.go). The missing ones depend on the
 * time or the machine, or are hardly ever used.
 */
const FUNCTIONS: Readonly<Record<string, Call>> = {
	absolute: ofNumbers(Math.abs),
	add: ofNumbers((left = 0, right = 0) => left + right),
	and: (args) => args.every((arg) => textOf(arg) === "true"),
	basename: ofTexts((path = "") => path.replace(/\/+$/, "").replace(/^.*\//s, "")),
	ceil: ofNumbers(Math.ceil),
	chomp: ofTexts((text = "") => text.replace(/[\r\n]+$/, "")),
	coalesce: (args) => args.find((arg) => !(arg.kind === "scalar" && arg.value === null)) ?? null,
	compact: ([first], place) =>
		list(
			itemsOf(first).filter((item) => !isEmpty(item)),
			place,
		),
	concat: (args, place) => list(args.flatMap(itemsOf), place),
	contains: ([all, wanted]) => wanted !== undefined && itemsOf(all).some((item) => isEqual(item, wanted)),
	dirname: ofTexts((path = "") => (path.includes("/") ? path.replace(/\/[^/]*$/, "") || "/" : ".")),
	distinct: ([first], place) => list(distinct(itemsOf(first)), place),
	divide: ofNumbers((left = 0, right = 0) => left / right),
	element: ([all, index]) => itemsOf(all)[Number(textOf(index)) % Math.max(itemsOf(all).length, 1)] ?? null,
	equal: ([left, right]) => left !== undefined && right !== undefined && isEqual(left, right),
	flatten: ([first], place) => list(first === undefined ? [] : flatten(first), place),
	floor: ofNumbers(Math.floor),
	format: ofTexts((template = "", ...rest) => {
		let at = 0;
		return template.replace(/%(%|[svdq])/g, (_, verb: string) =>
			verb === "%" ? "%" : verb === "q" ? JSON.stringify(rest[at++] ?? "") : (rest[at++] ?? ""),
		);
	}),
	greaterthan: ([left, right]) => Number(textOf(left)) > Number(textOf(right)),
	greaterthanorequalto: ([left, right]) => Number(textOf(left)) >= Number(textOf(right)),
	hasindex: ([all, key]) =>
		all?.kind === "table" ? all.entries.has(textOf(key) ?? "") : Number(textOf(key)) < lengthOf(all),
	index: ([all, key]) =>
		all?.kind === "table" ? (all.entries.get(textOf(key) ?? "") ?? null) : (itemsOf(all)[Number(textOf(key))] ?? null),
	int: ofNumbers(Math.trunc),
	join: ([separator, ...lists]) =>
		lists
			.flatMap(itemsOf)
			.map((item) => textOf(item) ?? "")
			.join(textOf(separator)),
	jsonencode: ([value]) => (value === undefined ? "null" : JSON.stringify(plain(value))),
	keys: ([table], place) => texts(namesOf(table), place),
	length: ([value]) => lengthOf(value),
	lessthan: ([left, right]) => Number(textOf(left)) < Number(textOf(right)),
	lessthanorequalto: ([left, right]) => Number(textOf(left)) <= Number(textOf(right)),
	lookup: ([table, name, byDefault]) =>
		(table?.kind === "table" ? table.entries.get(textOf(name) ?? "") : undefined) ?? byDefault ?? null,
	lower: ofTexts((text = "") => text.toLowerCase()),
	max: ofNumbers(Math.max),
	merge: (args, place) => ({
		kind: "table",
		entries: new Map(args.flatMap((arg) => (arg.kind === "table" ? [...arg.entries] : []))),
		place,
	}),
	min: ofNumbers(Math.min),
	modulo: ofNumbers((left = 0, right = 0) => left % right),
	multiply: ofNumbers((left = 0, right = 0) => left * right),
	negate: ofNumbers((value = 0) => -value),
	not: ([value]) => textOf(value) !== "true",
	notequal: ([left, right]) => left !== undefined && right !== undefined && !isEqual(left, right),
	or: (args) => args.some((arg) => textOf(arg) === "true"),
	parseint: ofTexts((text = "", base = "10") => Number.parseInt(text, Number(base))),
	replace: ofTexts((text = "", from = "", to = "") => (from === "" ? text : text.replaceAll(from, () => to))),
	reverse: ofTexts((text = "") => [...text].reverse().join("")),
	reverselist: ([first], place) => list(itemsOf(first).toReversed(), place),
	sanitize: ofTexts((text = "") => text.replace(/[^A-Za-z0-9_-]/g, "_")),
	slice: ([all, start, end], place) => list(itemsOf(all).slice(Number(textOf(start)), Number(textOf(end))), place),
	sort: ([first], place) =>
		texts(
			itemsOf(first)
				.map((item) => textOf(item) ?? "")
				.sort(),
			place,
		),
	split: ([separator, text], place) => texts((textOf(text) ?? "").split(textOf(separator) ?? ""), place),
	strlen: ([text]) => lengthOf(text),
	substr: ofTexts((text = "", offset = "0", length = "-1") => {
		const from = Number(offset) < 0 ? text.length + Number(offset) : Number(offset);
		return text.slice(from, Number(length) < 0 ? undefined : from + Number(length));
	}),
	subtract: ofNumbers((left = 0, right = 0) => left - right),
	title: ofTexts((text = "") =>
		text.replace(/(^|\s)(\S)/g, (_, blank: string, char: string) => blank + char.toUpperCase()),
	),
	trim: ofTexts((text = "", cutset = "") => trimStart(trimEnd(text, cutset), cutset)),
	trimprefix: ofTexts((text = "", prefix = "") => (text.startsWith(prefix) ? text.slice(prefix.length) : text)),
	trimspace: ofTexts((text = "") => text.trim()),
	trimsuffix: ofTexts((text = "", suffix = "") =>
		suffix !== "" && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text,
	),
	upper: ofTexts((text = "") => text.toUpperCase()),
	values: ([table], place) =>
		list(table?.kind === "table" ? namesOf(table).flatMap((name) => table.entries.get(name) ?? []) : [], place),
};

function trimStart(text: string, cutset: string): string {
	let start = 0;
	while (start < text.length && cutset.includes(text.charAt(start))) start++;
	return text.slice(start);
}

function trimEnd(text: string, cutset: string): string {
	let end = text.length;
	while (end > 0 && cutset.includes(text.charAt(end - 1))) end--;
	return text.slice(0, end);
}

/** Functions that accept unknown arguments. */
const ACCEPT_UNKNOWN: readonly string[] = ["concat", "merge", "flatten", "compact", "length", "keys"];

/** Functions that accept unknown items, since they only choose among items, or count them. */
const ACCEPT_UNKNOWN_ITEMS: readonly string[] = [
	...ACCEPT_UNKNOWN,
	...["coalesce", "element", "hasindex", "index", "lookup", "reverselist", "slice", "values"],
];

/** The first unknown value in a value. */
function findUnknown(value: Value): Value | undefined {
	if (value.kind === "scalar") return value.value === undefined ? value : undefined;
	for (const item of value.kind === "list" ? value.items : value.entries.values()) {
		const found = findUnknown(item);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** The result of one of bake's functions; undefined if pidone does not evaluate it. */
export function callFunction(name: string, args: readonly Value[], place: Place): Value | undefined {
	const call = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
	if (call === undefined) return undefined;
	for (const arg of args) {
		const found = arg.kind === "scalar" || !ACCEPT_UNKNOWN_ITEMS.includes(name) ? findUnknown(arg) : undefined;
		if (found !== undefined && !ACCEPT_UNKNOWN.includes(name)) return found;
	}
	const result = call(args, place);
	const value = asValue(result, place);
	if (lengthOf(value) > (value.kind === "scalar" ? MAX_TEXT : MAX_ITEMS))
		return unknown(place, `the result of ${name} is too long`);
	return value;
}

function asValue(result: Value | Scalar["value"], place: Place): Value {
	const isValue = typeof result === "object" && result !== null;
	return isValue ? { ...result, place } : { kind: "scalar", value: result, place };
}
