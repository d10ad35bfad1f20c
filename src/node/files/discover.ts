import { statSync } from "node:fs";
import { basename, extname, resolve } from "node:path";
import { memoized } from "../../core/memo.ts";
import { UserError } from "../../core/user-error.ts";
import { kindOfName } from "./dockerfile-names.ts";
import { isLink, realPathOf } from "./real-path.ts";
import { type FoundFile, type UnreadFolder, walkFolder } from "./walk.ts";

/** What paths on the command line mean. */
export interface Discovery {
	/** Sorted within each path, each once. */
	readonly files: readonly FoundFile[];
	/** The files that walks have found and that are links. */
	readonly links: readonly FoundFile[];
	/** Build definitions that walks have met, by their names. */
	readonly definitions: readonly FoundFile[];
	/** Templates of Dockerfiles that walks and globs have met. */
	readonly templates: readonly string[];
	/** The folders and globs without a Dockerfile. */
	readonly empty: readonly string[];
	/** Folders that walks could not read. */
	readonly unread: readonly UnreadFolder[];
}

/** What one path means. */
interface Expanded extends Omit<Discovery, "empty"> {
	/** Whether no two of the files can be the same one. */
	readonly isDistinct: boolean;
}

/** How to discover files. */
export interface DiscoverOptions {
	/** Keep every name of a file that has several, because each is in a build context of its own. */
	readonly keepsLinks?: boolean;
}

/**
 * Finds the files that paths on the command line mean. A path that exists is that file or folder, whatever characters
 * it has; a folder is walked for Dockerfiles. Any other path is a glob, or a missing file, which is kept so that
 * reading it reports the error. A named file is always included; walks and globs leave out ignored files, templates,
 * and files that are not built, such as backups.
 */
export async function discoverFiles(
	paths: readonly string[],
	cwd: string,
	{ keepsLinks = false }: DiscoverOptions = {},
): Promise<Discovery> {
	const expanded: Expanded[] = [];
	for (const path of paths) expanded.push(await expandPath(path, cwd));
	const [only] = expanded;
	const links = expanded.flatMap((each) => each.links);
	const all = expanded.flatMap((each) => each.files);
	return {
		files:
			expanded.length === 1 && only?.isDistinct
				? only.files
				: withoutRepeats(keepsLinks ? byPath(all, cwd) : identify({ files: all, links }, cwd)),
		links,
		definitions: expanded.flatMap(({ definitions }) => definitions),
		templates: [...new Set(expanded.flatMap(({ templates }) => templates))],
		empty: paths.filter((_, index) => expanded[index]?.files.length === 0),
		unread: expanded.flatMap(({ unread }) => unread),
	};
}

const NOTHING: Expanded = { files: [], links: [], isDistinct: false, definitions: [], templates: [], unread: [] };

function withoutRepeats(identified: Iterable<readonly [identity: string, file: FoundFile]>): readonly FoundFile[] {
	const first = new Map<string, FoundFile>();
	for (const [identity, file] of identified) if (!first.has(identity)) first.set(identity, file);
	return [...first.values()];
}

/** Two spellings of a path are one file. */
function byPath(files: readonly FoundFile[], cwd: string): readonly (readonly [path: string, file: FoundFile])[] {
	return files.map((file) => [resolve(cwd, file.path), file]);
}

/** Yields files with their identities: two spellings of a path, or a link and what it leads to, are one file. */
export function* identify(
	{ files, links }: Pick<Discovery, "files" | "links">,
	cwd: string,
): Generator<readonly [identity: string, file: FoundFile]> {
	const linked = new Set(links);
	const realFolder = memoized(realPathOf);
	for (const file of files) {
		const { path, within } = file;
		const absolute = resolve(cwd, path);
		// A walk follows no links to folders.
		const isPlain = within !== undefined && !linked.has(file);
		yield [isPlain ? realFolder(within) + absolute.slice(within.length) : realPathOf(absolute), file];
	}
}

async function expandPath(path: string, cwd: string): Promise<Expanded> {
	if (path === "") throw new UserError("a path is empty");
	const kind = kindOf(resolve(cwd, path));
	if (kind === "folder") return expandFolder(path, cwd);
	const named = { ...NOTHING, files: [{ path }], isDistinct: true };
	if (kind === "other") return named;
	// Files that are named, the usual case, need no globs.
	const { globby, isDynamicPattern } = await import("globby");
	const [start, rest] = splitNegation(path);
	return isDynamicPattern(rest) ? expandGlob(start + rest, cwd, globby) : named;
}

/**
 * A glob that stands alone has nothing to be an exception of: a `!` at its start is a character, which has to be
 * escaped, unless it begins an extended glob, `!(a|b)`, which must not stand at the very start.
 */
function splitNegation(glob: string): readonly [start: string, rest: string] {
	if (!glob.startsWith("!")) return ["", glob];
	return glob.startsWith("!(") ? ["./", glob] : ["\\!", glob.slice(1)];
}

function expandFolder(path: string, cwd: string): Expanded {
	const folder = resolve(cwd, path);
	const prefix = withoutDot(path.replace(/(?<!\/)\/*$/, "/"));
	const { dockerfiles, links, templates, definitions, unread } = walkFolder(folder, prefix, cwd);
	return {
		files: dockerfiles,
		links,
		isDistinct: links.length === 0,
		definitions,
		templates,
		unread: unread.map((each) => ({ ...each, path: each.path === "" ? path : prefix + each.path })),
	};
}

async function expandGlob(glob: string, cwd: string, globby: typeof import("globby").globby): Promise<Expanded> {
	const found = (await findFiles(glob, cwd, globby))
		.filter((file) => kindOf(resolve(cwd, file)) !== "folder")
		.map(withoutDot);
	const files: FoundFile[] = [];
	const templates: string[] = [];
	for (const path of found.sort()) {
		const kind = isSpelledOut(glob, path) ? "dockerfile" : kindOfName(basename(path));
		if (kind === "template") templates.push(path);
		else if (kind !== "leftover") files.push({ path });
	}
	return { ...NOTHING, files, templates };
}

/** A .gitignore that cannot be read ignores nothing. */
async function findFiles(glob: string, cwd: string, globby: typeof import("globby").globby): Promise<string[]> {
	const ignored = ["**/.git/**", "**/node_modules/**"];
	const options = {
		cwd,
		ignore: ignored,
		dot: true,
		onlyFiles: false,
		followSymbolicLinks: false,
		suppressErrors: true,
	};
	try {
		return await globby(glob, { ...options, gitignore: true });
	} catch {
		return globby(glob, options);
	}
}

/** Whether a glob names the ending of a file, as `*.j2` does. */
function isSpelledOut(glob: string, path: string): boolean {
	const ending = extname(path);
	return ending !== "" && glob.endsWith(ending);
}

function kindOf(path: string): "folder" | "other" | "missing" {
	try {
		return statSync(path).isDirectory() ? "folder" : "other";
	} catch {
		return isLink(path) ? "other" : "missing";
	}
}

function withoutDot(path: string): string {
	return path.replace(/^(?:\.\/+)+/, "");
}
