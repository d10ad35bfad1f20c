import { lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { BuildContext, ContextFileFacts } from "../../core/command/image-files.ts";
import { isInside } from "./inside.ts";

/** Larger files are not scripts that people write. */
const MAX_BYTES = 1_000_000;

/**
 * Reads the files of a build context. A link is followed within the context only; what lies outside of it is never
 * read.
 */
export function readContextFrom(folder: string): Required<BuildContext> {
	return {
		readContextFile: (path) => {
			const found = findFile(folder, path);
			return typeof found === "object" ? readText(found.file) : undefined;
		},
		inspectContextFile: (path): ContextFileFacts | undefined => {
			const found = findFile(folder, path);
			if (found === undefined) return undefined;
			if (typeof found === "string") return { isExecutable: false, unreadable: found };
			const isUnreadable = readText(found.file) === undefined;
			return {
				isExecutable: found.isExecutable,
				...(isUnreadable ? { unreadable: "cannot be read: permission is denied" } : {}),
			};
		},
	};
}

interface FoundFile {
	/** Its real path. */
	readonly file: string;
	readonly isExecutable: boolean;
}

/** A regular file of the context, or why it cannot be read; undefined when there is none. */
function findFile(folder: string, path: string): FoundFile | string | undefined {
	const named = resolve(folder, path.replace(/^\/+/, ""));
	if (!isInside(named, folder)) return undefined;
	try {
		const file = realpathSync(named);
		if (!isInside(file, realpathSync(folder))) return "is a link that leaves the build context";
		const stats = statSync(file);
		if (!stats.isFile()) return stats.isDirectory() ? undefined : "is not a regular file";
		if (stats.size > MAX_BYTES) return `has ${(stats.size / 1e6).toFixed(1)} MB, which is more than a script has`;
		return { file, isExecutable: (stats.mode & 0o111) !== 0 };
	} catch {
		return isLink(named) ? "is a link that leads nowhere" : undefined;
	}
}

function isLink(file: string): boolean {
	try {
		return lstatSync(file).isSymbolicLink();
	} catch {
		return false;
	}
}

function readText(file: string): string | undefined {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return undefined;
	}
}
