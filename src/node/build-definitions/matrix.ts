import { itemsOf, textOf, valueIn } from "./model/table.ts";
import { DefinitionError, type Value } from "./model/value.ts";

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
	const original = multiply(lists, matrix).filter((each) => !excluded.some((one) => isPartOf(one, each)));
	const names = new Set(lists.map(([name]) => name));
	const used = new Set<Entries>();
	const combinations = original.map((each) => {
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

function multiply(lists: readonly (readonly [string, Value])[], { place }: Value): readonly Entries[] {
	if (lists.length === 0) return [];
	let all: readonly Entries[] = [new Map()];
	for (const [name, values] of lists) {
		all = all.flatMap((each) => itemsOf(values).map((value) => new Map([...each, [name, value]])));
		if (all.length > MAX_COMBINATIONS)
			throw new DefinitionError(place, `the matrix has more than ${MAX_COMBINATIONS} jobs`);
	}
	return all;
}

function readEntries(value: Value | undefined): readonly Entries[] {
	return itemsOf(value).flatMap((each) => (each.kind === "table" ? [each.entries] : []));
}

/** Whether everything in `part` has the same value in `whole`. */
function isPartOf(part: Entries, whole: Entries): boolean {
	return [...part].every(([name, value]) => isSame(value, whole.get(name)));
}

function isSame(part: Value, whole: Value | undefined): boolean {
	if (part.kind === "table") return whole?.kind === "table" && isPartOf(part.entries, whole.entries);
	if (part.kind === "scalar") return whole?.kind === "scalar" && textOf(part) === textOf(whole);
	return (
		whole?.kind === "list" &&
		part.items.length === whole.items.length &&
		part.items.every((item, index) => isSame(item, whole.items[index]))
	);
}

/** Whether an expression stands for one of the lists, or for an item of `include`. */
function isComputed(matrix: Value): boolean {
	const lists = matrix.kind === "table" ? [...matrix.entries.values()] : [];
	return lists.some((list) => list.kind !== "list" || list.items.some((item) => textOf(item)?.includes("${{")));
}
