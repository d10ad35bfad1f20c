import { expect, test } from "vitest";
import { formatCheckstyle } from "../../../src/core/report/checkstyle.ts";
import type { FileReport } from "../../../src/core/report/report.ts";
import { sample } from "./sample.ts";
import { checkXml, readAttributes } from "./xml.ts";

test("the sample is as expected, and well-formed", async () => {
	const xml = formatCheckstyle(sample);
	await expect(xml).toMatchFileSnapshot("../../fixtures/report/checkstyle.xml");
	expect(checkXml(xml)).toEqual([]);
	expect(readAttributes(xml, "name")).toEqual(sample.files.map(({ path }) => path));
});

test("levels are Checkstyle's severities", () => {
	const findings = (["error", "warning", "note"] as const).map((level) => ({
		code: "x",
		level,
		message: "m",
		start: 0,
		end: 1,
	}));
	const files: FileReport[] = [
		{ path: "Dockerfile", source: "FROM a", outcomes: [], findings, isChanged: false, isWritten: false },
	];
	expect(readAttributes(formatCheckstyle({ version: "1", files }), "severity")).toEqual(["error", "warning", "info"]);
});

test("escapes what XML has a meaning for, and replaces what it forbids", () => {
	const files: FileReport[] = [
		{
			path: "<a b=\"c\" d='e'>&amp;\t\r\n😀",
			outcomes: [],
			findings: [],
			isChanged: false,
			isWritten: false,
			error: { kind: "io", message: "\u0000\u000b\u001b\ufffe\ud800x\udc00\u0085" },
		},
	];
	const xml = formatCheckstyle({ version: "1", files });
	expect(checkXml(xml)).toEqual([]);
	expect(readAttributes(xml, "name")).toEqual(["<a b=\"c\" d='e'>&amp;\t\r\n😀"]);
	expect(readAttributes(xml, "message")).toEqual([`${"\ufffd".repeat(5)}x\ufffd\u0085`]);
});

test.each([
	['<?xml version="1.0" encoding="UTF-8"?>\n<a b="&"/>'],
	['<?xml version="1.0" encoding="UTF-8"?>\n<a b="1" b="2"/>'],
	['<?xml version="1.0" encoding="UTF-8"?>\n<a><b></a></b>'],
	['<?xml version="1.0" encoding="UTF-8"?>\n<a>'],
	['<?xml version="1.0" encoding="UTF-8"?>\n<a b="\u0007"/>'],
])("the test's own checker refuses %s", (xml) => {
	expect(checkXml(xml)).toHaveLength(1);
});
