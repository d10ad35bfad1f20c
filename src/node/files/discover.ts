import { lstatSync, statSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import { UserError } from "../../core/user-error.ts";
import { kindOfName } from "./dockerfile-names.ts";
import { realPathOf } from "./real-path.ts";
import { type UnreadFolder, walkFolder } from "./walk.ts";

/** A file that the command line means. */
export interface FoundFile {
	/** As the user wrote it, or what a walk or glob has found. */
	readonly path: string;
	/** The folder that was walked, as an absolute path. */
	readonly within?: string;
	/** Where the search for a config or lock file begins, if not in the file's own folder (see WalkedFile). */
	readonly searchStart?: string;
}

/** What paths on the command line mean. */
export interface Discovery {
	/** Sorted within each path, each once. */
	readonly files: readonly FoundFile[];
	/** The same, by what tells a file from others: its path without links. */
	readonly byIdentity: ReadonlyMap<string, FoundFile>;
	/** Files that walks have met, and that may say what is built. */
	readonly entries: readonly FoundFile[];
	/** Templates of Dockerfiles that walks and globs have met. */
	readonly templates: readonly string[];
	/** The paths that mean a folder or a glob, and under which there is no Dockerfile. */
	readonly empty: readonly string[];
	/** Folders that walks could not look into. */
	readonly unread: readonly UnreadFolder[];
}

/** A file, and what tells it from others: its path without links. */
interface IdentifiedFile {
	readonly found: FoundFile;
	readonly identity: string;
}

/** What one path means. */
interface Expanded extends Omit<Discovery, "empty" | "files" | "byIdentity"> {
	readonly files: readonly IdentifiedFile[];
}

/**
 * Finds the files that paths on the command line mean. A path that exists is that file or folder, whatever characters
 * it has; a folder is walked for Dockerfiles. Any other is a glob, or a file that does not exist, which is kept for the
 * reader to complain about. A file that is named is taken whatever its name is; walks and globs leave out what
 * .gitignore ignores, templates, and what nobody builds.
 */
export async function discoverFiles(paths: readonly string[], cwd: string): Promise<Discovery> {
	const expanded: Expanded[] = [];
	for (const path of paths) expanded.push(await expandPath(path, cwd));
	const files = new Map<string, FoundFile>();
	// Two spellings of a path, or a link and what it leads to, are one file.
	for (const { files: all } of expanded) {
		for (const { found, identity } of all) if (!files.has(identity)) files.set(identity, found);
	}
	return {
		files: [...files.values()],
		byIdentity: files,
		entries: expanded.flatMap(({ entries }) => entries),
		templates: [...new Set(expanded.flatMap(({ templates }) => templates))],
		empty: paths.filter((_, index) => expanded[index]?.files.length === 0),
		unread: expanded.flatMap(({ unread }) => unread),
	};
}

async function expandPath(path: string, cwd: string): Promise<Expanded> {
	if (path === "") throw new UserError("a path is empty");
	const kind = kindOf(resolve(cwd, path));
	if (kind === "folder") return expandFolder(path, cwd);
	const named = { files: [identify({ path }, cwd)], entries: [], templates: [], unread: [] };
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
	const realFolder = realPathOf(folder);
	const prefix = withoutDot(path.replace(/(?<!\/)\/*$/, "/"));
	const { dockerfiles, templates, entries, unread } = walkFolder(folder, cwd);
	return {
		files: dockerfiles.map(({ path: file, isLink, searchStart }) => {
			const found = { path: prefix + file, within: folder, searchStart };
			// A walk follows no links to folders.
			return isLink ? identify(found, cwd) : { found, identity: join(realFolder, file) };
		}),
		entries: entries.map((file) => ({ path: prefix + file, within: folder })),
		templates: templates.map((file) => prefix + file),
		unread: unread.map((each) => ({ ...each, path: each.path === "" ? path : prefix + each.path })),
	};
}

async function expandGlob(glob: string, cwd: string, globby: typeof import("globby").globby): Promise<Expanded> {
	const found = (await findFiles(glob, cwd, globby))
		.filter((file) => kindOf(resolve(cwd, file)) !== "folder")
		.map(withoutDot);
	const files: IdentifiedFile[] = [];
	const templates: string[] = [];
	for (const path of found.sort()) {
		const kind = isSpelledOut(glob, path) ? "dockerfile" : kindOfName(basename(path));
		if (kind === "template") templates.push(path);
		else if (kind !== "leftover") files.push(identify({ path }, cwd));
	}
	return { files, entries: [], templates, unread: [] };
}

function identify(found: FoundFile, cwd: string): IdentifiedFile {
	return { found, identity: realPathOf(resolve(cwd, found.path)) };
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

function isLink(path: string): boolean {
	try {
		return lstatSync(path).isSymbolicLink();
	} catch {
		return false;
	}
}

function withoutDot(path: string): string {
	return path.replace(/^(?:\.\/+)+/, "");
}
