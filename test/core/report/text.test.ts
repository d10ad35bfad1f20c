import { describe, expect, test } from "vitest";
import type { FileReport } from "../../../src/core/report/report.ts";
import { formatText } from "../../../src/core/report/text.ts";
import { plain, rewritten, sample } from "./sample.ts";

const empty: FileReport = {
	path: "Dockerfile",
	source: "FROM alpine\n",
	outcomes: [],
	findings: [],
	isChanged: false,
	isWritten: false,
};
const summaryOf = (files: FileReport[]): string | undefined =>
	formatText({ version: "1", files }, plain).trimEnd().split("\n").at(-1);

test("contains everything that matters", async () => {
	await expect(formatText(sample, plain)).toMatchFileSnapshot("../../fixtures/report/text.txt");
});

test("reports stages that were not selected when it is verbose, and uses colors", async () => {
	await expect(formatText(sample, { ...plain, verbose: true, color: true })).toMatchFileSnapshot(
		"../../fixtures/report/text-verbose-color.txt",
	);
});

test("reports what was written", async () => {
	await expect(formatText(rewritten, plain)).toMatchFileSnapshot("../../fixtures/report/text-rewritten.txt");
});

describe("quiet", () => {
	test("leaves nothing but findings and errors", () => {
		const blocks = formatText(sample, { ...plain, quiet: true }).split("\n\n");
		expect(blocks).toHaveLength(7);
		for (const block of blocks) expect(block).toMatch(/^\S.* (error|warning|note) [a-z-]+ ./);
	});

	test("says nothing when there is nothing to say", () => {
		expect(formatText({ version: "1", files: [empty] }, { ...plain, quiet: true })).toBe("");
	});
});

test("colors change nothing else", () => {
	const colored = formatText(sample, { ...plain, color: true });
	expect(colored.replace(/\u001b\[\d+m/g, "")).toBe(formatText(sample, plain));
	expect(colored).not.toBe(formatText(sample, plain));
});

describe("the summary", () => {
	const finding = { code: "x", message: "x", start: 0, end: 1 };

	test.each<[string, FileReport[]]>([
		["0 files, nothing to do", []],
		["1 file, nothing to do", [empty]],
		["2 files, 1 rewritten", [empty, { ...empty, isChanged: true, isWritten: true }]],
		[
			"2 files, 1 rewritten, 1 to be rewritten",
			[
				{ ...empty, isChanged: true },
				{ ...empty, isChanged: true, isWritten: true },
			],
		],
		["1 file, 1 error", [{ ...empty, error: { kind: "syntax", message: "x", line: 1, column: 1 } }]],
		[
			"1 file, 2 errors",
			[{ ...empty, findings: [{ ...finding, level: "error" }], error: { kind: "io", message: "x" } }],
		],
		[
			"1 file, 1 warning, 2 notes",
			[{ ...empty, findings: (["note", "warning", "note"] as const).map((level) => ({ ...finding, level })) }],
		],
	])("%s", (summary, files) => {
		expect(summaryOf(files)).toBe(summary);
	});
});

test("a message stays on one line, and cannot command the terminal", () => {
	const files = [
		{ ...empty, path: "a\u001b[2J", error: { kind: "internal", message: "one\r\n  two\u009b31m\tthree\n" } } as const,
	];
	expect(formatText({ version: "1", files }, { ...plain, quiet: true })).toBe(
		"a␛[2J error internal-error one two\ufffd31m\tthree\n",
	);
});

test("a syntax error without a column takes its line", () => {
	const files = [{ ...empty, error: { kind: "syntax", message: "no", line: 1 } } as const];
	expect(formatText({ version: "1", files }, { ...plain, quiet: true })).toBe(
		"Dockerfile:1:1 error syntax-error no\n  1 | FROM alpine\n    | ^^^^^^^^^^^\n",
	);
});
