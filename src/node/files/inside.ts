import { isAbsolute, relative, sep } from "node:path";

/** Whether an absolute path is a folder or below it, without looking at the file system. */
export function isInside(path: string, folder: string): boolean {
	// The usual case, which needs no path to be normalized.
	if (path.startsWith(folder + sep) && !path.includes("..")) return true;
	const inside = relative(folder, path);
	return inside !== ".." && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}
