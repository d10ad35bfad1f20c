import { relative } from "node:path";

/** An absolute path as a user would name it here. */
export function shortPath(path: string): string {
	const short = relative(process.cwd(), path);
	return short.startsWith("..") ? path : short || ".";
}
