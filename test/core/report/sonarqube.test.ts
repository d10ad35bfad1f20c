import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import type { FileReport } from "../../../src/core/report/report.ts";
import { formatSonarqube } from "../../../src/core/report/sonarqube.ts";
import schema from "../../fixtures/report/sonarqube.schema.json" with { type: "json" };
import { sample } from "./sample.ts";

interface GenericIssues {
	readonly rules: readonly { readonly id: string; readonly impacts: readonly { readonly severity: string }[] }[];
	readonly issues: readonly { readonly ruleId: string; readonly primaryLocation: { readonly textRange?: object } }[];
}

const validate = new Ajv2020({ allErrors: true }).compile(schema);

test("the sample is as expected, and as SonarQube documents and checks it", async () => {
	const text = formatSonarqube(sample);
	await expect(text).toMatchFileSnapshot("../../fixtures/report/sonarqube.json");
	const report = JSON.parse(text) as GenericIssues;
	validate(report);
	expect(validate.errors ?? []).toEqual([]);
	const ids = report.rules.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	for (const { ruleId } of report.issues) expect(ids).toContain(ruleId);
});

test("a rule has the highest severity of its findings, and a range without width marks its line", () => {
	const levels = ["note", "error", "warning"] as const;
	const files: FileReport[] = [
		{
			path: "a",
			source: "FROM a\nCMD x\n",
			outcomes: [],
			findings: levels.map((level, start) => ({ code: "x", level, message: "m", start, end: start === 0 ? 0 : 9 })),
			isChanged: false,
			isWritten: false,
		},
	];
	const { rules, issues } = JSON.parse(formatSonarqube({ version: "1", files })) as GenericIssues;
	expect(rules).toMatchObject([{ id: "x", impacts: [{ severity: "HIGH" }] }]);
	expect(issues.map(({ primaryLocation }) => primaryLocation.textRange)).toEqual([
		{ startLine: 1 },
		{ startLine: 1, endLine: 2, startColumn: 1, endColumn: 2 },
		{ startLine: 1, endLine: 2, startColumn: 2, endColumn: 2 },
	]);
});
