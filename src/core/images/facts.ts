import type { ImageReference } from "../dockerfile/image-reference.ts";
import type { CatalogueEntry, Distro } from "./catalogue-entry.ts";
import { matchesGlob } from "./glob.ts";

/** What is known of one image. */
export interface ImageFacts {
	/** Empty: the image has none. */
	readonly entrypoint: readonly string[];
	/** Absent: not known. */
	readonly cmd?: readonly string[];
	readonly user: string;
	readonly shell: readonly string[];
	readonly stopSignal: string;
	/** Absent: not known. */
	readonly distro?: Distro;
	readonly mustBePid1?: string;
	readonly source: string;
}

export const DEFAULT_SHELL: readonly string[] = ["/bin/sh", "-c"];

/** What the catalogue says of an image. Of one with a digest and no tag only what is the same for all tags. */
export function findFacts(reference: ImageReference, catalogue: readonly CatalogueEntry[]): ImageFacts | undefined {
	const rows = rowsOf(reference.name, catalogue);
	if (rows.length === 0) return undefined;
	if (reference.tag === undefined && reference.digest !== undefined) return commonFacts(rows);
	const tag = reference.tag ?? "latest";
	if (tag.includes("onbuild")) return undefined;
	const row = rows.find(({ tags }) => tags === undefined || tags.some((glob) => matchesGlob(glob, tag)));
	return row && toFacts(row, distroOf(row, tag));
}

/** Rows of a catalogue by image name. */
interface Index {
	readonly exact: ReadonlyMap<string, readonly CatalogueEntry[]>;
	/** Rows with a glob in a name. */
	readonly globs: readonly CatalogueEntry[];
	/** The answers that were given: files name the same images over and over. */
	readonly known: Map<string, readonly CatalogueEntry[]>;
}

const MAX_KNOWN = 10_000;
const indexes = new WeakMap<readonly CatalogueEntry[], Index>();

/** The rows of an image, in the order in which they are asked: those with its very name first, then the globs. */
function rowsOf(name: string, catalogue: readonly CatalogueEntry[]): readonly CatalogueEntry[] {
	let index = indexes.get(catalogue);
	if (index === undefined) {
		index = makeIndex(catalogue);
		indexes.set(catalogue, index);
	}
	const known = index.known.get(name);
	if (known !== undefined) return known;
	const exact = index.exact.get(name) ?? [];
	const globs = index.globs.filter(({ images }) => images.some((glob) => isGlob(glob) && matchesGlob(glob, name)));
	const rows = [...exact, ...globs.filter((row) => !exact.includes(row))];
	if (index.known.size < MAX_KNOWN) index.known.set(name, rows);
	return rows;
}

function makeIndex(catalogue: readonly CatalogueEntry[]): Index {
	const exact = new Map<string, CatalogueEntry[]>();
	for (const row of catalogue) {
		for (const image of row.images) {
			if (isGlob(image)) continue;
			const rows = exact.get(image);
			if (rows === undefined) exact.set(image, [row]);
			else rows.push(row);
		}
	}
	return { exact, globs: catalogue.filter(({ images }) => images.some(isGlob)), known: new Map() };
}

function isGlob(image: string): boolean {
	return image.includes("*");
}

function distroOf({ distro }: CatalogueEntry, tag: string): Distro | undefined {
	if (distro === undefined || typeof distro === "string") return distro;
	return Object.entries(distro).find(([glob]) => matchesGlob(glob, tag))?.[1];
}

/**
 * What holds for every tag: the rows have to cover all of them and to agree; of a CMD on which they do not, nothing is
 * known, since it rarely counts. Windows variants, whose rows say only
 * that, are left out, and so is what follows a row for every tag.
 */
function commonFacts(rows: readonly CatalogueEntry[]): ImageFacts | undefined {
	const last = rows.findIndex(({ tags }) => tags === undefined);
	const [first, ...others] = rows.slice(0, last + 1).filter(({ distro }) => distro !== "windows");
	if (first === undefined) return undefined;
	const facts = toFacts(first, typeof first.distro === "string" ? first.distro : undefined);
	const isCommon = others.every((other) => {
		const { distro, source, cmd, ...rest } = toFacts(other, undefined);
		return Object.entries(rest).every(([key, value]) => isSame(value, facts[key as keyof typeof rest]));
	});
	if (!isCommon || others.some(({ mustBePid1 }) => mustBePid1 !== first.mustBePid1)) return undefined;
	const { distro, cmd, ...common } = facts;
	return {
		...common,
		...(cmd !== undefined && others.every((other) => isSame(toFacts(other, undefined).cmd, cmd)) ? { cmd } : {}),
		...(distro !== undefined && others.every((other) => other.distro === distro) ? { distro } : {}),
	};
}

function isSame(left: unknown, right: unknown): boolean {
	return JSON.stringify(left) === JSON.stringify(right);
}

/** A row as facts about one image. */
export function toFacts(row: CatalogueEntry, distro: Distro | undefined): ImageFacts {
	return {
		entrypoint: row.entrypoint ?? [],
		...(row.cmd === "varies" ? {} : { cmd: row.cmd ?? [] }),
		user: row.user ?? "root",
		shell: row.shell ?? DEFAULT_SHELL,
		stopSignal: row.stopSignal ?? "SIGTERM",
		...(distro === undefined ? {} : { distro }),
		...(row.mustBePid1 === undefined ? {} : { mustBePid1: row.mustBePid1 }),
		source: row.source,
	};
}
