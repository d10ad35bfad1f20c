import type { Finding } from "../findings/finding.ts";
import { SourceLines } from "../report/source-lines.ts";
import type { Result } from "./gen/gateway.ts";
import type { DockerfileSource } from "./read-dockerfile.ts";
import { ruleName } from "./warn.ts";

/** The sub-request of `docker build --check`. */
export const LINT = "frontend.lint";

/** What BuildKit answers to it, as far as it counts here (moby/buildkit: frontend/subrequests/lint/lint.go). */
interface LintReport {
	readonly warnings?: readonly unknown[] | null;
	readonly sources?: readonly unknown[] | null;
}

/** BuildKit's answer to `--check`, with findings added to its own. */
export function addFindings(result: Result, findings: readonly Finding[], { bytes }: DockerfileSource): Result {
	const { "result.json": json } = result.metadata;
	if (json === undefined || findings.length === 0) return result;
	const report: LintReport = JSON.parse(Buffer.from(json).toString());
	const lines = new SourceLines(Buffer.from(bytes).toString());
	const warnings = [...(report.warnings ?? []), ...findings.map((finding) => toWarning(finding, lines))];
	const text = findings.map((finding) => `${ruleName(finding)}: ${finding.message} (line ${lines.positionOf(finding.start).line})\n`).join("");
	const metadata = {
		...result.metadata,
		"result.json": Buffer.from(JSON.stringify({ ...report, warnings })),
		"result.txt": Buffer.concat([result.metadata["result.txt"] ?? Buffer.alloc(0), Buffer.from(text)]),
		"result.statuscode": Buffer.from("1"),
	};
	return { ...result, metadata };
}

function toWarning(finding: Finding, lines: SourceLines): unknown {
	const { line, endLine } = lines.regionOf(finding.start, finding.end);
	const location = { ranges: [{ start: { line }, end: { line: endLine } }] };
	return { ruleName: ruleName(finding), description: "", detail: finding.message, location };
}
