// The catalogue as one text, which takes no time to load: a row is read when its image is looked up.
import { type Catalogue, matchesAny } from "./catalogue.ts";
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
 * Packs rows into a text of three parts: the lists of images, each after its number; each row, as the number of its
 * list and those of its values of `KEYS`; the distinct values, whose lines are numbered from 0, since rows share many.
 * The first value means absent. Throws Error for anything that would be lost.
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
	const numbered = lists.texts.map((list, index) => `${index} ${list}`);
	return [numbered, lines, values.texts].map((part) => part.join("\n")).join(SEPARATOR);
}

/** Distinct lines of a text. */
class Lines {
	readonly #positions = new Map<string, number>();

	get texts(): readonly string[] {
		return [...this.#positions.keys()];
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
	const [lists = "", rows = "", values = ""] = text.split(SEPARATOR).map((part) => `\n${part}\n`);
	/** The images of lists with globs, by the lists' numbers. */
	const globs = new Map<string, readonly string[]>();
	for (const line of new Set(placesOf("*", lists).map((at) => lineAt(at, lists)))) {
		const [list = "", ...images] = line.split(" ");
		globs.set(list, images);
	}
	const reader = new RowReader(lists, values);
	const rowsIn = (wanted: readonly string[]): readonly CatalogueEntry[] =>
		wanted
			.flatMap((list) => placesOf(`\n${list} `, rows))
			.sort((left, right) => left - right)
			.map((at) => reader.read(lineAt(at + 1, rows)));
	return {
		rowsOf: (name) => {
			const own = listsWith(name, lists);
			const others = [...globs].flatMap(([list, images]) =>
				!own.includes(list) && matchesAny(images, name) ? [list] : [],
			);
			return [...rowsIn(own), ...rowsIn(others)];
		},
		rows: () =>
			rows
				.trim()
				.split("\n")
				.map((line) => reader.read(line)),
	};
}

/** The numbers of the lists that contain an image. */
function listsWith(image: string, lists: string): string[] {
	if (image.includes(" ")) return [];
	return placesOf(` ${image}`, lists).flatMap((at) => {
		const next = lists.charAt(at + 1 + image.length);
		if (next !== " " && next !== "\n") return [];
		return lineAt(at, lists).split(" ", 1);
	});
}

/** Where a text occurs in another one. */
function placesOf(wanted: string, text: string): number[] {
	const places: number[] = [];
	for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) places.push(at);
	return places;
}

/** The line around a place. */
function lineAt(place: number, text: string): string {
	return text.slice(text.lastIndexOf("\n", place - 1) + 1, text.indexOf("\n", place));
}

class RowReader {
	readonly #lists: string;
	readonly #packed: string;
	#values: readonly string[] | undefined;

	constructor(lists: string, values: string) {
		this.#lists = lists;
		this.#packed = values;
	}

	/** Reads a row from its line. */
	read(line: string): CatalogueEntry {
		const [list = 0, ...positions] = line.split(" ").map(Number);
		const [at = 0] = placesOf(`\n${list} `, this.#lists);
		const [, ...images] = lineAt(at + 1, this.#lists).split(" ");
		const entry: Partial<Record<keyof CatalogueEntry, unknown>> = { images };
		this.#values ??= this.#packed.slice(1, -1).split("\n");
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
