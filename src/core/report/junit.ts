// The XML of JUnit as Jenkins describes it (xunit-plugin, junit-10.xsd); GitLab, Azure and CircleCI read the same.

import { formatPlace } from "../dockerfile/position.ts";
import { listProblems, type ProblemRow } from "./problems.ts";
import type { FileReport, Report } from "./report.ts";
import { escapeXml, XML_DECLARATION } from "./xml.ts";

/** The name of the test that stands for a file without problems. */
const PASSED = "pidone";

/** For the test reports of CI servers: a suite for each file, and a test for each of its problems. */
export function formatJunit({ files }: Report): string {
	const suites = files.map((file) => ({ path: file.path, problems: listProblems(file) }));
	const all = suites.flatMap(({ problems }) => problems);
	return [
		XML_DECLARATION,
		`<testsuites name="pidone" ${countTests(all, files.filter(isFine).length)}>`,
		...suites.flatMap(({ path, problems }) => toSuite(path, problems)),
		"</testsuites>",
		"",
	].join("\n");
}

function isFine({ findings, error }: FileReport): boolean {
	return findings.length === 0 && error === undefined;
}

function countTests(problems: readonly ProblemRow[], passed: number): string {
	const failures = problems.filter(({ level, error }) => level !== "note" && error === undefined).length;
	const errors = problems.filter(({ error }) => error !== undefined).length;
	return `tests="${problems.length + passed}" failures="${failures}" errors="${errors}"`;
}

function toSuite(path: string, problems: readonly ProblemRow[]): string[] {
	const counts = countTests(problems, problems.length === 0 ? 1 : 0);
	const seen = new Map<string, number>();
	const tests = problems.map((problem) => {
		const count = (seen.get(problem.code) ?? 0) + 1;
		seen.set(problem.code, count);
		// Servers compare runs by the names of tests: with a line number, every finding that moves would be a new one.
		return toTest(count === 1 ? problem.code : `${problem.code} (${count})`, problem);
	});
	const passed = [`\t\t<testcase name="${PASSED}" classname="${escapeXml(path)}"/>`];
	return [
		`\t<testsuite name="${escapeXml(path)}" ${counts}>`,
		...(tests.length === 0 ? passed : tests),
		"\t</testsuite>",
	];
}

/** A note is not a failure, but output of the test. */
function toTest(name: string, problem: ProblemRow): string {
	const { path, code, level, message, error, region } = problem;
	const text = escapeXml(`${formatPlace(path, region)}: ${level}: ${message}`);
	const kind = error === undefined ? "failure" : "error";
	const result =
		level === "note"
			? `<system-out>${text}</system-out>`
			: `<${kind} type="${escapeXml(code)}" message="${escapeXml(message)}">${text}</${kind}>`;
	return `\t\t<testcase name="${escapeXml(name)}" classname="${escapeXml(path)}">${result}</testcase>`;
}
