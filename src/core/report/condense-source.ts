import { SourceLines } from "../dockerfile/source-lines.ts";
import type { FileReport } from "./report.ts";

/**
 * The report with only those lines of the source that it refers to; all others become empty. Line and column numbers
 * stay right, so every format shows the same, and the reports of many files do not keep all texts in memory.
 */
export function condenseSource<T extends FileReport>(report: T): T {
	const { source, outcomes, findings, error } = report;
	if (source === undefined) return report;
	const lines = new SourceLines(source);
	const shown = new Set<number>(error?.line === undefined ? [] : [error.line]);
	for (const { start } of outcomes) shown.add(lines.positionOf(start).line);
	for (const { start, end } of findings) {
		const last = lines.positionOf(end).line;
		for (let line = lines.positionOf(start).line; line <= last; line++) shown.add(line);
	}
	const texts: string[] = [];
	const starts: number[] = [];
	let length = 0;
	for (let line = 1; line <= lines.count; line++) {
		const text = shown.has(line) ? lines.rawTextOf(line) : line < lines.count ? "\n" : "";
		starts.push(length);
		texts.push(text);
		length += text.length;
	}
	const move = (offset: number): number => {
		const { line, column } = lines.positionOf(offset);
		return (starts[line - 1] ?? 0) + column - 1;
	};
	return {
		...report,
		source: texts.join(""),
		outcomes: outcomes.map((outcome) => ({ ...outcome, start: move(outcome.start) })),
		findings: findings.map((finding) => ({ ...finding, start: move(finding.start), end: move(finding.end) })),
	};
}
