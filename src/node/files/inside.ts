import { isAbsolute, relative, sep } from "node:path";

/** Whether an absolute path is a folder or lies below it, by its words alone. */
export function isInside(path: string, folder: string): boolean {
	const inside = relative(folder, path);
	return inside !== ".." && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}
