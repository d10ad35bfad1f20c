import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ignore, { type Ignore } from "ignore";
import { isInside } from "./inside.ts";
import { withSlashes } from "./with-slashes.ts";

/** As git sets core.ignorecase. */
const IGNORES_CASE = process.platform === "win32" || process.platform === "darwin";

/** One .gitignore. */
interface Level {
	readonly folder: string;
	readonly rules: Ignore;
}

/** The .gitignore files that apply to a folder: its own and those above it, the nearest first. */
export class GitIgnore {
	readonly #levels: readonly Level[];

	private constructor(levels: readonly Level[]) {
		this.#levels = levels;
	}

	/**
	 * Reads the rules for a folder (an absolute path) in the folders above it, up to the root of its git work tree, or to
	 * `cwd` if there is none. Returns no rules for a folder that they ignore: the user has asked to walk it.
	 */
	static above(folder: string, cwd: string): GitIgnore {
		const root = findWorkTree(folder) ?? (isInside(folder, cwd) ? cwd : folder);
		const above: string[] = [];
		for (let at = folder; at !== root; at = dirname(at)) above.unshift(dirname(at));
		const parents = above.reduce((found, each) => found.enter(each), new GitIgnore([]));
		return parents.ignores(folder, true) ? new GitIgnore([]) : parents;
	}

	/** The same, with the rules of a subfolder added. A .gitignore that cannot be read ignores nothing. */
	enter(folder: string): GitIgnore {
		const text = readOptional(join(folder, ".gitignore"));
		return text === undefined
			? this
			: new GitIgnore([{ folder, rules: ignore({ ignorecase: IGNORES_CASE }).add(text) }, ...this.#levels]);
	}

	/** Whether git ignores a file or folder: the nearest .gitignore that mentions it decides. */
	ignores(path: string, isFolder: boolean): boolean {
		for (const { folder, rules } of this.#levels) {
			const { ignored, unignored } = rules.test(withSlashes(relative(folder, path)) + (isFolder ? "/" : ""));
			if (ignored || unignored) return ignored;
		}
		return false;
	}
}

/** The root of the git work tree that a folder (an absolute path) is in. */
export function findWorkTree(folder: string): string | undefined {
	if (existsSync(join(folder, ".git"))) return folder;
	const parent = dirname(folder);
	return parent === folder ? undefined : findWorkTree(parent);
}

function readOptional(file: string): string | undefined {
	// Most folders have none, and an exception takes ten times as long as this check.
	if (!existsSync(file)) return undefined;
	try {
		return readFileSync(file, "utf8");
	} catch {
		return undefined;
	}
}
