import { dirname, relative } from "node:path";
import type { UserError } from "../../core/user-error.ts";
import { optionError } from "../option-error.ts";
import { findWorkTree } from "./git-ignore.ts";
import { isInside } from "./inside.ts";
import { realPathOf } from "./real-path.ts";
import { runGit } from "./run-git.ts";
import { withSlashes } from "./with-slashes.ts";

/** The differences of a work tree from where its branch began; paths are relative to its root. */
interface Changes {
	readonly root: string;
	readonly realRoot: string;
	readonly files: ReadonlySet<string>;
	/** Every folder with a change in it; "" is the root. */
	readonly folders: ReadonlySet<string>;
}

/**
 * The files that have changed since a branch left another: committed or not, including new ones that git does not
 * ignore, and deleted ones. A renamed file has changed under both names.
 */
export class GitChanges {
	readonly #ref: string;
	readonly #byRoot = new Map<string, Changes>();

	constructor(ref: string) {
		this.#ref = ref;
	}

	/** Whether a file (an absolute path), or the file that it links to, has changed. Throws UserError. */
	hasFile(file: string): boolean {
		const { root, realRoot, files } = this.#changesAt(dirname(file));
		return (
			[relativeTo(root, file), relativeTo(realRoot, realPathOf(file))]
				.flatMap((path) => (path === undefined ? [] : listParents(path)))
				// A submodule is one entry.
				.some((path) => files.has(path))
		);
	}

	/** Whether a path (absolute) is in a work tree: nothing can have changed elsewhere. */
	covers(path: string): boolean {
		return findWorkTree(path) !== undefined;
	}

	/** Whether a file of one of some names has changed in a folder (an absolute path), or above it in the work tree. */
	hasAtOrAbove(folder: string, names: readonly string[]): boolean {
		const { root, files } = this.#changesAt(folder);
		const path = relativeTo(root, folder) ?? "";
		const folders = [...(path === "" ? [] : listParents(path).map((each) => `${each}/`)), ""];
		return folders.some((each) => names.some((name) => files.has(each + name)));
	}

	/** Whether there is any change below a folder (an absolute path). Throws UserError. */
	hasAnyIn(folder: string): boolean {
		const { root, folders } = this.#changesAt(folder);
		const path = relativeTo(root, folder);
		return path !== undefined && folders.has(path);
	}

	#changesAt(folder: string): Changes {
		const root = findWorkTree(folder);
		if (root === undefined) throw this.#error(`${folder} is not in a git work tree`);
		const known = this.#byRoot.get(root);
		if (known !== undefined) return known;
		const changes = this.#read(root);
		this.#byRoot.set(root, changes);
		return changes;
	}

	#read(root: string): Changes {
		const commit = this.#git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${this.#ref}^{commit}`]);
		if (commit === undefined)
			throw this.#error(`git does not know this commit in ${root}: fetch it, or name another (origin/main, HEAD~1)`);
		const base = this.#git(root, ["merge-base", commit.trim(), "HEAD"]);
		if (base === undefined)
			throw this.#error(`has no ancestor in common with HEAD in ${root}: a shallow clone needs more history`);
		const changed = this.#git(root, ["diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", base.trim(), "--"]);
		const added = this.#git(root, ["ls-files", "--others", "--exclude-standard", "-z"]);
		if (changed === undefined || added === undefined) throw this.#error(`git cannot compare ${root} with it`);
		const files = [...changed.split("\0"), ...added.split("\0")].filter((path) => path !== "");
		return {
			root,
			realRoot: realPathOf(root),
			files: new Set(files),
			folders: new Set(files.flatMap((path) => [...listParents(path), ""])),
		};
	}

	/** What git prints; undefined if it fails. */
	#git(root: string, args: readonly string[]): string | undefined {
		const run = runGit(root, args);
		if (run === undefined) throw this.#error("git cannot be run");
		const [complaint = ""] = run.stderr.split("\n");
		if (run.status === 128 && complaint !== "") throw this.#error(`${root}: ${complaint}`);
		return run.status === 0 ? run.stdout : undefined;
	}

	#error(reason: string): UserError {
		return optionError("--changed-since", this.#ref, reason);
	}
}

/** With `/` between its parts; undefined for a path outside of the folder. */
function relativeTo(root: string, path: string): string | undefined {
	return isInside(path, root) ? withSlashes(relative(root, path)) : undefined;
}

/** A path and its parent folders: `a/b/c`, `a/b`, `a`. */
function listParents(path: string): string[] {
	const parts = path.split("/");
	return parts.map((_, index) => parts.slice(0, parts.length - index).join("/"));
}
