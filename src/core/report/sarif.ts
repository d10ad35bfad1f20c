// SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. Files that cannot be read are not
// results, but notifications of the tool.

import type { Region } from "../dockerfile/source-lines.ts";
import { pageOf, titleOf } from "./code-pages.ts";
import { toPrintableJson } from "./printable.ts";
import { listAllProblems, type ProblemRow } from "./problems.ts";
import type { Report } from "./report.ts";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** For code scanning, on GitHub and elsewhere. */
export function formatSarif(report: Report): string {
	const { version } = report;
	const problems = listAllProblems(report);
	const failures = problems.filter(({ error }) => error === "io" || error === "internal");
	const results = problems.filter((problem) => !failures.includes(problem));
	const codes = [...new Set(results.map(({ code }) => code))].sort();
	const run = {
		tool: { driver: { name: "pidone", version, rules: codes.map(toRule) } },
		invocations: [
			{ executionSuccessful: failures.length === 0, toolExecutionNotifications: failures.map(toNotification) },
		],
		columnKind: "utf16CodeUnits",
		results: results.map((problem) => toResult(problem, codes)),
	};
	return `${toPrintableJson({ $schema: SCHEMA, version: "2.1.0", runs: [run] })}\n`;
}

function toRule(code: string): object {
	return {
		id: code,
		shortDescription: { text: titleOf(code) },
		help: { text: `See ${pageOf(code)} in the package pidone.` },
	};
}

function toNotification({ code, level, message, path, region }: ProblemRow): object {
	return { descriptor: { id: code }, level, message: { text: message }, locations: [toLocation(path, region)] };
}

function toResult({ code, level, message, path, region }: ProblemRow, codes: readonly string[]): object {
	return {
		ruleId: code,
		ruleIndex: codes.indexOf(code),
		level,
		message: { text: message },
		locations: [toLocation(path, region)],
	};
}

function toLocation(path: string, region: Region | undefined): object {
	const artifactLocation = { uri: toUri(path) };
	if (region === undefined) return { physicalLocation: { artifactLocation } };
	const { line, column, endLine, endColumn } = region;
	return {
		physicalLocation: { artifactLocation, region: { startLine: line, startColumn: column, endLine, endColumn } },
	};
}

/** Relative paths become relative references, absolute ones file URIs. A lone surrogate cannot be encoded. */
function toUri(path: string): string {
	const parts = path.replace(/^(?:\.\/+)+/, "").replace(/\p{Cs}/gu, "\ufffd");
	const encoded = parts.split("/").map(encodeURIComponent).join("/");
	if (parts.startsWith("//")) return `file:${encoded}`;
	if (parts.startsWith("/")) return `file://${encoded}`;
	return /^[a-z]:\//i.test(parts) ? `file:///${encoded.replace("%3A", ":")}` : encoded;
}
