import { describe, expect, it } from "vitest";
import { toBytes, toText } from "../../src/buildkit/bytes.ts";
import { addFindings } from "../../src/buildkit/lint-result.ts";
import { headOf, source } from "../../src/buildkit/llb.ts";
import { warnOf } from "../../src/buildkit/warn.ts";
import type { Finding } from "../../src/core/finding.ts";
import { startGateway } from "./helpers/fake-gateway.ts";

const text = "FROM a\r\n# ä\r\nCMD x \\\r\n  y\r\n";
const definition = source("load build definition from Dockerfile", "local://dockerfile", {});
const file = { filename: "Dockerfile", bytes: toBytes(text), ignore: undefined, definition };
const at = (start: number, end: number): Finding =>
	({ code: "shell-form", level: "warning", message: "said", start, end }) as Finding;
const findings = [at(text.indexOf("CMD"), text.length - 2), at(0, 6)];
const places = [
	{ start: { line: 3 }, end: { line: 4 } },
	{ start: { line: 1 }, end: { line: 1 } },
];

describe("warnOf", () => {
	it("warns about each finding at its lines, at the step that has read the Dockerfile", async () => {
		const gateway = startGateway();
		await warnOf(gateway.connect(), findings, file);
		expect(gateway.warned).toMatchObject(
			places.map((range) => ({
				digest: headOf(definition),
				level: 1n,
				short: toBytes(`pidone/shell-form: said (line ${range.start.line})`),
				info: {
					filename: "Dockerfile",
					data: toBytes(text),
					language: "Dockerfile",
					definition: { def: definition.def },
				},
				ranges: [range],
			})),
		);
	});
});

describe("warnOf without a place", () => {
	it("names no lines", async () => {
		const gateway = startGateway();
		await warnOf(gateway.connect(), [{ code: "build-argument", message: "said" }], file);
		expect(gateway.warned).toMatchObject([
			{ level: 1n, short: toBytes("pidone/build-argument: said"), info: undefined, ranges: [] },
		]);
	});
});

describe("addFindings", () => {
	const report = {
		warnings: [{ ruleName: "JSONArgsRecommended" }],
		sources: [{ filename: "Dockerfile" }],
		error: null,
	};
	const result = (json: unknown) => ({
		result: undefined,
		metadata: { "result.json": toBytes(JSON.stringify(json)), "result.txt": toBytes("own\n"), more: toBytes("kept") },
	});

	it("adds to BuildKit's findings", () => {
		const { metadata } = addFindings(result(report), findings, file);
		const ours = places.map((range) => ({
			ruleName: "pidone/shell-form",
			description: "",
			detail: "said",
			location: { ranges: [range] },
		}));
		expect(JSON.parse(toText(metadata["result.json"] ?? new Uint8Array()))).toEqual({
			...report,
			warnings: [...report.warnings, ...ours],
		});
		expect(toText(metadata["result.txt"] ?? new Uint8Array())).toBe(
			"own\npidone/shell-form: said (line 3)\npidone/shell-form: said (line 1)\n",
		);
		expect(toText(metadata["result.statuscode"] ?? new Uint8Array())).toBe("1");
		expect(toText(metadata.more ?? new Uint8Array())).toBe("kept");
	});

	it.each([{}, { warnings: null }, { warnings: [] }])("adds to a report without warnings: %j", (json) => {
		const { metadata } = addFindings(result(json), findings.slice(0, 1), file);
		expect(JSON.parse(toText(metadata["result.json"] ?? new Uint8Array()))).toMatchObject({
			warnings: [{ ruleName: "pidone/shell-form" }],
		});
	});

	it("leaves a result unchanged if there is nothing to add, or nothing to add it to", () => {
		const nothing = { result: undefined, metadata: {} };
		expect(addFindings(nothing, findings, file)).toBe(nothing);
		const given = result(report);
		expect(addFindings(given, [], file)).toBe(given);
	});
});
