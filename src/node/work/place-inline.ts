import { positionAt } from "../../core/dockerfile/position.ts";
import type { FileReport } from "../../core/report/report.ts";
import type { Outcome } from "../../core/rewrite/outcome.ts";
import type { InlineDockerfile } from "../build-definitions/model/stated-build.ts";

/** The report on an inline Dockerfile, with the positions and the text of the file around it. */
export function placeInline<T extends FileReport>(report: T, { text, lines, outer }: InlineDockerfile): T {
	const move = (offset: number): number => {
		const { line, column } = positionAt(text, offset);
		const start = lines[line - 1];
		return start === undefined || lines.length === 1 ? (lines[0] ?? 0) : start + column - 1;
	};
	const { error } = report;
	const place = error?.line === undefined ? undefined : { line: error.line, column: error.column ?? 1 };
	const lineStart = place === undefined ? undefined : (lines[place.line - 1] ?? lines[0]);
	return {
		...report,
		source: outer,
		outcomes: report.outcomes.map((outcome) => ({ ...outcome, start: move(outcome.start) })),
		findings: report.findings.map((finding) => ({
			...finding,
			start: move(finding.start),
			end: Math.max(move(finding.start), move(finding.end)),
		})),
		...(error === undefined || place === undefined || lineStart === undefined
			? {}
			: { error: { ...error, ...positionAt(outer, lineStart + (lines.length === 1 ? 0 : place.column - 1)) } }),
	};
}

/** The outcomes of an inline Dockerfile, which a rewrite does not change. */
export function withoutRewrite(outcomes: readonly Outcome[]): readonly Outcome[] {
	return outcomes.map((outcome) =>
		outcome.code === "rewritten" ? { ...outcome, code: "cannot-install", message: WHY_INLINE } : outcome,
	);
}

const WHY_INLINE =
	"the Dockerfile is written inside this file, which pidone does not edit: move it to a file of its own and name that with dockerfile, or use pidone build";
