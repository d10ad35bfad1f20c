import { expect, test } from "vitest";
import { formatGithub } from "../../../src/core/report/github.ts";
import type { FileReport } from "../../../src/core/report/report.ts";
import { sample } from "./sample.ts";

const file: FileReport = {
	path: "Dockerfile",
	source: "FROM alpine\nCMD a \\\n b\n",
	outcomes: [],
	findings: [],
	isChanged: false,
	isWritten: false,
};
const format = (change: Partial<FileReport>): string => formatGithub({ version: "1", files: [{ ...file, ...change }] });

test("the sample is as expected", async () => {
	await expect(formatGithub(sample)).toMatchFileSnapshot("../../fixtures/report/github.txt");
});

test("escapes more in properties than in the message", () => {
	const findings = [{ code: "x", level: "note", message: "50%, a:b\r\nc", start: 0, end: 4 } as const];
	expect(format({ path: "50%,\na:\rb", findings })).toBe(
		"::notice file=50%25%2C%0Aa%3A%0Db,line=1,endLine=1,col=1,endColumn=5,title=x::50%25, a:b%0D%0Ac\n",
	);
});

test("gives columns only for a range on one line", () => {
	const findings = [{ code: "x", level: "error", message: "m", start: 12, end: file.source?.length ?? 0 } as const];
	expect(format({ findings })).toBe("::error file=Dockerfile,line=2,endLine=3,title=x::m\n");
});

test("gives no line for what concerns the whole file", () => {
	expect(format({ error: { kind: "io", message: "m" } })).toBe("::error file=Dockerfile,title=io-error::m\n");
});

test("says nothing when there is nothing to say", () => {
	expect(format({})).toBe("");
});
