import { multiply } from "./model/multiply.ts";
import { itemsOf, textOf, valueIn } from "./model/table.ts";
import type { Value } from "./model/value.ts";

/** One combination of a workflow's matrix. */
export interface Combination {
	readonly entries: ReadonlyMap<string, Value>;
	/** Whether its entries are all there are; otherwise, the run may know more. */
	readonly isWhole: boolean;
}

const MAX_COMBINATIONS = 500;

/**
 * The combinations of a job's matrix, as GitHub forms them: the product of its lists without what `exclude` matches,
 * then `include` in its order (docs.github.com, "Running variations of jobs in a workflow"). Throws DefinitionError.
 */
export function listCombinations(matrix: Value | undefined): readonly Combination[] {
	if (matrix === undefined) return [{ entries: new Map(), isWhole: true }];
	if (matrix.kind !== "table") return [{ entries: new Map(), isWhole: false }];
	const lists = [...matrix.entries].filter(([name]) => name !== "include" && name !== "exclude");
	const excluded = readEntries(valueIn(matrix, "exclude"));
	const included = readEntries(valueIn(matrix, "include"));
	const limit = { place: matrix.place, count: MAX_COMBINATIONS, what: "jobs" };
	const original = lists.length === 0 ? [] : multiply(lists, limit);
	const wanted = original.filter((each) => !excluded.some((one) => isPartOf(one, each)));
	const names = new Set(lists.map(([name]) => name));
	const used = new Set<Entries>();
	const combinations = wanted.map((each) => {
		const extended = new Map(each);
		for (const extra of included) {
			if (!isPartOf(new Map([...extra].filter(([name]) => names.has(name))), each)) continue;
			used.add(extra);
			for (const [name, value] of extra) extended.set(name, value);
		}
		return extended;
	});
	const all = [...combinations, ...included.filter((extra) => !used.has(extra))];
	if (isComputed(matrix)) return (all.length > 0 ? all : [new Map()]).map((entries) => ({ entries, isWhole: false }));
	return all.map((entries) => ({ entries, isWhole: true }));
}

type Entries = ReadonlyMap<string, Value>;

function readEntries(value: Value | undefined): readonly Entries[] {
	return itemsOf(value).flatMap((each) => (each.kind === "table" ? [each.entries] : []));
}

/** Whether everything in `part` has the same value in `whole`. */
function isPartOf(part: Entries, whole: Entries, same: SameValues = new Map()): boolean {
	return [...part].every(([name, value]) => isSame(value, whole.get(name), same));
}

/** The pairs that were found to be the same: aliases of aliases would take forever otherwise. */
type SameValues = Map<Value, Set<Value>>;

function isSame(part: Value, whole: Value | undefined, same: SameValues): boolean {
	if (whole === undefined) return false;
	if (same.get(part)?.has(whole)) return true;
	if (!hasSameContent(part, whole, same)) return false;
	same.set(part, (same.get(part) ?? new Set()).add(whole));
	return true;
}

function hasSameContent(part: Value, whole: Value, same: SameValues): boolean {
	if (part.kind === "table") return whole.kind === "table" && isPartOf(part.entries, whole.entries, same);
	if (part.kind === "scalar") return whole.kind === "scalar" && textOf(part) === textOf(whole);
	return (
		whole.kind === "list" &&
		part.items.length === whole.items.length &&
		part.items.every((item, index) => isSame(item, whole.items[index], same))
	);
}

/** Whether an expression stands for one of the lists, or for an item of `include`. */
function isComputed(matrix: Value): boolean {
	const lists = matrix.kind === "table" ? [...matrix.entries.values()] : [];
	return lists.some((list) => list.kind !== "list" || list.items.some((item) => textOf(item)?.includes("${{")));
}
