import type { CatalogueEntry } from "./catalogue-entry.ts";

/** Each value once, since rows share many, and for each row the values of `KEYS` by their positions; 0: absent. */
interface PackedRows {
	readonly values: readonly unknown[];
	readonly rows: readonly (readonly number[])[];
}

const KEYS = [
	"images",
	"tags",
	"entrypoint",
	"cmd",
	"user",
	"shell",
	"stopSignal",
	"onBuild",
	"distro",
	"mustBePid1",
	"source",
] as const satisfies readonly (keyof CatalogueEntry)[];

/** Rows as a text that is small and quick to read. Throws Error for a row with a key that it would lose. */
export function packRows(rows: readonly CatalogueEntry[]): string {
	const positions = new Map<string | undefined, number>([[undefined, 0]]);
	const values: unknown[] = [null];
	const add = (value: unknown): number => {
		const text = value === undefined ? undefined : JSON.stringify(value);
		const known = positions.get(text);
		if (known !== undefined) return known;
		positions.set(text, values.length);
		return values.push(value) - 1;
	};
	const packed: PackedRows = { values, rows: rows.map((row) => KEYS.map((key) => add(row[key]))) };
	const lost = rows.flatMap(Object.keys).find((key) => !KEYS.some((each) => each === key));
	if (lost !== undefined) throw new Error(`BUG: packed rows have no place for ${lost}`);
	return JSON.stringify(packed);
}

/** The rows of a text that `packRows` has made. */
export function unpackRows(text: string): readonly CatalogueEntry[] {
	const { values, rows }: PackedRows = JSON.parse(text);
	return rows.map((row) => {
		const entry: Partial<Record<(typeof KEYS)[number], unknown>> = {};
		for (let index = 0; index < KEYS.length; index++) {
			const [key, position = 0] = [KEYS[index], row[index]];
			if (key !== undefined && position !== 0) entry[key] = values[position];
		}
		return entry as CatalogueEntry;
	});
}
