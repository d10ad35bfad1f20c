import { type Dirent, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { LAST_TRIED, setV8Flags } from "../v8-flags.ts";
import { definitionKindOf } from "./definition-names.ts";
import { kindOfName } from "./dockerfile-names.ts";
import { GitIgnore } from "./git-ignore.ts";
import { reasonOf } from "./read-source.ts";
import { CONFIG_NAMES, LOCK_NAME } from "./upward-names.ts";

/** A file that the command line refers to. */
export interface FoundFile {
	/** As the user wrote it, or what a walk or glob has found. */
	readonly path: string;
	/** The folder that was walked, as an absolute path. */
	readonly within?: string;
	/**
	 * The folder, absolute, where the search for a config or lock file begins: those between have none. Absent: the
	 * file's own folder.
	 */
	readonly searchStart?: string;
}

/** The contents of a folder and its subfolders: paths with `/` between their parts, sorted. */
export interface WalkedFolder {
	readonly dockerfiles: readonly FoundFile[];
	/** The Dockerfiles that are links. */
	readonly links: readonly FoundFile[];
	/** Files that are rendered to Dockerfiles. */
	readonly templates: readonly string[];
	/** Build definitions, by their names. */
	readonly definitions: readonly FoundFile[];
	/** Folders that cannot be read, by their paths below the one that was walked, and why. */
	readonly unread: readonly UnreadFolder[];
}

/** A folder that a walk could not read. */
export interface UnreadFolder {
	readonly path: string;
	readonly reason: string;
}

/**
 * A longer list of files would make V8 enlarge the space for new objects, up to 32 MB, because they stay in use. The
 * few MB that it has by then are enough.
 */
const MANY_FILES = 4000;
const STOP_GROWTH = ["--semi-space-growth-factor=1", LAST_TRIED] as const;
const NEVER_WALKED: readonly string[] = [".git", "node_modules"];
/** The files that apply to their folder and everything below it. */
const SEARCHED: readonly string[] = [...CONFIG_NAMES, LOCK_NAME];
/** The names that builders look for: a folder with such a name prevents a build. */
const DEFAULT_NAMES: readonly string[] = ["Dockerfile", "Containerfile"];

/**
 * Walks a folder for Dockerfiles by their names. It skips what .gitignore ignores, and follows no links to folders. A
 * link that has a Dockerfile's name counts as one, as does anything else that is not a folder.
 * @param folder absolute
 * @param prefix what the paths begin with: the folder as the user named it, with a slash, or nothing
 * @param cwd where .gitignore files begin to count outside of a git work tree
 */
export function walkFolder(folder: string, prefix: string, cwd: string): WalkedFolder {
	const walk = new Walk(folder, prefix);
	walk.enter("", { ignored: GitIgnore.above(folder, cwd), searchStart: dirname(folder) });
	walk.dockerfiles.sort(byPath);
	walk.templates.sort();
	walk.definitions.sort(byPath);
	return walk;
}

function byPath(left: FoundFile, right: FoundFile): number {
	return left.path < right.path ? -1 : 1;
}

/** What a folder inherits from the folders above. */
interface Inherited {
	readonly ignored: GitIgnore;
	readonly searchStart: string;
}

class Walk implements WalkedFolder {
	readonly dockerfiles: FoundFile[] = [];
	readonly links: FoundFile[] = [];
	readonly templates: string[] = [];
	readonly definitions: FoundFile[] = [];
	readonly unread: UnreadFolder[] = [];
	readonly #root: string;
	readonly #prefix: string;

	constructor(root: string, prefix: string) {
		this.#root = root;
		this.#prefix = prefix;
	}

	/** Walks a folder, by its path below the root. */
	enter(inside: string, { ignored, searchStart }: Inherited): void {
		const folder = join(this.#root, inside);
		const entries = readFolder(folder);
		if (typeof entries === "string") {
			this.unread.push({ path: inside, reason: entries });
			return;
		}
		// The names are known, so it need not try to open files that most folders lack.
		const names = new Set(entries.map(({ name }) => name.toLowerCase()));
		const own = {
			ignored: names.has(".gitignore") ? ignored.enter(folder) : ignored,
			searchStart: SEARCHED.some((name) => names.has(name)) ? folder : searchStart,
		};
		for (const entry of entries) this.#visit(entry, inside === "" ? entry.name : `${inside}/${entry.name}`, own);
	}

	#visit(entry: Dirent, path: string, own: Inherited): void {
		const isFolder = entry.isDirectory();
		const kind = isFolder ? kindOfFolder(entry.name) : kindOfName(entry.name);
		const isDefinition = !isFolder && definitionKindOf(path) !== undefined;
		// Most files are none of these, and need no check against .gitignore.
		if (!isFolder && kind !== "dockerfile" && kind !== "template" && !isDefinition) return;
		const file = join(this.#root, path);
		if ((isFolder && NEVER_WALKED.includes(entry.name)) || own.ignored.ignores(file, isFolder)) return;
		const named = this.#prefix + path;
		if (kind === "dockerfile") {
			const found = { path: named, within: this.#root, searchStart: own.searchStart };
			if (this.dockerfiles.push(found) === MANY_FILES) setV8Flags([STOP_GROWTH]);
			if (entry.isSymbolicLink()) this.links.push(found);
		}
		if (kind === "template") this.templates.push(named);
		if (isDefinition) this.definitions.push({ path: named, within: this.#root });
		if (isFolder) this.enter(path, own);
	}
}

function kindOfFolder(name: string): "dockerfile" | "other" {
	return DEFAULT_NAMES.includes(name) ? "dockerfile" : "other";
}

/** The entries of a folder, or why it cannot be read. A name that is not UTF-8 cannot be spelled in a path. */
function readFolder(folder: string): Dirent[] | string {
	try {
		return readdirSync(folder, { withFileTypes: true });
	} catch (error) {
		return folder.includes("\ufffd") ? "its name is not UTF-8" : reasonOf(error);
	}
}
