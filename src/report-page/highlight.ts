/** What a stretch of a Dockerfile's line is. */
type TokenKind = "keyword" | "comment" | "string" | "variable" | "flag" | "text";

/** A stretch of a line. */
export interface Token {
	readonly kind: TokenKind;
	readonly text: string;
}

const KEYWORD =
	/^(\s{0,99})(FROM|RUN|CMD|LABEL|MAINTAINER|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|ONBUILD|STOPSIGNAL|HEALTHCHECK|SHELL)(?=\s|$)/i;
const PARTS = /(?<string>"(?:[^"\\]|\\.)*"|'[^']*')|(?<variable>\$\{[^}]*\}|\$\w+)|(?<flag>(?<=\s|^)--[a-z][\w-]*=?)/g;

/** The rest of a longer line has no colours: a hostile one would take its time. */
const MAX_LENGTH = 1000;

/**
 * The tokens of one line, by its looks alone: a diff shows too little of a file to parse it.
 * @param isContinued whether the line above goes on in this one
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

/** Whether a line goes on in the next one. */
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
