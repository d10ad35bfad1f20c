// SonarQube's generic format for issues, as of 10.3:
// https://docs.sonarsource.com/sonarqube-server/analyzing-source-code/importing-external-issues/generic-issue-import-format

import type { Region } from "../dockerfile/source-lines.ts";
import type { Level } from "../finding.ts";
import { pageOf, titleOf } from "./code-pages.ts";
import { toPrintableJson } from "./printable.ts";
import { listProblems, type ProblemRow } from "./problems.ts";
import type { Report } from "./report.ts";

const severities: Readonly<Record<Level, string>> = { error: "HIGH", warning: "MEDIUM", note: "LOW" };
const order: readonly Level[] = ["error", "warning", "note"];

/** For `sonar.externalIssuesReportPaths`. */
export function formatSonarqube({ files }: Report): string {
	const located = files.map((file) => ({ path: file.path, problems: listProblems(file) }));
	const problems = located.flatMap((file) => file.problems);
	const codes = [...new Set(problems.map(({ code }) => code))].sort();
	return `${toPrintableJson({
		rules: codes.map((code) => toRule(code, problems)),
		issues: located.flatMap(({ path, problems }) => problems.map((problem) => toIssue(path, problem))),
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

function toIssue(path: string, { code, message, region }: ProblemRow): object {
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
