const PREFIX = "file=";

/** The fragment of the page's address that stands for a file. */
export function fragmentOf(path: string): string {
	return PREFIX + encodeURIComponent(path);
}

/** The path of the file that the page's address names. */
export function pathIn(hash: string): string | undefined {
	const fragment = hash.replace(/^#/, "");
	if (!fragment.startsWith(PREFIX)) return undefined;
	try {
		return decodeURIComponent(fragment.slice(PREFIX.length));
	} catch {
		return undefined;
	}
}
