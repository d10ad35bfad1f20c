// The catalogue as one text, which takes no time to load: a row is read when its image is looked up.
import { memoized } from "../memo.ts";
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

/** Separates lists, rows and values. No name contains it, and a value that does is written as JSON. */
const SEPARATOR = "\f";
/** Places in the text are written in this radix. */
const RADIX = 36;

/**
 * Packs rows into a text of three parts, whose lines end with a line feed: the lists of images, each name after a
 * blank, those with globs first; after a line feed, each row, as the places of its list and of its values of `KEYS`;
 * the distinct values, since rows share many. The first value means absent. Throws Error for anything that would be
 * lost.
 */
export function packRows(rows: readonly CatalogueEntry[]): string {
	const lost = rows.flatMap(Object.keys).find((key) => key !== "images" && !KEYS.some((each) => each === key));
	if (lost !== undefined) throw new Error(`BUG: packed rows have no place for ${lost}`);
	const unfit = rows.flatMap(({ images }) => images).find((image) => !/^\S+$/.test(image));
	if (unfit !== undefined) throw new Error(`BUG: ${JSON.stringify(unfit)} cannot be packed`);
	const lists = new Lines();
	for (const { images } of rows) if (images.some(isGlob)) lists.add(packNames(images));
	const values = new Lines();
	values.add("");
	const lines = rows.map((row) => {
		const last = KEYS.findLastIndex((key) => row[key] !== undefined);
		const places = KEYS.slice(0, last + 1).map((key) => (row[key] === undefined ? "0" : values.add(pack(row[key]))));
		return `${[lists.add(packNames(row.images)), ...places].join(" ")}\n`;
	});
	return [lists.text, `\n${lines.join("")}`, values.text].join(SEPARATOR);
}

function packNames(images: readonly string[]): string {
	return images.map((image) => ` ${image}`).join("");
}

/** A text of distinct lines. */
class Lines {
	readonly #places = new Map<string, string>();
	text = "";

	/** Adds a line if it is new. Returns its place. */
	add(line: string): string {
		const known = this.#places.get(line);
		if (known !== undefined) return known;
		const place = this.text.length.toString(RADIX);
		this.#places.set(line, place);
		this.text += `${line}\n`;
		return place;
	}
}

/** Reads a catalogue that `packRows` has packed. */
export function unpackCatalogue(text: string): Catalogue {
	const [lists = "", rows = "", values = ""] = text.split(SEPARATOR);
	const globs = listsWithGlobs(lists);
	const read = (line: string): CatalogueEntry => readRow(line, lists, values);
	const rowsIn = (wanted: readonly number[]): readonly CatalogueEntry[] =>
		wanted
			.flatMap((list) => placesOf(`\n${list.toString(RADIX)} `, rows))
			.sort((left, right) => left - right)
			.map((at) => read(lineAt(at + 1, rows)));
	return {
		// An image has many tags, and each is looked up by itself.
		rowsOf: memoized((name) => {
			const own = listsWith(name, lists);
			const others = globs.filter(({ at, images }) => !own.includes(at) && matchesAny(images, name));
			return [...rowsIn(own), ...rowsIn(others.map(({ at }) => at))];
		}),
		rows: () => rows.trim().split("\n").map(read),
	};
}

/** The lists with globs: where they are, and their images. */
function listsWithGlobs(lists: string): { readonly at: number; readonly images: readonly string[] }[] {
	let at = 0;
	return lists
		.slice(0, lists.indexOf("\n", lists.lastIndexOf("*")))
		.split("\n")
		.map((line) => {
			const list = { at, images: line.slice(1).split(" ") };
			at += line.length + 1;
			return list;
		});
}

/** Where the lists that contain an image are. */
function listsWith(image: string, lists: string): number[] {
	if (image.includes(" ")) return [];
	return placesOf(` ${image}`, lists).flatMap((at) => {
		const next = lists.charAt(at + 1 + image.length);
		return next === " " || next === "\n" ? [lists.lastIndexOf("\n", at) + 1] : [];
	});
}

/** Where a text occurs in another one. */
function placesOf(wanted: string, text: string): number[] {
	const places: number[] = [];
	for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) places.push(at);
	return places;
}

function readRow(line: string, lists: string, values: string): CatalogueEntry {
	const [list = 0, ...places] = line.split(" ").map((word) => Number.parseInt(word, RADIX));
	const entry: Partial<Record<keyof CatalogueEntry, unknown>> = { images: lineAt(list + 1, lists).split(" ") };
	for (const [index, place] of places.entries()) {
		const key = KEYS[index];
		if (key !== undefined && place !== 0) entry[key] = unpack(lineAt(place, values));
	}
	return entry as CatalogueEntry;
}

/** The rest of the line after a place. */
function lineAt(place: number, text: string): string {
	return text.slice(place, text.indexOf("\n", place));
}

/** Most values are texts, and lists of names and globs. A list begins with a blank, a text does not. */
function pack(value: unknown): string {
	const isList = Array.isArray(value) && value.length > 0 && value.every((word) => /^[^\s]+$/.test(word));
	if (isList) return ` ${value.join(" ")}`;
	return typeof value === "string" && /^\w[^\n\f]*$/.test(value) ? value : `=${JSON.stringify(value)}`;
}

function unpack(text: string): unknown {
	if (text.startsWith(" ")) return text.slice(1).split(" ");
	return text.startsWith("=") ? JSON.parse(text.slice(1)) : text;
}
