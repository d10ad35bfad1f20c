// Paths as Linux has them, without node:path: the library also runs in a browser, and the frontend on QuickJS.

/** A path without a match is normal: no slash at the end, no two slashes, no part that begins with a dot. */
const MAY_CHANGE = /\/(?:$|[/.])|^\.|^$/;

/** A path without `.`, `..` and doubled slashes; a relative one stays relative. */
export function normalizePath(path: string): string {
	if (!MAY_CHANGE.test(path)) return path;
	const parts: string[] = [];
	for (const part of path.split("/")) {
		if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
		else if (part === ".." ? !path.startsWith("/") : part !== "" && part !== ".") parts.push(part);
	}
	return (path.startsWith("/") ? "/" : "") + parts.join("/") || ".";
}

/** Paths joined by slashes. */
export function joinPath(...paths: readonly string[]): string {
	return normalizePath(paths.filter((path) => path !== "").join("/"));
}

/** A path as seen from a folder. */
export function resolvePath(folder: string, path: string): string {
	return path.startsWith("/") ? normalizePath(path) : joinPath("/", folder, path);
}

/** The folder that holds a path. */
export function folderOf(path: string): string {
	const slash = path.replace(/\/+$/, "").lastIndexOf("/");
	return slash === -1 ? "." : path.slice(0, slash) || "/";
}
