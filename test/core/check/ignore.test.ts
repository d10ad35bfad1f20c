import { describe, expect, it } from "vitest";
import type { Finding } from "../../../src/core/check/finding.ts";
import { applyIgnoreComments, isIgnoredBy, readIgnoreComments, whyNotRewrite } from "../../../src/core/check/ignore.ts";
import { lastStage, read } from "../rewrite/helpers.ts";

const finding = (code: string, start: number): Finding => ({
	code,
	level: "warning",
	message: "m",
	start,
	end: start + 1,
});

describe("readIgnoreComments", () => {
	it.each<[string, { codes: string[]; reason: string }]>([
		["# pidone ignore=a because of b", { codes: ["a"], reason: "because of b" }],
		["# pidone ignore=a,b-c , d why", { codes: ["a", "b-c", "d"], reason: "why" }],
		["#pidone ignore = a", { codes: ["a"], reason: "" }],
		["\t#\tpidone  ignore=a\tr", { codes: ["a"], reason: "r" }],
	])("%s", (line, expected) => {
		expect(readIgnoreComments(read(`FROM x\n${line}\nCMD y\n`))).toMatchObject([expected]);
	});

	it.each([
		"# pidone ignore",
		"# pidone ignore=",
		"# ignore=a",
		"# pidone: ignore=a",
		"# Pidone ignore=a",
		"# see pidone ignore=a",
	])("not: %s", (line) => {
		expect(readIgnoreComments(read(`FROM x\n${line}\nCMD y\n`))).toEqual([]);
	});

	it("holds for the instruction below it, above FROM for the stage, at the end for nothing", () => {
		const source = "# pidone ignore=a r\nFROM x\nRUN 1\n# pidone ignore=b r\nRUN 2\nRUN 3\nFROM y\n# pidone ignore=c r";
		const scopes = readIgnoreComments(read(source)).map(({ scope }) => source.slice(scope.start, scope.end));
		expect(scopes).toEqual(["FROM x\nRUN 1\n# pidone ignore=b r\nRUN 2\nRUN 3\n", "RUN 2\n", ""]);
	});
});

describe("isIgnoredBy", () => {
	const [comment] = readIgnoreComments(read("FROM x\n# pidone ignore=a r\nCMD y\nRUN z\n"));

	it.each<[string, number, boolean]>([
		["a", 27, true],
		["a", 32, true],
		["a", 33, false],
		["a", 26, false],
		["b", 27, false],
	])("%s at %i: %s", (code, offset, expected) => {
		expect(comment && isIgnoredBy(comment, code, offset)).toBe(expected);
	});
});

describe("whyNotRewrite", () => {
	it.each<[string, string | undefined]>([
		["FROM x\n# pidone ignore=rewritten r\nENTRYPOINT y\n", "r"],
		["FROM x\n# pidone ignore=rewritten\nCMD y\n", "a comment says so"],
		["# pidone ignore=rewritten r\nFROM x\nCMD y\n", "r"],
		["# pidone ignore=rewritten r\nFROM x\n", "r"],
		["FROM x\n# pidone ignore=other r\nCMD y\n", undefined],
		["FROM x\n# pidone ignore=rewritten r\nRUN z\nCMD y\n", undefined],
		["FROM x\nENTRYPOINT y\n# pidone ignore=rewritten r\nCMD z\n", undefined],
	])("%j: %s", (source, expected) => {
		const file = read(source);
		expect(whyNotRewrite(readIgnoreComments(file), lastStage(file))).toBe(expected);
	});
});

describe("applyIgnoreComments", () => {
	const source = "FROM x\n# pidone ignore=a,b r\nCMD y\n# pidone ignore=a\nRUN z\n";
	const comments = readIgnoreComments(read(source));
	const [atCmd, atRun] = [source.indexOf("CMD"), source.indexOf("RUN")];

	it("takes out what is ignored and keeps the rest", () => {
		const kept = applyIgnoreComments(
			[finding("a", atCmd), finding("c", atCmd), finding("b", atRun), finding("a", atRun)],
			comments,
			new Set(),
		);
		expect(kept.map(({ code, start }) => [code, start])).toEqual([
			["c", atCmd],
			["b", atRun],
			["ignore-without-reason", source.lastIndexOf("# pidone")],
		]);
	});

	it("complains about a comment that ignores nothing", () => {
		expect(applyIgnoreComments([], comments, new Set())).toMatchObject([
			{ code: "unused-ignore", message: "nothing here has the code a or b: remove the comment", start: 7, end: 29 },
			{ code: "unused-ignore", message: "nothing here has the code a: remove the comment" },
		]);
	});

	it("takes those that kept a stage from being rewritten for used", () => {
		expect(applyIgnoreComments([], comments, new Set(comments.slice(0, 1))).map(({ start }) => start)).toEqual([
			source.lastIndexOf("# pidone"),
		]);
	});
});
