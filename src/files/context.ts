import { readFileSync, statSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";

/** Larger files of a build context are no scripts. */
const MAX_BYTES = 1_000_000;

/** A reader for the text files of a build context; what lies outside of it, or is no text, is as if it were not there. */
export function readContextFrom(folder: string): (path: string) => string | undefined {
	return (path) => {
		const file = resolve(folder, path.replace(/^\/+/, ""));
		const inside = relative(folder, file);
		if (inside.startsWith("..") || isAbsolute(inside)) return undefined;
		try {
			const stats = statSync(file);
			return stats.isFile() && stats.size <= MAX_BYTES ? readFileSync(file, "utf8") : undefined;
		} catch {
			return undefined;
		}
	};
}
