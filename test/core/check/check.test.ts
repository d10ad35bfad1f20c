import { describe, expect, it } from "vitest";
import { type CheckOptions, check } from "../../../src/core/check/check.ts";
import { DockerfileSyntaxError } from "../../../src/core/dockerfile/syntax-error.ts";
import type { Finding } from "../../../src/core/finding.ts";

const OUTCOMES = new Set([
	"rewritten",
	"unknown-base",
	"cannot-install",
	"cannot-replace",
	"unused-ignore",
	"ignore-without-reason",
]);

/** Findings without those of the rules, which have tests of their own. */
function findings(source: string, options?: CheckOptions): readonly Finding[] {
	return check(source, options).findings.filter(({ code }) => OUTCOMES.has(code));
}

describe("check", () => {
	it("reports a stage that could have an init, at its command", () => {
		const source = 'FROM debian:12\nENTRYPOINT ["/app"]\nCMD ["x"]\n';
		const [finding, ...others] = findings(source);
		expect(others).toEqual([]);
		expect(finding).toMatchObject({ code: "rewritten", level: "warning", stage: 0 });
		expect(finding?.message).toMatch(/^no init runs as PID 1; pidone rewrite would fix this: /);
		expect(source.slice(finding?.start, finding?.end)).toBe('ENTRYPOINT ["/app"]');
	});

	it.each<[string, string, string, CheckOptions?]>([
		['FROM acme/x\nCMD ["a"]\n', "unknown-base", 'CMD ["a"]'],
		['FROM scratch\nENTRYPOINT ["a"]\n', "cannot-install", 'ENTRYPOINT ["a"]', { init: "tini" }],
		[
			'FROM debian:12\nENTRYPOINT ["tini", "-Z", "--"]\n',
			"cannot-replace",
			'ENTRYPOINT ["tini", "-Z", "--"]',
			{ replace: true },
		],
		['FROM debian:12\nRUN x\nONBUILD ENTRYPOINT ["a"]\n', "rewritten", 'ENTRYPOINT ["a"]'],
		["FROM acme/x\nRUN y\n", "unknown-base", "FROM acme/x"],
		["FROM debian:12\nCMD a \\\n  # c\n  b  \n", "rewritten", "CMD a \\\n  # c\n  b"],
		["FROM debian:12\nCMD", "rewritten", "CMD"],
	])("%j: %s", (source, code, where, options) => {
		const found = findings(source, options);
		expect(found.map((finding) => [finding.code, source.slice(finding.start, finding.end)])).toEqual([[code, where]]);
	});

	it.each<[string]>([
		['FROM debian:12\nENTRYPOINT ["tini", "--", "a"]\n'],
		['FROM debian:12\nENTRYPOINT ["/init"]\n'],
		["FROM scratch\n"],
		["FROM node:22\n"],
	])("%j: nothing", (source) => {
		expect(findings(source)).toEqual([]);
	});

	it.each<[string, string, CheckOptions?]>([
		["FROM acme/x\n", "note"],
		["FROM acme/x\nRUN y\nUSER z\n", "note"],
		["FROM acme/x AS base\nRUN y\nFROM base\nRUN z\n", "note"],
		['FROM acme/x\nONBUILD ENTRYPOINT ["tini", "--", "y"]\n', "note"],
		["FROM acme/x\n", "warning", { inherited: true }],
		['FROM acme/x\nCMD ["a"]\n', "warning"],
		["FROM acme/x\nENTRYPOINT a\n", "warning"],
		['FROM acme/x\nONBUILD CMD ["a"]\n', "warning"],
		['FROM acme/x AS base\nCMD ["a"]\nFROM base\nRUN z\n', "warning"],
		['FROM acme/x AS base\nONBUILD CMD ["a"]\nFROM base\nRUN z\n', "warning"],
	])("an unknown base, %j: a %s", (source, level, options) => {
		const last = check(source, options)
			.findings.filter(({ code }) => code === "unknown-base")
			.at(-1);
		expect(last?.level).toBe(level);
		expect(last?.message.includes("runs its base's own")).toBe(level === "note");
	});

	it("reports every stage's outcome", () => {
		expect(
			check("FROM debian:12\nRUN x\nFROM debian:12 AS y\nCMD z\n").outcomes.map(({ code, name }) => [code, name]),
		).toEqual([
			["not-selected", undefined],
			["rewritten", "y"],
		]);
	});

	it("changes levels and leaves out what is off", () => {
		const source = 'FROM debian:12\nENTRYPOINT ["/app"]\n';
		expect(findings(source, { levels: { rewritten: "error" } })).toMatchObject([{ level: "error" }]);
		expect(findings(source, { levels: { rewritten: "off" } })).toEqual([]);
	});

	it("says nothing of what a comment ignores", () => {
		expect(findings('FROM debian:12\n# pidone ignore=rewritten short-lived\nENTRYPOINT ["/app"]\n')).toEqual([]);
		expect(findings('FROM acme/x\n# pidone ignore=unknown-base r\nCMD ["/app"]\n')).toEqual([]);
	});

	it("reports comments that ignore nothing, and those without a reason", () => {
		expect(findings('FROM debian:12\n# pidone ignore=rewritten\nENTRYPOINT ["/app"]\n')).toMatchObject([
			{ code: "ignore-without-reason" },
		]);
		expect(
			findings('FROM debian:12\n# pidone ignore=rewritten r\nRUN x\nENTRYPOINT ["/app"]\n').map(({ code }) => code),
		).toEqual(["unused-ignore", "rewritten"]);
	});

	it("reports a comment that looks like one that ignores", () => {
		expect(findings('FROM debian:12\n# pidone ignore\nENTRYPOINT ["/app"]\n')).toMatchObject([
			{ code: "unused-ignore", message: "the comment ignores nothing: write # pidone ignore=CODE reason", start: 15 },
			{ code: "rewritten" },
		]);
	});

	it("is in the order of the text", () => {
		const starts = check("FROM debian:12 AS a\nCMD x\nFROM debian:12 AS b\nCMD y\n").findings.map(({ start }) => start);
		expect(starts).toEqual([...starts].sort((left, right) => left - right));
	});

	it("refuses a file that does not parse", () => {
		expect(() => check("FROM\n")).toThrow(DockerfileSyntaxError);
	});
});
