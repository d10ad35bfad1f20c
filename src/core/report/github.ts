import type { Region } from "../dockerfile/source-lines.ts";
import type { Level } from "../finding.ts";
import { replaceControls, toPrintable } from "./printable.ts";
import { listAllProblems, type ProblemRow } from "./problems.ts";
import type { Report } from "./report.ts";

const commands: Readonly<Record<Level, string>> = { error: "error", warning: "warning", note: "notice" };

const LINE_ENDS: Readonly<Record<string, string>> = { "\r": "%0D", "\n": "%0A" };

/** Workflow commands of GitHub Actions, which shows them as annotations of a pull request. */
export function formatGithub(report: Report): string {
	return listAllProblems(report).map(toCommand).join("");
}

function toCommand({ path, code, level, message, region }: ProblemRow): string {
	const properties = [["file", path], ...(region === undefined ? [] : toRange(region)), ["title", code]] as const;
	return `::${commands[level]} ${properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(",")}::${escapeData(message)}\n`;
}

/** GitHub accepts columns only for a range on one line; otherwise, it drops them with a warning. */
function toRange({ line, column, endLine, endColumn }: Region): (readonly [string, number])[] {
	const lines = [["line", line] as const, ["endLine", endLine] as const];
	return line === endLine ? [...lines, ["col", column], ["endColumn", endColumn]] : lines;
}

/** GitHub decodes only these escapes; others would show up in the log. */
function escapeData(text: string): string {
	return replaceControls(text.replaceAll("%", "%25"), (character) => LINE_ENDS[character] ?? toPrintable(character));
}

function escapeProperty(text: string): string {
	return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
