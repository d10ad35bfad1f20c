import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { UserError } from "../../core/user-error.ts";
import { isInside } from "../files/inside.ts";
import { reasonOf } from "../files/read-source.ts";
import { shortPath } from "../files/short-path.ts";
import { LOCK_NAME } from "../files/upward-names.ts";
import { type Lock, parseLock } from "./lock-file.ts";

/** A lock file that was read. */
export interface LoadedLock {
	readonly path: string;
	readonly lock: Lock;
}

/** Finds lock files, upward from a folder; each is read once. */
export class LockFinder {
	/** The folder of the last search. */
	#last: { readonly folder: string; readonly path: string | undefined } | undefined;
	/** The folders above those that were searched. */
	readonly #above = new Map<string, string | undefined>();
	readonly #locks = new Map<string, LoadedLock | UserError>();
	readonly #top: string | undefined;

	/** @param top the topmost folder to search, as an absolute path */
	constructor(top?: string) {
		this.#top = top;
	}

	/** The nearest lock file at or above a folder (an absolute path). Throws UserError for one that is not valid. */
	find(folder: string): LoadedLock | undefined {
		const path = this.findPath(folder);
		if (path === undefined) return undefined;
		const lock = this.#locks.get(path) ?? read(path);
		this.#locks.set(path, lock);
		if (lock instanceof UserError) throw lock;
		return lock;
	}

	/** The path of the nearest lock file, whatever is in it. */
	findPath(folder: string): string | undefined {
		// There may be a hundred thousand folders: forget those that the run has left.
		if (this.#last?.folder !== folder) this.#last = { folder, path: this.#above.get(folder) ?? this.#search(folder) };
		return this.#last.path;
	}

	#search(folder: string): string | undefined {
		if (this.#top !== undefined && !isInside(folder, this.#top)) return undefined;
		const path = join(folder, LOCK_NAME);
		if (statSync(path, { throwIfNoEntry: false }) !== undefined) return path;
		const parent = dirname(folder);
		return parent === folder || folder === this.#top ? undefined : this.#findAbove(parent);
	}

	#findAbove(folder: string): string | undefined {
		if (this.#above.has(folder)) return this.#above.get(folder);
		const found = this.#search(folder);
		this.#above.set(folder, found);
		return found;
	}
}

function read(path: string): LoadedLock | UserError {
	const shown = shortPath(path);
	try {
		return { path, lock: parseLock(shown, readFileSync(path, "utf8")) };
	} catch (error) {
		return error instanceof UserError ? error : new UserError(`${shown}: ${reasonOf(error)}`, { cause: error });
	}
}
