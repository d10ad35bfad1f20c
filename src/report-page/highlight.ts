/** The kind of a part of a line. */
type TokenKind = "keyword" | "comment" | "string" | "variable" | "flag" | "text";

/** A part of a line. */
export interface Token {
	readonly kind: TokenKind;
	readonly text: string;
}

const KEYWORD =
	/^(\s{0,99})(FROM|RUN|CMD|LABEL|MAINTAINER|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|ONBUILD|STOPSIGNAL|HEALTHCHECK|SHELL)(?=\s|$)/i;
const PARTS = /(?<string>"(?:[^"\\]|\\.)*"|'[^']*')|(?<variable>\$\{[^}]*\}|\$\w+)|(?<flag>(?<=\s|^)--[a-z][\w-]*=?)/g;

/** The rest of a longer line is not highlighted, because a hostile one would take too long. */
const MAX_LENGTH = 1000;

/**
 * The tokens of one line, by pattern matching: a diff shows too little of a file to parse it.
 * @param isContinued whether the line before continues in this one
 */
export function highlightLine(line: string, isContinued: boolean): Token[] {
	if (/^\s*#/.test(line)) return [{ kind: "comment", text: line }];
	const [found = "", indent = "", keyword = ""] = (isContinued ? undefined : KEYWORD.exec(line)) ?? [];
	const start: Token[] = [
		{ kind: "text", text: indent },
		{ kind: "keyword", text: keyword },
	];
	const rest: Token = { kind: "text", text: line.slice(MAX_LENGTH) };
	return [...start, ...splitParts(line.slice(found.length, MAX_LENGTH)), rest].filter(({ text }) => text !== "");
}

/** Whether a line continues in the next one. */
export function isContinuedBy(line: string): boolean {
	return /[\\`]\s*$/.test(line) && !/^\s*#/.test(line);
}

function splitParts(text: string): Token[] {
	const tokens: Token[] = [];
	let end = 0;
	for (const match of text.matchAll(PARTS)) {
		tokens.push({ kind: "text", text: text.slice(end, match.index) }, { kind: kindOf(match), text: match[0] });
		end = match.index + match[0].length;
	}
	return [...tokens, { kind: "text", text: text.slice(end) }];
}

function kindOf({ groups }: RegExpExecArray): TokenKind {
	if (groups?.string !== undefined) return "string";
	return groups?.variable === undefined ? "flag" : "variable";
}
