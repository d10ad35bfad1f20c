import type { ImageReference } from "../dockerfile/image-reference.ts";
import type { Catalogue } from "./catalogue.ts";
import type { CatalogueEntry, Distro, ImageDeclaration } from "./catalogue-entry.ts";
import { matchesGlob } from "./glob.ts";
import type { PackageFacts } from "./package-facts.ts";

/** The known facts about one image. */
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
	/** The instructions in its ONBUILDs, as they were written; absent: none. */
	readonly onBuild?: readonly string[];
	/** Absent: not known. */
	readonly distro?: Distro;
	/** The facts from its files, or those that the catalogue states; absent: they have not been read. */
	readonly files?: PackageFacts;
	readonly mustBePid1?: string;
	readonly source: string;
}

export const DEFAULT_SHELL: readonly string[] = ["/bin/sh", "-c"];

/** Files name the same images over and over. */
const found = new WeakMap<Catalogue, Map<string, ImageFacts | undefined>>();
const MAX_FOUND = 2000;

/** A catalogue's facts about an image. With a digest and no tag, only those that are the same for all tags. */
export function findFacts(reference: ImageReference, catalogue: Catalogue): ImageFacts | undefined {
	const known = found.get(catalogue) ?? new Map<string, ImageFacts | undefined>();
	found.set(catalogue, known);
	const { name, tag, digest } = reference;
	const key = `${name}:${tag ?? (digest === undefined ? "" : "@")}`;
	if (known.has(key)) return known.get(key);
	const facts = lookUp(reference, catalogue);
	if (known.size < MAX_FOUND) known.set(key, facts);
	return facts;
}

function lookUp({ name, tag, digest }: ImageReference, catalogue: Catalogue): ImageFacts | undefined {
	const rows = catalogue.rowsOf(name);
	if (rows.length === 0) return undefined;
	if (tag === undefined && digest !== undefined) return commonFacts(rows);
	const wanted = tag ?? "latest";
	const isOnBuild = wanted.includes("onbuild");
	const row = rows.find(
		({ tags, onBuild }) =>
			(onBuild !== undefined || !isOnBuild) && (tags === undefined || tags.some((glob) => matchesGlob(glob, wanted))),
	);
	if (row === undefined) return undefined;
	const facts = toFacts(row, byTag(row.distro, wanted));
	const files = statedFiles(row, wanted);
	return Object.keys(files).length === 0 ? facts : { ...facts, files };
}

/** What a row says about the files of an image, besides its distribution. */
function statedFiles(row: CatalogueEntry, tag: string): PackageFacts {
	const version = byTag(row.release, tag);
	const packageManager = byTag(row.packageManager, tag);
	const downloader = byTag(row.downloader, tag);
	return {
		...(version ? { version } : {}),
		...(packageManager === undefined ? {} : { packageManager }),
		...(downloader ? { downloader } : {}),
	};
}

function byTag<T extends string>(value: T | Readonly<Record<string, T>> | undefined, tag: string): T | undefined {
	if (value === undefined || typeof value === "string") return value;
	return Object.entries(value).find(([glob]) => matchesGlob(glob, tag))?.[1];
}

/**
 * The facts for every tag: the rows must cover all tags and agree. A CMD or SHELL on which they disagree becomes
 * unknown, because it rarely matters. Windows variants, ONBUILD variants, and rows after one for every tag do not
 * count.
 */
function commonFacts(rows: readonly CatalogueEntry[]): ImageFacts | undefined {
	const last = rows.findIndex(({ tags }) => tags === undefined);
	const [first, ...others] = rows
		.slice(0, last + 1)
		.filter(({ distro, tags, onBuild }) => distro !== "windows" && (tags === undefined || onBuild === undefined))
		.map((row) => toFacts(row, commonDistro(row)));
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

/** The distribution of all tags of a row: also decides the package manager, hence none where that is another one. */
function commonDistro({ distro, packageManager }: CatalogueEntry): Distro | undefined {
	return typeof distro === "string" && packageManager === undefined ? distro : undefined;
}

/** The facts that must be the same in all rows for an image. */
function decisiveFacts({ cmd, shell, distro, source, ...decisive }: ImageFacts): object {
	return decisive;
}

function isSame(left: unknown, right: unknown): boolean {
	return JSON.stringify(left) === JSON.stringify(right);
}

/** What an image declares, with the defaults for what it does not declare. */
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
