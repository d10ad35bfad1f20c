// GitLab's code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format

import type { Level } from "../finding.ts";
import { digestOf } from "../rewrite/marker-digest.ts";
import { findingText } from "./finding-text.ts";
import { toPrintableJson } from "./printable.ts";
import { listProblems, type ProblemRow } from "./problems.ts";
import type { FileReport, Report } from "./report.ts";

const severities: Readonly<Record<Level, string>> = { error: "major", warning: "minor", note: "info" };

/** For the code quality widget of a merge request. */
export function formatGitlab({ files }: Report): string {
	return `${toPrintableJson(files.flatMap(toIssues))}\n`;
}

function toIssues(file: FileReport): object[] {
	const path = file.path.replace(/^(?:\.\/+)+/, "");
	const seen = new Map<string, number>();
	return listProblems(file).map((problem, index) => {
		const key = JSON.stringify([path, problem.code, textOf(file, problem, index)]);
		const count = (seen.get(key) ?? 0) + 1;
		seen.set(key, count);
		return toIssue(path, problem, fingerprintOf(`${key}${count}`));
	});
}

/** Findings come first, in the same order. */
function textOf({ source = "", findings }: FileReport, { message }: ProblemRow, index: number): string {
	const finding = findings[index];
	return finding === undefined ? message : findingText(source, finding);
}

/**
 * GitLab compares branches by fingerprints, and shows only one of several equal ones. A fingerprint does not change
 * when lines move, and 64 bits make it unique.
 */
function fingerprintOf(key: string): string {
	return digestOf([key]) + digestOf([[...key].reverse().join("")]);
}

function toIssue(path: string, { code, level, message, region }: ProblemRow, fingerprint: string): object {
	return {
		description: message,
		check_name: code,
		fingerprint,
		severity: severities[level],
		location: { path, lines: { begin: region?.line ?? 1, end: region?.endLine } },
	};
}
