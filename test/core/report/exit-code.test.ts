import { describe, expect, test } from "vitest";
import { exitCode, type ReportedCommand } from "../../../src/core/report/exit-code.ts";
import type { FileReport } from "../../../src/core/report/report.ts";
import { sample } from "./sample.ts";

const clean: FileReport = { path: "Dockerfile", outcomes: [], findings: [], isChanged: false, isWritten: false };
const changed: FileReport = { ...clean, isChanged: true };
const withLevel = (level: "error" | "warning" | "note"): FileReport => ({
	...clean,
	findings: [{ code: "x", level, message: "m", start: 0, end: 0 }],
});
const failed = (kind: "syntax" | "io" | "internal"): FileReport => ({ ...clean, error: { kind, message: "m" } });
const all: readonly ReportedCommand[] = ["check", "rewrite", "rewrite-check", "revert", "revert-check"];

describe.each<[string, FileReport[], Partial<Record<ReportedCommand, number>>, number]>([
	["no file", [], {}, 0],
	["nothing to do", [clean], {}, 0],
	["a note", [withLevel("note")], {}, 0],
	["a warning", [clean, withLevel("warning")], { check: 1 }, 0],
	["an error", [withLevel("error")], { check: 1 }, 0],
	["a change", [changed], { "rewrite-check": 1, "revert-check": 1 }, 0],
	["a syntax error above all that", [changed, withLevel("error"), failed("syntax")], {}, 4],
	["an I/O error above findings and changes", [changed, withLevel("error"), failed("io")], {}, 2],
	["a syntax error above an I/O error", [failed("syntax"), failed("io")], {}, 4],
	["a syntax error above an I/O error, in any order", [failed("io"), failed("syntax"), clean], {}, 4],
	["a syntax error above an internal error", [failed("internal"), failed("syntax")], {}, 4],
])("%s", (_name, files, special, otherwise) => {
	test.each(all)("%s", (command) => {
		expect(exitCode({ version: "1", files }, command)).toBe(special[command] ?? otherwise);
	});
});

test("the sample", () => {
	expect(exitCode(sample, "check")).toBe(4);
});
