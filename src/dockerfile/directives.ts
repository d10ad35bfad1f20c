import { skipSpace } from "./space.ts";
import { DockerfileSyntaxError } from "./syntax-error.ts";

/** The parser directives at the top of a file. */
export interface Directives {
	/** The escape character: `\` unless the file says otherwise. */
	readonly escape: "\\" | "`";
	/** The frontend image that `# syntax=` names. */
	readonly syntax?: string;
	readonly check?: string;
}

const DIRECTIVE = /^#[\t\n\f\r ]*([a-zA-Z][a-zA-Z0-9]*)[\t\n\f\r ]*=[\t\n\f\r ]*(.+?)[\t\n\f\r ]*$/;
const NAMES = new Set(["syntax", "escape", "check"]);

/**
 * Reads the parser directives. They stand on the first physical lines; the first line of another kind, a blank one too, ends them.
 * Throws DockerfileSyntaxError for a repeated name and for an escape character that does not exist.
 */
export function readDirectives(source: string): Directives {
	const found = new Map<string, string>();
	let lineStart = source.startsWith("\uFEFF") ? 1 : 0;
	while (lineStart < source.length) {
		const lineEnd = endOfLine(source, lineStart);
		const start = skipSpace(source, lineStart, lineEnd);
		const match = source.charAt(start) === "#" ? DIRECTIVE.exec(source.slice(start, lineEnd).replace(/[\r\n]+$/, "")) : null;
		const name = match?.[1]?.toLowerCase();
		const value = match?.[2];
		if (name === undefined || value === undefined || !NAMES.has(name)) break;
		if (found.has(name)) throw new DockerfileSyntaxError(`only one ${name} parser directive can be used: remove this one`, source, start);
		if (name === "escape" && value !== "\\" && value !== "`") {
			throw new DockerfileSyntaxError(`invalid escape character ${JSON.stringify(value)}: it must be \\ or \``, source, start);
		}
		found.set(name, value);
		lineStart = lineEnd;
	}
	const syntax = found.get("syntax");
	const check = found.get("check");
	return {
		escape: found.get("escape") === "`" ? "`" : "\\",
		...(syntax === undefined ? {} : { syntax }),
		...(check === undefined ? {} : { check }),
	};
}

/** The offset behind the line end of the line that holds `offset`. */
export function endOfLine(source: string, offset: number): number {
	const lineFeed = source.indexOf("\n", offset);
	return lineFeed === -1 ? source.length : lineFeed + 1;
}
