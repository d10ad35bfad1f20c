import type { Instruction } from "../dockerfile/instruction.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import { scanDockerfile } from "../dockerfile/scan.ts";
import type { Fragment } from "../install/render.ts";

/** How a file is written, so that what is added looks the same. */
export interface SourceStyle {
	readonly lineEnd: "\n" | "\r\n";
	/** Whether keywords are in lower case. */
	readonly isLowerCase: boolean;
	readonly escape: string;
}

/**
 * Reads the line ends of a file and the case of its keywords. BuildKit warns about a keyword whose case differs from
 * that of most others.
 */
export function styleOf({ source, stages, directives }: Dockerfile): SourceStyle {
	let total = 0;
	let lower = 0;
	for (const { from, instructions } of stages) {
		total += 1 + instructions.length;
		if (isLower(from)) lower++;
		for (const instruction of instructions) if (isLower(instruction)) lower++;
	}
	const firstLineFeed = source.indexOf("\n");
	return {
		lineEnd: firstLineFeed > 0 && source.charAt(firstLineFeed - 1) === "\r" ? "\r\n" : "\n",
		isLowerCase: lower > total - lower,
		escape: directives.escape,
	};
}

function isLower({ written, keyword }: Instruction): boolean {
	return written !== keyword && written === written.toLowerCase();
}

/** Lines, each with the file's line end, ready to be inserted at an offset that begins a line or ends the text. */
export function linesAt(source: string, offset: number, lines: readonly string[], { lineEnd }: SourceStyle): string {
	const text = lines.join("\n").replaceAll("\n", lineEnd);
	const isAtEnd = offset === source.length && offset > 0 && !source.endsWith("\n");
	return isAtEnd ? lineEnd + text : text + lineEnd;
}

/** A keyword in the file's own case. */
export function casedKeyword(keyword: string, { isLowerCase }: SourceStyle): string {
	return isLowerCase ? keyword.toLowerCase() : keyword;
}

/** ARG instructions without values. */
export function declareArgs(args: readonly string[], style: SourceStyle): string[] {
	return args.map((arg) => `${casedKeyword("ARG", style)} ${arg}`);
}

/** The lines of a fragment, in the file's own case and with its escape character. */
export function fragmentLines({ text }: Fragment, style: SourceStyle): string[] {
	let cased = text;
	if (style.isLowerCase) {
		for (const { start, written } of scanDockerfile(text).instructions) {
			cased = cased.slice(0, start) + written.toLowerCase() + cased.slice(start + written.length);
		}
	}
	return (style.escape === "\\" ? cased : cased.replace(/\\$/gm, style.escape)).split("\n");
}
