import type { CatalogueEntry } from "./catalogue-entry.ts";

/** Each value once, since rows share many, and for each row the values of `KEYS` by their positions; 0: absent. */
interface PackedRows {
	readonly values: readonly unknown[];
	/** Without the zeros at the end. */
	readonly rows: readonly (readonly number[])[];
}

/** The keys that most rows have come first. */
const KEYS = [
	"images",
	"source",
	"tags",
	"distro",
	"cmd",
	"entrypoint",
	"user",
	"shell",
	"stopSignal",
	"mustBePid1",
	"onBuild",
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
		return values.push(packValue(value)) - 1;
	};
	const packRow = (row: CatalogueEntry): number[] => {
		const last = KEYS.findLastIndex((key) => row[key] !== undefined);
		return KEYS.slice(0, last + 1).map((key) => add(row[key]));
	};
	const packed: PackedRows = { values, rows: rows.map(packRow) };
	const lost = rows.flatMap(Object.keys).find((key) => !KEYS.some((each) => each === key));
	if (lost !== undefined) throw new Error(`BUG: packed rows have no place for ${lost}`);
	return JSON.stringify(packed);
}

/** The rows of a text that `packRows` has made. */
export function unpackRows(text: string): readonly CatalogueEntry[] {
	const { values: packed, rows }: PackedRows = JSON.parse(text);
	const values = packed.map(unpackValue);
	return rows.map((row) => {
		const entry: Partial<Record<(typeof KEYS)[number], unknown>> = {};
		for (let index = 0; index < row.length; index++) {
			const [key, position = 0] = [KEYS[index], row[index]];
			if (key !== undefined && position !== 0) entry[key] = values[position];
		}
		return entry as CatalogueEntry;
	});
}

/** Most values are lists of names and globs: such a list is one text, which begins with a space. */
function packValue(value: unknown): unknown {
	const isList = Array.isArray(value) && value.length > 0 && value.every((word) => /^[^ ]+$/.test(word));
	return isList ? ` ${value.join(" ")}` : value;
}

function unpackValue(value: unknown): unknown {
	return typeof value === "string" && value.startsWith(" ") ? value.slice(1).split(" ") : value;
}
