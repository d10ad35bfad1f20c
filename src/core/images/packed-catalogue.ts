// The catalogue as one text, which takes no time to load: a row is read when its image is looked up.
import { type Catalogue, isGlob, matchesAny } from "./catalogue.ts";
import type { CatalogueEntry } from "./catalogue-entry.ts";

/** The keys of a row besides its images; those that most rows have come first. */
const KEYS = [
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
	"release",
	"packageManager",
	"downloader",
] as const satisfies readonly (keyof CatalogueEntry)[];

/** Separates lists, rows and values. */
const SEPARATOR = "\n\n";

/**
 * Packs rows into a text of three parts, whose lines are numbered from 0: the lists of images; each row, as the line of
 * its list and the lines of its values of `KEYS`; the distinct values, since rows share many. The first value means
 * absent. Throws Error for anything that would be lost.
 */
export function packRows(rows: readonly CatalogueEntry[]): string {
	const lists = new Lines();
	const values = new Lines();
	values.add("");
	const lines = rows.map((row) => {
		const last = KEYS.findLastIndex((key) => row[key] !== undefined);
		const positions = KEYS.slice(0, last + 1).map((key) => (row[key] === undefined ? 0 : values.add(pack(row[key]))));
		return [lists.add(row.images.join(" ")), ...positions].join(" ");
	});
	const lost = rows.flatMap(Object.keys).find((key) => key !== "images" && !KEYS.some((each) => each === key));
	if (lost !== undefined) throw new Error(`BUG: packed rows have no place for ${lost}`);
	const unfit = rows.flatMap(({ images }) => images).find((image) => !/^\S+$/.test(image));
	if (unfit !== undefined) throw new Error(`BUG: ${JSON.stringify(unfit)} cannot be packed`);
	return [lists.text, lines.join("\n"), values.text].join(SEPARATOR);
}

/** Distinct lines of a text. */
class Lines {
	readonly #positions = new Map<string, number>();

	get text(): string {
		return [...this.#positions.keys()].join("\n");
	}

	/** Adds a line if it is new. Returns its number. */
	add(line: string): number {
		const known = this.#positions.get(line) ?? this.#positions.size;
		this.#positions.set(line, known);
		return known;
	}
}

/** Reads a catalogue that `packRows` has packed. */
export function unpackCatalogue(text: string): Catalogue {
	const [lists = [], rows = [], values = []] = text.split(SEPARATOR).map((part) => part.split("\n"));
	const globs = lists.flatMap((list, index) => (isGlob(list) ? [{ images: list.split(" "), index }] : []));
	const read = new RowReader(lists, values);
	const rowsIn = (wanted: readonly number[]): readonly CatalogueEntry[] => {
		const starts = wanted.map((list) => `${list} `);
		return rows.filter((row) => starts.some((start) => row.startsWith(start))).map((row) => read.row(row));
	};
	return {
		rowsOf: (name) => {
			const own = lists.flatMap((list, index) =>
				list.includes(name) && list.split(" ").includes(name) ? [index] : [],
			);
			const others = globs.flatMap(({ images, index }) =>
				!own.includes(index) && matchesAny(images, name) ? [index] : [],
			);
			return [...rowsIn(own), ...rowsIn(others)];
		},
		rows: () => rows.map((row) => read.row(row)),
	};
}

class RowReader {
	readonly #lists: readonly string[];
	readonly #values: readonly string[];

	constructor(lists: readonly string[], values: readonly string[]) {
		this.#lists = lists;
		this.#values = values;
	}

	row(line: string): CatalogueEntry {
		const [list = 0, ...positions] = line.split(" ").map(Number);
		const entry: Partial<Record<keyof CatalogueEntry, unknown>> = { images: this.#lists[list]?.split(" ") };
		for (const [index, position] of positions.entries()) {
			const key = KEYS[index];
			if (key !== undefined && position !== 0) entry[key] = unpack(this.#values[position] ?? "");
		}
		return entry as CatalogueEntry;
	}
}

/** Most values are texts, and lists of names and globs. A list begins with a blank, a text does not. */
function pack(value: unknown): string {
	const isList = Array.isArray(value) && value.length > 0 && value.every((word) => /^[^\s]+$/.test(word));
	if (isList) return ` ${value.join(" ")}`;
	return typeof value === "string" && /^\w[^\n]*$/.test(value) ? value : `=${JSON.stringify(value)}`;
}

function unpack(text: string): unknown {
	if (text.startsWith(" ")) return text.slice(1).split(" ");
	return text.startsWith("=") ? JSON.parse(text.slice(1)) : text;
}
