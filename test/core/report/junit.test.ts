import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { formatJunit } from "../../../src/core/report/junit.ts";
import type { FileReport } from "../../../src/core/report/report.ts";
import { sample } from "./sample.ts";
import { readAttributes } from "./xml.ts";

const schema = readFileSync(join(import.meta.dirname, "../../fixtures/report/junit.xsd"), "utf8");
const faultsOf = async (xml: string): Promise<readonly string[]> =>
	(await validateXML({ xml, schema })).errors.map(({ message }) => message);
const file: FileReport = {
	path: "a",
	source: "FROM a",
	outcomes: [],
	findings: [],
	isChanged: false,
	isWritten: false,
};
const finding = { code: "x", level: "warning", message: "m", start: 0, end: 4 } as const;

test("the sample is as expected, and libxml2 finds that it follows the schema", async () => {
	const xml = formatJunit(sample);
	await expect(xml).toMatchFileSnapshot("../../fixtures/report/junit.xml");
	expect(await faultsOf(xml)).toEqual([]);
});

test("an empty report has no suites", async () => {
	const xml = formatJunit({ version: "1", files: [] });
	expect(await faultsOf(xml)).toEqual([]);
	expect(readAttributes(xml, "tests")).toEqual(["0"]);
});

test("a note does not fail, an error of the file is an error, and a file without problems is a test that passes", () => {
	const files: FileReport[] = [
		{ ...file, findings: [finding, { ...finding, level: "note" }, { ...finding, level: "error" }] },
		{ ...file, path: "b", error: { kind: "io", message: "x" } },
		{ ...file, path: "c" },
	];
	const xml = formatJunit({ version: "1", files });
	expect(readAttributes(xml, "tests")).toEqual(["5", "3", "1", "1"]);
	expect(readAttributes(xml, "failures")).toEqual(["2", "2", "0", "0"]);
	expect(readAttributes(xml, "errors")).toEqual(["1", "0", "1", "0"]);
	expect(readAttributes(xml, "name")).toEqual(["pidone", "a", "x", "x (2)", "x (3)", "b", "io-error", "c", "pidone"]);
});

test("what XML forbids or has a meaning for is escaped, in elements too", async () => {
	const path = "<a>\u001b[31m\u202e]]>\t\r\n&\ud800";
	const files: FileReport[] = [{ ...file, path, error: { kind: "internal", message: "</failure>\u0000" } }];
	const xml = formatJunit({ version: "1", files });
	expect(await faultsOf(xml)).toEqual([]);
	expect(readAttributes(xml, "classname")).toEqual([path.replace(/[\u001b\ud800]/g, "\ufffd")]);
});

test("the schema refuses another document", async () => {
	expect(await faultsOf('<testsuites name="x" tests="1" failures="no" errors="0"/>')).not.toEqual([]);
});
