// SonarQube's generic format for issues, as of 10.3:
// https://docs.sonarsource.com/sonarqube-server/analyzing-source-code/importing-external-issues/generic-issue-import-format

import type { Region } from "../dockerfile/source-lines.ts";
import type { Level } from "../finding.ts";
import { pageOf, titleOf } from "./code-pages.ts";
import { toPrintableJson } from "./printable.ts";
import { listAllProblems, type ProblemRow } from "./problems.ts";
import type { Report } from "./report.ts";

const severities: Readonly<Record<Level, string>> = { error: "HIGH", warning: "MEDIUM", note: "LOW" };
const order: readonly Level[] = ["error", "warning", "note"];

/** For `sonar.externalIssuesReportPaths`. */
export function formatSonarqube(report: Report): string {
	const problems = listAllProblems(report);
	const codes = [...new Set(problems.map(({ code }) => code))].sort();
	return `${toPrintableJson({
		rules: codes.map((code) => toRule(code, problems)),
		issues: problems.map(toIssue),
	})}\n`;
}

/** In SonarQube, a severity belongs to a rule: the highest one of its findings. */
function toRule(code: string, problems: readonly ProblemRow[]): object {
	const level = order.find((each) => problems.some((problem) => problem.code === code && problem.level === each));
	return {
		id: code,
		name: titleOf(code),
		description: `See ${pageOf(code)} in the package pidone.`,
		engineId: "pidone",
		cleanCodeAttribute: "LOGICAL",
		impacts: [{ softwareQuality: "RELIABILITY", severity: severities[level ?? "note"] }],
	};
}

function toIssue({ path, code, message, region }: ProblemRow): object {
	const primaryLocation = { message, filePath: path, textRange: region && toRange(region) };
	return { ruleId: code, primaryLocation };
}

/** In SonarQube, columns are zero-based, and a range without width is rejected: its line is marked instead. */
function toRange({ line, column, endLine, endColumn }: Region): object {
	const isEmpty = line === endLine && column === endColumn;
	return isEmpty
		? { startLine: line }
		: { startLine: line, endLine, startColumn: column - 1, endColumn: endColumn - 1 };
}
