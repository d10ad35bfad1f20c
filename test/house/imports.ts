import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, resolve } from "node:path";
import ts from "typescript";

const ROOT = resolve(import.meta.dirname, "../..");

/** A file or folder that imports another one. */
export interface Edge {
	readonly from: string;
	readonly to: string;
}

/** What a text imports or re-exports, including types, as it is written. */
export function importsOf(text: string): string[] {
	return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

/** Every import in src/: from one file to another, both relative to src/, or to the name of a package. */
export function readImports(): Edge[] {
	const names = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" });
	return names
		.filter((name) => /(?<!\.d)\.ts$/.test(name))
		.flatMap((name) => {
			const from = name.replaceAll("\\", "/");
			const text = readFileSync(join(ROOT, "src", name), "utf8");
			return importsOf(text).map((specifier) => ({ from, to: resolveImport(from, specifier) }));
		});
}

/** AssemblyScript's imports have no extension. */
function resolveImport(from: string, specifier: string): string {
	if (!specifier.startsWith(".")) return packageOf(specifier);
	const path = posix.join(dirname(from), specifier);
	return path.endsWith(".ts") ? path : `${path}.ts`;
}

/** Node.js's own modules count as one package. */
function packageOf(specifier: string): string {
	if (/^(?:node|qjs):/.test(specifier)) return specifier.replace(/:.*/s, ":*");
	return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
}

/** Whether a name in an edge is that of a package. */
export function isPackage(name: string): boolean {
	return !/\.ts$|^(?:core|node|buildkit|init|report-page)(?:\/|$)/.test(name);
}

/** Wings that are a single row. */
const UNDIVIDED: readonly string[] = ["buildkit", "report-page"];

/**
 * The row of the table that a file belongs to: the folder below its wing with everything in it, or the file itself if
 * it is not in such a folder.
 */
export function rowOf(file: string): string {
	const [wing = "", name] = file.split("/");
	if (isPackage(file) || name === undefined) return file;
	return UNDIVIDED.includes(wing) ? wing : `${wing}/${name}`;
}

/**
 * The folder of a file, or the file itself if it is next to the folders of a wing, or next to the compiler's folders
 * for CPUs, which share these files.
 */
export function folderOf(file: string): string {
	const folder = dirname(file);
	return isPackage(file) || !folder.includes("/") || folder === "init/compiler" ? file : folder;
}

/** The edges between groups of files, each once. */
export function edgesBetween(imports: readonly Edge[], groupOf: (file: string) => string): Edge[] {
	const edges = imports.map(({ from, to }) => ({ from: groupOf(from), to: groupOf(to) }));
	const unique = new Map(edges.filter(({ from, to }) => from !== to).map((edge) => [`${edge.from} ${edge.to}`, edge]));
	return [...unique.values()];
}

/** The edges in the table of a section of ARCHITECTURE.md: from a row's first word in code style to each other one. */
export function readTable(heading: string): Edge[] {
	const text = readFileSync(join(ROOT, "ARCHITECTURE.md"), "utf8");
	const [, section = ""] = text.split(new RegExp(`^## ${heading}$`, "m"));
	const rows = section.split(/^## /m, 1).flatMap((part) => part.match(/^\| `.*$/gm) ?? []);
	return rows.flatMap((row) => {
		const [from = "", ...names] = [...row.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
		return names.map((to) => ({ from, to }));
	});
}

/** The shortest path from each node back to itself, as a text; empty if there is no cycle. */
export function findCycles(edges: readonly Edge[]): string[] {
	const next = new Map<string, string[]>();
	for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
	return [...next.keys()].flatMap((start) => {
		const way = wayBack(next, start);
		return way === undefined ? [] : [way.join(" → ")];
	});
}

function wayBack(next: ReadonlyMap<string, readonly string[]>, start: string): readonly string[] | undefined {
	const ways = new Map([[start, [start]]]);
	// Iterating over a map includes entries that are added meanwhile: the nearest come first.
	for (const [node, way] of ways) {
		for (const to of next.get(node) ?? []) {
			if (to === start) return [...way, start];
			if (!ways.has(to)) ways.set(to, [...way, to]);
		}
	}
	return undefined;
}
