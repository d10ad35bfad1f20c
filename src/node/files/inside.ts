import { isAbsolute, relative, sep } from "node:path";

/** Whether an absolute path is a folder or below it, without looking at the file system. */
export function isInside(path: string, folder: string): boolean {
	const inside = relative(folder, path);
	return inside !== ".." && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}
