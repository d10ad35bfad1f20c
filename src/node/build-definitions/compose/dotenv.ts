import { interpolate, type Lookup } from "./interpolate.ts";

/**
 * Reads a file of environment variables as Compose does: `NAME=VALUE` or `NAME: VALUE` lines, quotes, comments,
 * `export`, and variables in values that are not in single quotes. A line that says nothing is skipped.
 */
export function readDotenv(text: string, lookup: Lookup): ReadonlyMap<string, string> {
	const values = new Map<string, string>();
	const find: Lookup = (name) => lookup(name) ?? values.get(name) ?? "";
	const line =
		/^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*[=:][ \t]*('[^']{0,9999}'|"(?:[^"\\]|\\[\s\S]){0,9999}"|[^\r\n]*)/gm;
	for (const [, name = "", written = ""] of text.matchAll(line)) values.set(name, readValue(written, find));
	return values;
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

function readValue(written: string, find: Lookup): string {
	if (written.length > 1 && written.startsWith("'") && written.endsWith("'")) return written.slice(1, -1);
	const isQuoted = written.length > 1 && written.startsWith('"') && written.endsWith('"');
	const plain = isQuoted
		? written.slice(1, -1).replace(/\\([\s\S])/g, (_, char: string) => ESCAPES[char] ?? char)
		: written.replace(/(?:^|[ \t])#.*$/, "").trimEnd();
	const result = interpolate(plain, find);
	return "text" in result ? result.text : plain;
}
