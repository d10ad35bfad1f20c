import { replaceControls, toPrintable } from "./printable.ts";
import { listAllProblems, type ProblemRow } from "./problems.ts";
import type { Report } from "./report.ts";
import { summarize } from "./summarize.ts";

/** In UTF-16 code units, of at most three bytes each: GitHub refuses a job summary of more than 1 MiB. */
const LARGEST_TABLE = 300_000;
const LONGEST_CELL = 1000;

/**
 * For a job's summary or a comment: one table. Everything in a cell is escaped, so it is not read as Markdown or HTML.
 */
export function formatMarkdown(report: Report): string {
	const rows = listAllProblems(report).map(toRow);
	const head = `### pidone: ${summarize(report.files)}\n`;
	if (rows.length === 0) return head;
	let table = `\n| Place | Level | Code | Message |\n|---|---|---|---|\n`;
	for (const [index, row] of rows.entries()) {
		if (table.length + row.length > LARGEST_TABLE) return `${head}${table}\n… and ${rows.length - index} more\n`;
		table += row;
	}
	return head + table;
}

function toRow({ path, code, level, message, region }: ProblemRow): string {
	const place = region === undefined ? path : `${path}:${region.line}`;
	return `| ${[place, level, code, message].map(escapeCell).join(" | ")} |\n`;
}

/** A cell is one line. A backslash escapes punctuation, in CommonMark and in GitHub's Markdown. */
function escapeCell(text: string): string {
	const cut = text.length <= LONGEST_CELL ? text : `${text.slice(0, LONGEST_CELL)}…`;
	return replaceControls(cut.replace(/\s+/g, " "), toPrintable)
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replace(/[\\`*_[\](){}|~$@#!:]|(?<=www)\./gi, "\\$&");
}
