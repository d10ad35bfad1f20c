import { describe, expect, it } from "vitest";
import {
	findMisspelledIgnores,
	isIgnoredBy,
	readIgnoreComments,
} from "../../../src/core/dockerfile/ignore-comments.ts";
import { parseDockerfile } from "../../../src/core/dockerfile/parse.ts";

describe("readIgnoreComments", () => {
	it.each<[string, { codes: string[]; reason: string }]>([
		["# pidone ignore=a because of b", { codes: ["a"], reason: "because of b" }],
		["# pidone ignore=a,b-c , d why", { codes: ["a", "b-c", "d"], reason: "why" }],
		["#pidone ignore = a", { codes: ["a"], reason: "" }],
		["\t#\tpidone  ignore=a\tr", { codes: ["a"], reason: "r" }],
	])("%s", (line, expected) => {
		expect(readIgnoreComments(parseDockerfile(`FROM x\n${line}\nCMD y\n`))).toMatchObject([expected]);
	});

	it.each([
		"# pidone ignore",
		"# pidone ignore=",
		"# ignore=a",
		"# pidone: ignore=a",
		"# Pidone ignore=a",
		"# see pidone ignore=a",
	])("not: %s", (line) => {
		expect(readIgnoreComments(parseDockerfile(`FROM x\n${line}\nCMD y\n`))).toEqual([]);
	});

	it.each([
		["# pidone ignore", true],
		["# pidone ignore rewritten why", true],
		["# pidone ignore=", true],
		["# pidone: ignore=a why", true],
		["#Pidone Ignore=a", true],
		["# pidone:ignore a", true],
		["# pidone ignore=a why", false],
		["# pidone ignores signals", false],
		["# see pidone ignore=a", false],
		["# pidone: added the next instruction", false],
		["RUN x # pidone ignore", false],
	])("misspelled: %s: %s", (line, expected) => {
		const source = `FROM x\n${line}\nCMD y\n`;
		const found = findMisspelledIgnores(parseDockerfile(source)).map(({ start, end }) => source.slice(start, end));
		expect(found).toEqual(expected ? [`${line}\n`] : []);
	});

	it("holds for the instruction below it, above FROM for the stage, at the end for nothing", () => {
		const source = "# pidone ignore=a r\nFROM x\nRUN 1\n# pidone ignore=b r\nRUN 2\nRUN 3\nFROM y\n# pidone ignore=c r";
		const scopes = readIgnoreComments(parseDockerfile(source)).map(({ scope }) => source.slice(scope.start, scope.end));
		expect(scopes).toEqual(["FROM x\nRUN 1\n# pidone ignore=b r\nRUN 2\nRUN 3\n", "RUN 2\n", ""]);
	});
});

describe("isIgnoredBy", () => {
	const [comment] = readIgnoreComments(parseDockerfile("FROM x\n# pidone ignore=a r\nCMD y\nRUN z\n"));

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
