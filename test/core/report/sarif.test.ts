import { describe, expect, test } from "vitest";
import { formatSarif } from "../../../src/core/report/sarif.ts";
import { sample } from "./sample.ts";
import { checkSarif, type SarifLog } from "./sarif-rules.ts";

const locate = (path: string): string => {
	const files = [
		{
			path,
			outcomes: [],
			findings: [],
			isChanged: false,
			isWritten: false,
			error: { kind: "syntax", message: "x" },
		} as const,
	];
	const log = JSON.parse(formatSarif({ version: "1", files })) as SarifLog;
	return log.runs[0].results[0]?.locations[0]?.physicalLocation.artifactLocation.uri ?? "";
};

test("the sample is as expected, and follows SARIF's rules", async () => {
	const text = formatSarif(sample);
	await expect(text).toMatchFileSnapshot("../../fixtures/report/sample.sarif");
	expect(checkSarif(text)).toEqual([]);
});

test("an empty report is a run that found nothing", () => {
	const text = formatSarif({ version: "1", files: [] });
	expect(checkSarif(text)).toEqual([]);
	const [run] = (JSON.parse(text) as SarifLog).runs;
	expect(run).toMatchObject({
		results: [],
		tool: { driver: { rules: [] } },
		invocations: [{ executionSuccessful: true, toolExecutionNotifications: [] }],
	});
});

test("a Dockerfile that does not parse is a result, one that cannot be read is not", () => {
	const [run] = (JSON.parse(formatSarif(sample)) as SarifLog).runs;
	expect(run.results.map(({ ruleId }) => ruleId)).toContain("syntax-error");
	expect(run.invocations[0].executionSuccessful).toBe(false);
	expect(run.invocations[0].toolExecutionNotifications.map(({ descriptor }) => descriptor.id)).toEqual([
		"io-error",
		"internal-error",
	]);
});

describe("the URI of", () => {
	test.each([
		["a/b.Dockerfile", "a/b.Dockerfile"],
		["./a/Dockerfile", "a/Dockerfile"],
		["../a/Dockerfile", "../a/Dockerfile"],
		["back\\slash/Dockerfile", "back%5Cslash/Dockerfile"],
		["größe, 50%/a b:c#d?e[f]", "gr%C3%B6%C3%9Fe%2C%2050%25/a%20b%3Ac%23d%3Fe%5Bf%5D"],
		["http://x", "http%3A//x"],
		["/srv/a b", "file:///srv/a%20b"],
		["C:/a/Dockerfile", "file:///C:/a/Dockerfile"],
		["//server/share/Dockerfile", "file://server/share/Dockerfile"],
		["\ud800", "%EF%BF%BD"],
		["-", "-"],
	])("%s", (path, uri) => {
		expect(locate(path)).toBe(uri);
	});
});
