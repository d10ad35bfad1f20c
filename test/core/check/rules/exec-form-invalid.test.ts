import { describe, expect, it } from "vitest";
import { check } from "../../../../src/core/check/check.ts";
import { marked, runRule } from "./run-rule.ts";

const run = (source: string): ReturnType<typeof runRule> => runRule("exec-form-invalid", source);

describe("exec-form-invalid", () => {
	it("says what is wrong and what runs now", () => {
		expect(run("FROM debian\nCMD ['node', 'server.js']\n")).toEqual([
			{
				text: "'",
				message: `JSON strings take double quotes, not single ones; this is not a JSON array, so it is shell form and runs /bin/sh -c "['node', 'server.js']"`,
				stage: 0,
			},
		]);
	});

	it("names the SHELL in force", () => {
		const [found] = run('FROM debian\nSHELL ["/bin/bash", "-ec"]\nENTRYPOINT ["a",]\n');
		expect(found?.message).toContain('runs /bin/bash -ec "[\\"a\\",]"');
	});

	it("names no SHELL where it is not known", () => {
		const [found] = run('FROM acme/base\nCMD ["a",]\n');
		expect(found?.message).toContain('runs a shell with "[\\"a\\",]"');
	});

	it.each([
		["across continuations", 'FROM debian\nCMD ["a", \\\n# b\n  "b" \\\n  "c"]\n', ['"']],
		["in CRLF files", "FROM debian\r\nCMD ['a']\r\n", ["'"]],
		["in ONBUILD", 'FROM debian\nONBUILD CMD ["a",]\n', [","]],
		["in Windows images", 'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nCMD ["C:\\app.exe"]\n', ["\\a"]],
		["in every stage", "FROM debian\nCMD [a]\nFROM debian\nENTRYPOINT [b]\n", ["a", "b"]],
		["where an earlier one does not count", "FROM debian\nCMD [a]\nCMD []\n", ["a"]],
	])("finds them %s", (_, source, expected) => {
		expect(marked(run(source))).toEqual(expected);
	});

	it.each([
		["valid exec forms", 'FROM debian\nENTRYPOINT [ "a" , "it\'s" ]\nCMD []\n'],
		["plain shell forms", "FROM debian\nCMD node server.js\n"],
		["a shell's own test", "FROM debian\nCMD [ -f /setup ] && /setup; exec app\n"],
		["a shell's own double test", "FROM debian\nCMD [[ -f /setup ]] && /setup\n"],
		["other instructions", "FROM debian\nRUN ['a']\nHEALTHCHECK CMD ['a']\nVOLUME [a]\n"],
	])("leaves %s alone", (_, source) => {
		expect(run(source)).toEqual([]);
	});

	it("is not also called shell form", () => {
		expect(check("FROM debian\nCMD [“a”]\n").findings.map(({ code }) => code)).not.toContain("shell-form");
	});
});
