import { endOfLine } from "./source-lines.ts";
import { skipSpace } from "./space.ts";
import { DockerfileSyntaxError } from "./syntax-error.ts";

/** The parser directives at the top of a file. */
export interface Directives {
	/** The escape character: `\` unless the file says otherwise. */
	readonly escape: "\\" | "`";
	/** The frontend image that `# syntax=` names. */
	readonly syntax: string | undefined;
	readonly check: string | undefined;
}

const DIRECTIVE = /^#[\t\n\f\r ]*([a-zA-Z][a-zA-Z0-9]*)[\t\n\f\r ]*=/;
const NAMES = new Set(["syntax", "escape", "check"]);

/**
 * Reads the parser directives. They are on the first physical lines; any other line ends them, even a blank
 * one. Throws DockerfileSyntaxError for a repeated name and for an escape character that does not exist.
 */
export function readDirectives(source: string): Directives {
	const found = new Map<string, string>();
	let lineStart = source.startsWith("\uFEFF") ? 1 : 0;
	while (lineStart < source.length) {
		const lineEnd = endOfLine(source, lineStart);
		const start = skipSpace(source, lineStart, lineEnd);
		const { name, value } = readDirective(source.slice(start, lineEnd)) ?? {};
		if (name === undefined || value === undefined || !NAMES.has(name)) break;
		if (found.has(name))
			throw new DockerfileSyntaxError(`only one ${name} parser directive is allowed: remove this one`, source, start);
		if (name === "escape" && value !== "\\" && value !== "`") {
			throw new DockerfileSyntaxError(
				`invalid escape character ${JSON.stringify(value)}: it must be \\ or \``,
				source,
				start,
			);
		}
		found.set(name, value);
		lineStart = lineEnd;
	}
	return {
		escape: found.get("escape") === "`" ? "`" : "\\",
		syntax: found.get("syntax"),
		check: found.get("check"),
	};
}

/** Like BuildKit's expression with the value `\s*(.+?)\s*$`, which takes minutes for a line of spaces. */
function readDirective(line: string): { readonly name: string; readonly value: string } | undefined {
	const [head = "", name] = DIRECTIVE.exec(line) ?? [];
	const rest = line.slice(head.length).replace(/(?<![\r\n])[\r\n]+$/, "");
	// If the value is all spaces, it is the last of them.
	const value = rest.replace(/^[\t\n\f\r ]+|(?<![\t\n\f\r ])[\t\n\f\r ]+$/g, "") || rest.slice(-1);
	return name !== undefined && /^.+$/.test(value) ? { name: name.toLowerCase(), value } : undefined;
}
