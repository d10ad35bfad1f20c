import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import schema from "../../../schema/report.json" with { type: "json" };
import { formatJson } from "../../../src/core/report/json.ts";
import { rewritten, sample } from "./sample.ts";

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

test.each([
	["sample", sample],
	["rewritten", rewritten],
])("the report %s is as expected, and as the schema says", async (name, report) => {
	const text = formatJson(report);
	await expect(text).toMatchFileSnapshot(`../../fixtures/report/${name}.json`);
	validate(JSON.parse(text));
	expect(validate.errors ?? []).toEqual([]);
});

test("the schema knows every key, and requires those that are always there", () => {
	const report = JSON.parse(formatJson(sample)) as { files: [Record<string, unknown>] };
	const [file] = report.files;
	expect(validate({ ...report, files: [{ ...file, extra: 1 }] })).toBe(false);
	for (const key of Object.keys(file))
		expect(validate({ ...report, files: [{ ...file, [key]: undefined }] }), key).toBe(false);
});

test("every key of the schema is described, by itself or by what it refers to", () => {
	for (const key of ["file", "stage", "finding"] as const) {
		const names = Object.entries(schema.$defs[key].properties).filter(
			([, value]) => !("description" in value || "$ref" in value),
		);
		expect(names).toEqual([]);
	}
});
