import { describe, expect, it } from "vitest";
import { type CheckOptions, checkFile } from "../../../src/core/check/check.ts";
import { findUnfixed } from "../../../src/core/check/unfixed.ts";
import { followSource } from "../../../src/core/command/follow-source.ts";
import type { Finding } from "../../../src/core/finding.ts";
import { rewriteFile } from "../../../src/core/rewrite/rewrite.ts";

/** The codes of all findings, and of those that the rewrite does not fix. */
function findCodes(source: string): { all: string[]; unfixed: string[] } {
	const options: CheckOptions = { keepLines: true };
	const file = followSource(source, options);
	const { outcomes, output } = rewriteFile(file, options);
	const codesOf = (findings: readonly Finding[]): string[] => findings.map(({ code }) => code);
	return {
		all: codesOf(checkFile(file, outcomes, options)),
		unfixed: codesOf(findUnfixed(file, output, outcomes, options)),
	};
}

describe("findUnfixed", () => {
	it.each<[what: string, command: string, all: string[], unfixed: string[]]>([
		["leaves out what the rewrite fixes", "ENTRYPOINT node app.js", ["rewritten", "shell-form"], []],
		[
			"finds what the rewrite does not fix",
			"ENTRYPOINT npm start",
			["rewritten", "shell-form", "package-manager-pid1"],
			["package-manager-pid1"],
		],
	])("%s", (_, command, all, unfixed) => {
		const found = findCodes(`FROM node:22\n${command}\n`);
		expect(found.all.toSorted()).toEqual(all.toSorted());
		expect(found.unfixed).toEqual(unfixed);
	});

	it("finds why a stage cannot be rewritten", () => {
		expect(findCodes("FROM acme/base\nCMD npm start\n").unfixed).toContain("unknown-base");
	});

	it("leaves out notes", () => {
		expect(findCodes("FROM acme/base\n")).toEqual({ all: ["unknown-base"], unfixed: [] });
	});
});
