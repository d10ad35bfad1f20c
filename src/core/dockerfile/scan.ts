// Splits a Dockerfile into instructions by the rules of BuildKit's parser (frontend/dockerfile/parser/parser.go).
import { type Directives, readDirectives } from "./directives.ts";
import { readArgumentForm } from "./exec-form.ts";
import { splitFlags } from "./flags.ts";
import { endsHeredoc, findHeredocs } from "./heredoc-markers.ts";
import type { Instruction } from "./instruction.ts";
import { LogicalText } from "./logical-text.ts";
import { type PhysicalLine, PhysicalLines } from "./physical-lines.ts";
import { skipSpace, trimEnd } from "./space.ts";
import { DockerfileSyntaxError } from "./syntax-error.ts";

/** The directives and instructions of a Dockerfile, before their meaning is known. */
export interface Scan {
	readonly directives: Directives;
	readonly instructions: readonly Instruction[];
}

/** Reads directives and instructions. Throws DockerfileSyntaxError. */
export function scanDockerfile(source: string): Scan {
	const directives = readDirectives(source);
	const { escape } = directives;
	const lines = new PhysicalLines(source);
	const instructions: Instruction[] = [];
	let leadStart: number | undefined;
	for (let line = lines.next(); line !== undefined; line = lines.next()) {
		const start = skipSpace(source, line.start, line.contentEnd);
		if (source.charAt(start) === "#") leadStart ??= line.start;
		else if (start === line.contentEnd) leadStart = undefined;
		else {
			const context = { escape, lineStart: line.start, leadStart: leadStart ?? line.start };
			instructions.push(scanInstruction(lines, { start, contentEnd: line.contentEnd }, context));
			leadStart = undefined;
		}
	}
	if (instructions.length === 0)
		throw new DockerfileSyntaxError("file with no instructions: a Dockerfile begins with ARG or FROM", source, 0);
	return { directives, instructions };
}

interface Context {
	readonly escape: string;
	readonly lineStart: number;
	readonly leadStart: number;
}

function scanInstruction(
	lines: PhysicalLines,
	first: PhysicalLine,
	{ escape, lineStart, leadStart }: Context,
): Instruction {
	const line = lines.number;
	const { logical, isUnfinished } = joinContinuations(lines, first, escape);
	const split = splitInstruction(logical, escape);
	const hasHeredoc = logical.text.includes("<<") && skipHeredocs(lines, logical.text, { split, escape }, first.start);
	return {
		keyword: keywordOf(split.written),
		written: split.written,
		start: logical.offsetAt(skipSpace(logical.text, 0)),
		leadStart,
		lineStart,
		lineEnd: lines.offset,
		line,
		endLine: lines.number,
		flags: split.flags,
		argument: split.argument,
		isUnfinished,
		hasHeredoc,
		isTrigger: false,
	};
}

/** In upper case. Each keyword is always the same string, which compares faster than a slice of the source. */
export function keywordOf(written: string): string {
	return KEYWORDS.get(written) ?? KEYWORDS.get(written.toUpperCase()) ?? written.toUpperCase();
}

const KEYWORDS: ReadonlyMap<string, string> = new Map(
	(
		"ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER " +
		"VOLUME WORKDIR"
	)
		.split(" ")
		.map((keyword) => [keyword, keyword]),
);

/** Joins an instruction's physical lines: comment lines and blank lines between them are left out. */
function joinContinuations(
	lines: PhysicalLines,
	first: PhysicalLine,
	escape: string,
): { logical: LogicalText; isUnfinished: boolean } {
	const { source } = lines;
	const parts: { offset: number; text: string }[] = [];
	let end = continuationAt(source, first, escape);
	parts.push({ offset: first.start, text: source.slice(first.start, end ?? first.contentEnd) });
	while (end !== undefined) {
		const line = lines.next();
		if (line === undefined) break;
		const start = skipSpace(source, line.start, line.contentEnd);
		if (start === line.contentEnd || source.charAt(start) === "#") continue;
		end = continuationAt(source, line, escape);
		parts.push({ offset: line.start, text: source.slice(line.start, end ?? line.contentEnd) });
	}
	return { logical: LogicalText.join(parts), isUnfinished: end !== undefined };
}

/**
 * The index of the escape character that continues a line: blanks may follow it, and no other one may precede it.
 */
function continuationAt(source: string, line: PhysicalLine, escape: string): number | undefined {
	let at = line.contentEnd;
	while (at > line.start && (source.charAt(at - 1) === " " || source.charAt(at - 1) === "\t")) at--;
	if (at === line.start || source.charAt(at - 1) !== escape) return undefined;
	return at - 1 > line.start && source.charAt(at - 2) === escape ? undefined : at - 1;
}

/** An instruction's parts, without its place in the file. */
export interface SplitInstruction {
	readonly written: string;
	readonly flags: readonly string[];
	readonly argument: LogicalText;
}

/** What BuildKit's reWhitespace matches: the white space of ASCII, without the line feed. */
function endsKeyword(code: number): boolean {
	return code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0a);
}

/** Keyword, flags and the rest of one logical line. */
export function splitInstruction(logical: LogicalText, escape: string): SplitInstruction {
	const { text } = logical;
	const start = skipSpace(text, 0);
	const end = trimEnd(text, start);
	let keywordEnd = start;
	while (keywordEnd < end && !endsKeyword(text.charCodeAt(keywordEnd))) keywordEnd++;
	const { flags, rest } = splitFlags(text.slice(keywordEnd, end), escape);
	const argumentStart = skipSpace(text, keywordEnd + rest, end);
	return {
		written: text.slice(start, keywordEnd),
		flags,
		argument: logical.slice(argumentStart, Math.max(argumentStart, end)),
	};
}

const WITH_HEREDOCS = new Set(["ADD", "COPY", "RUN"]);

/** Skips the heredocs that an instruction announces; returns whether there were any. */
function skipHeredocs(
	lines: PhysicalLines,
	text: string,
	{ split: { written, argument }, escape }: { readonly split: SplitInstruction; readonly escape: string },
	start: number,
): boolean {
	const host = written.toUpperCase() === "ONBUILD" ? splitInstruction(argument, escape) : { written, argument };
	if (!WITH_HEREDOCS.has(host.written.toUpperCase()) || readArgumentForm(host.argument.text) !== "shell") return false;
	const heredocs = findHeredocs(text);
	for (const heredoc of heredocs) {
		let body: PhysicalLine | undefined;
		do {
			body = lines.next();
			if (body === undefined) {
				throw new DockerfileSyntaxError(
					`unterminated heredoc: no line ${JSON.stringify(heredoc.name)} ends what << begins`,
					lines.source,
					start,
				);
			}
		} while (!endsHeredoc(lines.source.slice(body.start, body.contentEnd), heredoc));
	}
	return heredocs.length > 0;
}
