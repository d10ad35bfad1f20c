import { sep } from "node:path";

/** A path with `/` between its parts. A backslash is a separator on Windows, and an ordinary character elsewhere. */
export function withSlashes(path: string): string {
	return sep === "\\" ? path.replaceAll(sep, "/") : path;
}
