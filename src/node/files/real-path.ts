import { lstatSync, realpathSync } from "node:fs";

/**
 * The identity of a file: its path without links, or the given path, which is absolute, if it does not exist.
 */
export function realPathOf(file: string): string {
	try {
		return realpathSync(file);
	} catch {
		return file;
	}
}

/** Whether a path is a symbolic link, wherever it leads. */
export function isLink(path: string): boolean {
	try {
		return lstatSync(path).isSymbolicLink();
	} catch {
		return false;
	}
}
