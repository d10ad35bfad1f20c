import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import schema from "../../../schema/report.json" with { type: "json" };
import { formats } from "../../../src/core/report/index.ts";
import type { FileReport, FormatOptions, Report } from "../../../src/core/report/report.ts";
import { checkSarif } from "./sarif-rules.ts";
import { checkXml } from "./xml.ts";

const validate = new Ajv2020().compile(schema);
/** Includes lone surrogates, and often characters that one of the formats has to escape. */
const text = fc.string({
	unit: fc.oneof(
		fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
		fc.constantFrom(..."\u0000\u001b[31m\u009b\u202e\u007f\r\n\t:,%<>&\"'\\/`{}\u2028\ud800\udc00\ufffe語 ".split("")),
	),
});
const offset = fc.integer({ min: -5, max: 400 });
const level = fc.constantFrom("error" as const, "warning" as const, "note" as const);
const finding = fc.record(
	{
		code: fc.constantFrom("rewritten", "some-rule"),
		level,
		message: text,
		start: offset,
		end: offset,
		stage: fc.nat(3),
	},
	{ requiredKeys: ["code", "level", "message", "start", "end"] },
);
const stage = fc.record(
	{
		stage: fc.nat(3),
		name: text,
		code: fc.constantFrom("rewritten" as const, "not-selected" as const),
		message: text,
		start: offset,
	},
	{ requiredKeys: ["stage", "code", "message", "start"] },
);
const error = fc.record(
	{
		kind: fc.constantFrom("syntax" as const, "io" as const, "internal" as const),
		message: text,
		line: fc.integer({ min: 1, max: 20 }),
		column: fc.integer({ min: 1, max: 300 }),
	},
	{ requiredKeys: ["kind", "message"] },
);
const source = fc.oneof(
	text,
	fc.array(text, { maxLength: 12 }).map((lines) => lines.join("\r\n")),
	text.map((line) => line.repeat(40)),
);
const file: fc.Arbitrary<FileReport> = fc.record(
	{
		path: text,
		source,
		outcomes: fc.array(stage, { maxLength: 3 }),
		findings: fc.array(finding, { maxLength: 3 }),
		isChanged: fc.boolean(),
		isWritten: fc.boolean(),
		diff: text,
		error,
	},
	{ requiredKeys: ["path", "outcomes", "findings", "isChanged", "isWritten"] },
);
const report: fc.Arbitrary<Report> = fc.record({ version: text, files: fc.array(file, { maxLength: 3 }) });
const options: fc.Arbitrary<FormatOptions> = fc.record({
	color: fc.boolean(),
	verbose: fc.boolean(),
	quiet: fc.boolean(),
});

test("every format survives every report", () => {
	fc.assert(
		fc.property(report, options, (any, how) => {
			const problems = any.files.flatMap(({ findings, error }) => [
				...findings,
				...(error === undefined ? [] : [error]),
			]).length;
			checkText(any, how);
			validate(JSON.parse(formats.json(any, how)));
			expect(validate.errors ?? []).toEqual([]);
			expect(checkSarif(formats.sarif(any, how))).toEqual([]);
			expect(checkXml(formats.checkstyle(any, how))).toEqual([]);
			checkLines(any);
			expect(JSON.parse(formats.gitlab(any))).toHaveLength(problems);
			expect(JSON.parse(formats.sonarqube(any)).issues).toHaveLength(problems);
			const commands = formats.github(any, how);
			expect(
				commands.match(/^::(?:error|warning|notice) file=[^,:\r\n]*(?:,[a-zA-Z]+=[^,:\r\n]+)+::[^\r\n]*\n/gm) ?? [],
			).toHaveLength(problems);
			expect(commands.split(/\r\n|\r|\n/)).toHaveLength(problems + 1);
			for (const format of machines) expect(formats[format](any, how)).not.toMatch(FORBIDDEN);
		}),
		{ numRuns: 300 },
	);
});

const machines = (Object.keys(formats) as (keyof typeof formats)[]).filter((format) => format !== "text");
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

/** There is a line for each file, and it contains what the JSON contains. */
function checkLines(report: Report): void {
	const lines = formats.jsonl(report).split("\n").slice(0, -1);
	expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(formats.json(report)).files);
}

/** The only control characters in output without color are its own line ends and tabs. */
function checkText(report: Report, how: FormatOptions): void {
	const uncolored = formats.text(report, { ...how, color: false });
	expect(uncolored).not.toMatch(FORBIDDEN);
	expect(formats.text(report, { ...how, color: true }).replace(/\u001b\[\d+m/g, "")).toBe(uncolored);
	expect(uncolored === "" || uncolored.endsWith("\n")).toBe(true);
}
