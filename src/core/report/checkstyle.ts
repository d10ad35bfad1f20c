import type { Level } from "../finding.ts";
import { replaceControls } from "./printable.ts";
import { listProblems, type ProblemRow } from "./problems.ts";
import type { FileReport, Report } from "./report.ts";

const severities: Readonly<Record<Level, string>> = { error: "error", warning: "warning", note: "info" };
const entities: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&apos;",
	"\t": "&#9;",
};
/** What XML 1.0 allows in no form, not even as a reference. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** The XML of Checkstyle, which many CI servers read. */
export function formatCheckstyle({ files }: Report): string {
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<checkstyle version="8.0">',
		...files.flatMap(toElements),
		"</checkstyle>",
		"",
	].join("\n");
}

function toElements(file: FileReport): string[] {
	return [`\t<file name="${escapeXml(file.path)}">`, ...listProblems(file).map(toElement), "\t</file>"];
}

/** Line 0, as Checkstyle has it, is the whole file. */
function toElement({ code, level, message, region }: ProblemRow): string {
	const place = region === undefined ? 'line="0"' : `line="${region.line}" column="${region.column}"`;
	return `\t\t<error ${place} severity="${severities[level]}" message="${escapeXml(message)}" source="pidone.${escapeXml(code)}"/>`;
}

/**
 * White space other than spaces must be references, or a parser would make spaces of it in an attribute; other control
 * characters are, since people look at XML too.
 */
function escapeXml(text: string): string {
	const escaped = text
		.replace(FORBIDDEN, "\ufffd")
		.replace(/[&<>"'\t]/g, (character) => entities[character] ?? character);
	return replaceControls(escaped, (character) => `&#${character.charCodeAt(0)};`);
}
