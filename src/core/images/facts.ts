import type { ImageReference } from "../dockerfile/image-reference.ts";
import type { CatalogueEntry, Distro, ImageDeclaration } from "./catalogue-entry.ts";
import { matchesGlob } from "./glob.ts";
import type { PackageFacts } from "./package-facts.ts";

/** What is known of one image. */
export interface ImageFacts {
	/** Empty: the image has none. */
	readonly entrypoint: readonly string[];
	/** Absent: not known. */
	readonly cmd?: readonly string[];
	readonly user: string;
	/** Absent: not known. */
	readonly shell?: readonly string[];
	readonly stopSignal: string;
	/** Its environment, as `NAME=value`; absent: not known. */
	readonly env?: readonly string[];
	/** What its ONBUILDs leave to the stages that are built on it, as it was written; absent: nothing. */
	readonly onBuild?: readonly string[];
	/** Absent: not known. */
	readonly distro?: Distro;
	/** What its files show; absent: nobody has read them. */
	readonly files?: PackageFacts;
	readonly mustBePid1?: string;
	readonly source: string;
}

export const DEFAULT_SHELL: readonly string[] = ["/bin/sh", "-c"];

/** What the catalogue says of an image. Of one with a digest and no tag only what is the same for all tags. */
export function findFacts(reference: ImageReference, catalogue: readonly CatalogueEntry[]): ImageFacts | undefined {
	const index = indexOf(catalogue);
	const { name, tag, digest } = reference;
	const key = `${name}:${tag ?? (digest === undefined ? "" : "@")}`;
	if (index.found.has(key)) return index.found.get(key);
	const facts = lookUp(reference, index);
	if (index.found.size < MAX_FOUND) index.found.set(key, facts);
	return facts;
}

function lookUp({ name, tag, digest }: ImageReference, index: Index): ImageFacts | undefined {
	const rows = rowsOf(name, index);
	if (rows.length === 0) return undefined;
	if (tag === undefined && digest !== undefined) return commonFacts(rows);
	const wanted = tag ?? "latest";
	const isOnBuild = wanted.includes("onbuild");
	const row = rows.find(
		({ tags, onBuild }) =>
			(onBuild !== undefined || !isOnBuild) && (tags === undefined || tags.some((glob) => matchesGlob(glob, wanted))),
	);
	return row && toFacts(row, distroOf(row, wanted));
}

/** A catalogue's rows by image name, those with a glob in a name apart, and what has been found in it. */
interface Index {
	readonly exact: ReadonlyMap<string, readonly CatalogueEntry[]>;
	/** Rows with a glob in a name. */
	readonly globs: readonly CatalogueEntry[];
	/** Files name the same images over and over. */
	readonly found: Map<string, ImageFacts | undefined>;
}

const MAX_FOUND = 2000;

const indexes = new WeakMap<readonly CatalogueEntry[], Index>();

function indexOf(catalogue: readonly CatalogueEntry[]): Index {
	const known = indexes.get(catalogue);
	if (known !== undefined) return known;
	const index = makeIndex(catalogue);
	indexes.set(catalogue, index);
	return index;
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
	return { exact, globs: catalogue.filter(({ images }) => images.some(isGlob)), found: new Map() };
}

/** The rows of an image, in the order in which they are asked: those with its very name first, then the globs. */
function rowsOf(name: string, index: Index): readonly CatalogueEntry[] {
	const exact = index.exact.get(name) ?? [];
	const globs = index.globs.filter(({ images }) => images.some((glob) => isGlob(glob) && matchesGlob(glob, name)));
	return [...exact, ...globs.filter((row) => !exact.includes(row))];
}

function isGlob(image: string): boolean {
	return image.includes("*");
}

function distroOf({ distro }: CatalogueEntry, tag: string): Distro | undefined {
	if (distro === undefined || typeof distro === "string") return distro;
	return Object.entries(distro).find(([glob]) => matchesGlob(glob, tag))?.[1];
}

/**
 * What holds for every tag: the rows have to cover all of them and to agree. Of a CMD or SHELL on which they do not,
 * nothing is known, since these rarely count. Windows variants, whose rows say only that, and variants for ONBUILD are
 * left out, and so is what follows a row for every tag.
 */
function commonFacts(rows: readonly CatalogueEntry[]): ImageFacts | undefined {
	const last = rows.findIndex(({ tags }) => tags === undefined);
	const [first, ...others] = rows
		.slice(0, last + 1)
		.filter(({ distro, tags, onBuild }) => distro !== "windows" && (tags === undefined || onBuild === undefined))
		.map((row) => toFacts(row, typeof row.distro === "string" ? row.distro : undefined));
	if (first === undefined || !others.every((other) => isSame(decisiveFacts(other), decisiveFacts(first))))
		return undefined;
	const { cmd, shell, distro, ...common } = first;
	const isShared = (key: "cmd" | "shell" | "distro"): boolean =>
		others.every((other) => isSame(other[key], first[key]));
	return {
		...common,
		...(cmd !== undefined && isShared("cmd") ? { cmd } : {}),
		...(shell !== undefined && isShared("shell") ? { shell } : {}),
		...(distro !== undefined && isShared("distro") ? { distro } : {}),
	};
}

/** What no two rows may differ in that stand for the same image. */
function decisiveFacts({ cmd, shell, distro, source, ...decisive }: ImageFacts): object {
	return decisive;
}

function isSame(left: unknown, right: unknown): boolean {
	return JSON.stringify(left) === JSON.stringify(right);
}

/** What an image declares, with what holds for all that it does not declare. */
export function toFacts(row: ImageDeclaration, distro: Distro | undefined): ImageFacts {
	return {
		entrypoint: row.entrypoint ?? [],
		...(row.cmd === "varies" ? {} : { cmd: row.cmd ?? [] }),
		user: row.user ?? "root",
		...(row.shell === "varies" ? {} : { shell: row.shell ?? DEFAULT_SHELL }),
		stopSignal: row.stopSignal ?? "SIGTERM",
		...(row.env === undefined ? {} : { env: row.env }),
		...(row.onBuild === undefined || row.onBuild.length === 0 ? {} : { onBuild: row.onBuild }),
		...(distro === undefined ? {} : { distro }),
		...(row.mustBePid1 === undefined ? {} : { mustBePid1: row.mustBePid1 }),
		source: row.source,
	};
}
