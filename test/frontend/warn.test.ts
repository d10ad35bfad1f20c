import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/findings/finding.ts";
import { addFindings } from "../../src/frontend/lint-result.ts";
import { headOf, source } from "../../src/frontend/llb.ts";
import { warnOf } from "../../src/frontend/warn.ts";
import { startGateway } from "./helpers/fake-gateway.ts";

const text = "FROM a\r\n# ä\r\nCMD x \\\r\n  y\r\n";
const definition = source("load build definition from Dockerfile", "local://dockerfile", {});
const file = { filename: "Dockerfile", bytes: Buffer.from(text), ignore: undefined, definition };
const at = (start: number, end: number): Finding => ({ code: "shell-form", level: "warning", message: "said", start, end }) as Finding;
const findings = [at(text.indexOf("CMD"), text.length - 2), at(0, 6)];
const places = [
	{ start: { line: 3 }, end: { line: 4 } },
	{ start: { line: 1 }, end: { line: 1 } },
];

describe("warnOf", () => {
	it("warns of each finding at its lines, beside the step that has read the Dockerfile", async () => {
		const gateway = startGateway();
		await warnOf(gateway.connect(), findings, file);
		expect(gateway.warned).toMatchObject(
			places.map((range) => ({
				digest: headOf(definition),
				level: 1n,
				short: Buffer.from(`pidone/shell-form: said (line ${range.start.line})`),
				info: { filename: "Dockerfile", data: Buffer.from(text), language: "Dockerfile", definition: { def: definition.def } },
				ranges: [range],
			})),
		);
	});
});

describe("addFindings", () => {
	const report = { warnings: [{ ruleName: "JSONArgsRecommended" }], sources: [{ filename: "Dockerfile" }], error: null };
	const result = (json: unknown) => ({
		result: undefined,
		metadata: { "result.json": Buffer.from(JSON.stringify(json)), "result.txt": Buffer.from("own\n"), more: Buffer.from("kept") },
	});

	it("adds to what BuildKit has found", () => {
		const { metadata } = addFindings(result(report), findings, file);
		const ours = places.map((range) => ({ ruleName: "pidone/shell-form", description: "", detail: "said", location: { ranges: [range] } }));
		expect(JSON.parse(String(metadata["result.json"]))).toEqual({ ...report, warnings: [...report.warnings, ...ours] });
		expect(String(metadata["result.txt"])).toBe("own\npidone/shell-form: said (line 3)\npidone/shell-form: said (line 1)\n");
		expect(String(metadata["result.statuscode"])).toBe("1");
		expect(String(metadata.more)).toBe("kept");
	});

	it.each([{}, { warnings: null }, { warnings: [] }])("adds to a report without warnings: %j", (json) => {
		const { metadata } = addFindings(result(json), findings.slice(0, 1), file);
		expect(JSON.parse(String(metadata["result.json"]))).toMatchObject({ warnings: [{ ruleName: "pidone/shell-form" }] });
	});

	it("leaves a result alone when there is nothing to add, or nothing to add to", () => {
		const nothing = { result: undefined, metadata: {} };
		expect(addFindings(nothing, findings, file)).toBe(nothing);
		const given = result(report);
		expect(addFindings(given, [], file)).toBe(given);
	});
});
