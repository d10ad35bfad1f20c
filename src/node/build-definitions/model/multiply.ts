import { itemsOf } from "./table.ts";
import { DefinitionError, type Place, type Value } from "./value.ts";

/** What a matrix is for, and how large it may be. */
interface MatrixLimit {
	readonly place: Place;
	readonly count: number;
	readonly what: string;
}

/** Each value of a list with each value of the others. Throws DefinitionError if there are too many combinations. */
export function multiply(
	lists: Iterable<readonly [string, Value]>,
	{ place, count, what }: MatrixLimit,
): ReadonlyMap<string, Value>[] {
	let all: ReadonlyMap<string, Value>[] = [new Map()];
	for (const [name, values] of lists) {
		all = all.flatMap((each) => itemsOf(values).map((value) => new Map([...each, [name, value]])));
		if (all.length > count) throw new DefinitionError(place, `the matrix has more than ${count} ${what}`);
	}
	return all;
}
