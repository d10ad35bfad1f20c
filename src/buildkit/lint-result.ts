import { fromSourceBytes } from "../core/dockerfile/source-bytes.ts";
import { SourceLines } from "../core/dockerfile/source-lines.ts";
import type { Finding } from "../core/finding.ts";
import { joinBytes, toBytes, toText } from "./bytes.ts";
import type { DockerfileSource } from "./fetch-dockerfile.ts";
import type { Result } from "./gen/gateway.ts";
import { ruleName } from "./warn.ts";

/** The sub-request of `docker build --check`. */
export const LINT = "frontend.lint";

/** BuildKit's answer to it, as far as it is used here (moby/buildkit: frontend/subrequests/lint/lint.go). */
interface LintReport {
	readonly warnings?: readonly unknown[] | null;
	readonly sources?: readonly unknown[] | null;
}

/** BuildKit's answer to `--check`, with findings added to its own. */
export function addFindings(result: Result, findings: readonly Finding[], { bytes }: DockerfileSource): Result {
	const { "result.json": json } = result.metadata;
	if (json === undefined || findings.length === 0) return result;
	const report: LintReport = JSON.parse(toText(json));
	const lines = new SourceLines(fromSourceBytes(bytes));
	const warnings = [...(report.warnings ?? []), ...findings.map((finding) => toWarning(finding, lines))];
	const text = findings
		.map((finding) => `${ruleName(finding)}: ${finding.message} (line ${lines.positionOf(finding.start).line})\n`)
		.join("");
	const metadata = {
		...result.metadata,
		"result.json": toBytes(JSON.stringify({ ...report, warnings })),
		"result.txt": joinBytes([result.metadata["result.txt"] ?? new Uint8Array(), toBytes(text)]),
		"result.statuscode": toBytes("1"),
	};
	return { ...result, metadata };
}

function toWarning(finding: Finding, lines: SourceLines): unknown {
	const { line, endLine } = lines.regionOf(finding.start, finding.end);
	const location = { ranges: [{ start: { line }, end: { line: endLine } }] };
	return { ruleName: ruleName(finding), description: "", detail: finding.message, location };
}
