import type { Region, SourceLines } from "../dockerfile/source-lines.ts";
import type { Paint, Style } from "./ansi.ts";
import { widthOf } from "./character-width.ts";
import { toPrintable } from "./printable.ts";

const MAX_LINES = 3;
const MAX_WIDTH = 120;

/** The part of a line that is shown, and the range in it, in UTF-16 code units. */
interface Marked {
	readonly text: string;
	readonly from: number;
	readonly to: number;
}

/** The source lines of a region, with line numbers before and carets below them. */
export function formatExcerpt(lines: SourceLines, region: Region, style: Style, paint: Paint): string[] {
	const lastLine = Math.min(region.endLine, region.line + MAX_LINES - 1);
	const width = String(lastLine).length;
	const margin = (label: string): string => paint("dim", `  ${label.padStart(width)} |`);
	const rows: string[] = [];
	for (let line = region.line; line <= lastLine; line++) {
		const { text, from, to } = cutLine(markLine(lines, region, line));
		const carets = underline(text, from, to, line === region.line);
		rows.push(`${margin(String(line))}${text === "" ? "" : ` ${text}`}`);
		if (carets !== "") rows.push(`${margin("")} ${paint(style, carets)}`);
	}
	if (lastLine < region.endLine) rows.push(paint("dim", `  ${"...".padStart(width)}`));
	return rows;
}

/** On the lines after the first, everything but leading and trailing white space belongs to the range. */
function markLine(lines: SourceLines, { line: firstLine, column, endLine, endColumn }: Region, line: number): Marked {
	const text = toPrintable(lines.textOf(line));
	const from = line === firstLine ? column - 1 : text.length - text.trimStart().length;
	const to = line === endLine ? endColumn - 1 : text.trimEnd().length;
	return { text, from, to: Math.max(from, Math.min(to, text.length)) };
}

/** Shortens a long line to the part around the range. */
function cutLine({ text, from, to }: Marked): Marked {
	if (text.length <= MAX_WIDTH) return { text, from, to };
	const before = Math.floor((MAX_WIDTH - Math.min(to - from, MAX_WIDTH)) / 2);
	const start = toBoundary(text, Math.max(0, Math.min(from - before, text.length - MAX_WIDTH)));
	const end = toBoundary(text, start + MAX_WIDTH);
	const prefix = start > 0 ? "…" : "";
	const shift = prefix.length - start;
	return {
		text: `${prefix}${text.slice(start, end)}${end < text.length ? "…" : ""}`,
		from: from + shift,
		to: Math.min(to, end) + shift,
	};
}

/** A cut within a surrogate pair moves to its start. */
function toBoundary(text: string, offset: number): number {
	return /^[\udc00-\udfff]/.test(text.slice(offset, offset + 1)) ? offset - 1 : offset;
}

/** Tabs are kept, also within the range, so that the carets are right for every tab width. */
function underline(text: string, from: number, to: number, isFirst: boolean): string {
	const fill = (part: string, mark: string): string =>
		[...part].map((character) => (character === "\t" ? "\t" : mark.repeat(widthOf(character)))).join("");
	const carets = fill(text.slice(from, to), "^").trimEnd();
	if (carets === "" && !isFirst) return "";
	return fill(text.slice(0, from), " ") + (carets === "" ? "^" : carets);
}
