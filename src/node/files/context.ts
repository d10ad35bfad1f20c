import { lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { BuildContext, ContextFileFacts } from "../../core/command/image-files.ts";
import { whyTooLarge } from "../../core/command/script-size.ts";
import { isInside } from "./inside.ts";
import { isLink } from "./real-path.ts";

/**
 * Reads the files of a build context, each of them once. A link is followed within the context only; what lies outside
 * of it is never read.
 */
export function readContextFrom(folder: string): Required<BuildContext> {
	const files = new Map<string, ContextFile | undefined>();
	const read = (path: string): ContextFile | undefined => {
		const known = files.get(path);
		if (known !== undefined || files.has(path)) return known;
		const file = readContextFile(folder, path);
		files.set(path, file);
		return file;
	};
	return { readContextFile: (path) => read(path)?.text, inspectContextFile: (path) => read(path)?.facts };
}

interface ContextFile {
	readonly text: string | undefined;
	readonly facts: ContextFileFacts;
}

function readContextFile(folder: string, path: string): ContextFile | undefined {
	const found = findFile(folder, path);
	if (found === undefined) return undefined;
	if (typeof found === "string") return { text: undefined, facts: { isExecutable: false, unreadable: found } };
	const { file, isExecutable } = found;
	const text = readText(file);
	const why = text === undefined ? { unreadable: "cannot be read: permission denied" } : {};
	return { text, facts: { isExecutable, ...why } };
}

interface RealFile {
	/** Its real path. */
	readonly file: string;
	readonly isExecutable: boolean;
}

/** A regular file of the context, or why it cannot be read; undefined if there is none. */
function findFile(folder: string, path: string): RealFile | string | undefined {
	const named = resolve(folder, path.replace(/^\/+/, ""));
	if (!isInside(named, folder)) return undefined;
	try {
		// Most of the requested files do not exist, and an exception takes ten times as long as this check.
		if (lstatSync(named, { throwIfNoEntry: false }) === undefined) return undefined;
		const file = realpathSync(named);
		if (!isInside(file, realpathSync(folder))) return "is a link that leads out of the build context";
		const stats = statSync(file);
		if (!stats.isFile()) return stats.isDirectory() ? undefined : "is not a regular file";
		return whyTooLarge(stats.size) ?? { file, isExecutable: (stats.mode & 0o111) !== 0 };
	} catch {
		return isLink(named) ? "is a link that leads nowhere" : undefined;
	}
}

function readText(file: string): string | undefined {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return undefined;
	}
}
