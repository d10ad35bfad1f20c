import type { Level } from "../finding.ts";
import { listProblems, type ProblemRow } from "./problems.ts";
import type { FileReport, Report } from "./report.ts";
import { escapeXml, XML_DECLARATION } from "./xml.ts";

const severities: Readonly<Record<Level, string>> = { error: "error", warning: "warning", note: "info" };

/** The XML of Checkstyle, which many CI servers read. */
export function formatCheckstyle({ files }: Report): string {
	return [XML_DECLARATION, '<checkstyle version="8.0">', ...files.flatMap(toElements), "</checkstyle>", ""].join("\n");
}

function toElements(file: FileReport): string[] {
	return [`\t<file name="${escapeXml(file.path)}">`, ...listProblems(file).map(toElement), "\t</file>"];
}

/** In Checkstyle, line 0 is the whole file. */
function toElement({ code, level, message, region }: ProblemRow): string {
	const place = region === undefined ? 'line="0"' : `line="${region.line}" column="${region.column}"`;
	return `\t\t<error ${place} severity="${severities[level]}" message="${escapeXml(message)}" source="pidone.${escapeXml(code)}"/>`;
}
