import { describe, expect, it } from "vitest";
import { check } from "../../../../src/core/check/check.ts";
import { runRule } from "./run-rule.ts";

const code = "init-flag";

describe(code, () => {
	it("says at each flag what to do about it", () => {
		const found = runRule(
			code,
			"FROM debian:12\nENTRYPOINT --init=tini,-g a\nCMD --init b\nFROM debian:12\nONBUILD CMD --init c\n",
		);
		expect(found.map(({ text, stage }) => [text, stage])).toEqual([
			["--init=tini,-g", 0],
			["--init", 0],
			["--init", 1],
		]);
		expect(found[1]?.message).toBe(
			"builders reject --init: build with pidone's frontend or pidone build, or run pidone rewrite to replace it by an init",
		);
	});

	it("says nothing where there is none", () => {
		expect(runRule(code, 'FROM debian:12\nRUN docker run --init x\nCMD ["a", "--init"]\n')).toEqual([]);
	});
});

/** The codes of all findings except the rule's own. */
function codesOf(source: string): string[] {
	return check(source)
		.findings.map((finding) => finding.code)
		.filter((each) => each !== code);
}

describe("check, of a file with --init", () => {
	it.each([
		["that a rewrite would help, in a stage that asks for it itself", 'FROM debian:12\nENTRYPOINT --init ["app"]\n'],
		[
			"that a rewrite would help, in other stages",
			'FROM debian:12 AS a\nCMD ["x"]\nFROM debian:12\nENTRYPOINT --init ["app"]\n',
		],
		["that a shell is PID 1 where the flag puts an init in front of it", "FROM debian:12\nENTRYPOINT --init app --x\n"],
		["that a shell is PID 1, of a CMD", "FROM debian:12\nCMD --init app --x\n"],
		["that CMD is lost, where the inherited ENTRYPOINT is meant", "FROM postgres:16\nENTRYPOINT --init\n"],
		[
			"that the orphans live on, which an option of the flag ends",
			'FROM php:8.3-fpm\nENTRYPOINT --init=pidone,--kill-orphans=php-fpm* ["supervisord"]\n',
		],
	])("does not say %s", (_, source) => {
		expect(codesOf(source)).toEqual([]);
		expect(codesOf(source.replaceAll(/ --init(?:=\S+)?/g, ""))).not.toEqual([]);
	});

	it("still says what an init does not help against", () => {
		expect(codesOf('FROM node:22\nENTRYPOINT --init ["npm", "start"]\n')).toEqual(["package-manager-pid1"]);
		expect(codesOf('FROM php:8.3-fpm\nENTRYPOINT --init ["supervisord"]\n')).toEqual(["live-orphans"]);
	});

	it("heeds a comment that ignores the flag", () => {
		expect(
			check('FROM debian:12\n# pidone ignore=init-flag our builder knows it\nENTRYPOINT --init ["app"]\n').findings,
		).toEqual([]);
	});
});
