import { realpathSync } from "node:fs";

/**
 * What tells a file from others: its path without links; the path itself, which is absolute, where it leads nowhere.
 */
export function realPathOf(file: string): string {
	try {
		return realpathSync(file);
	} catch {
		return file;
	}
}
