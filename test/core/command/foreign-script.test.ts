import { describe, expect, it } from "vitest";
import { findSystemExec, foreignScriptAt } from "../../../src/core/command/foreign-script.ts";
import { cpuTimeOf } from "../../cpu-time.ts";

describe("findSystemExec", () => {
	it.each([
		['import os\nos.execvp("/sbin/init", ["init"])', { program: "/sbin/init", line: 2 }],
		["os.execv('/lib/systemd/systemd', argv)", { program: "/lib/systemd/systemd", line: 1 }],
		['exec "/sbin/init";', { program: "/sbin/init", line: 1 }],
		['exec { "/sbin/init" } "init", "--x";', { program: "/sbin/init", line: 1 }],
		['exec("/sbin/init")', { program: "/sbin/init", line: 1 }],
		['Process.exec( "/sbin/init" )', { program: "/sbin/init", line: 1 }],
	])("finds the program in %j", (text, expected) => {
		expect(findSystemExec(text)).toEqual(expected);
	});

	it.each(['os.execvp("node", ["node"])', '# exec "/sbin/init"', 'subprocess.run(["/sbin/init"])', "exec(code)", ""])(
		"finds nothing in %j",
		(text) => {
			expect(findSystemExec(text)).toBeUndefined();
		},
	);

	it("takes no longer for hostile text", async () => {
		const texts = [
			`exec${" ".repeat(200_000)}`,
			`exec(${" ".repeat(200_000)}`,
			"exec".repeat(20_000),
			"exec (".repeat(20_000),
		];
		for (const text of texts) expect(await cpuTimeOf(() => findSystemExec(text))).toBeLessThan(1000);
	});
});

describe("foreignScriptAt", () => {
	it.each([
		["python3 -u -Wignore app.py -x", 3],
		["/usr/bin/perl -w app.pl", 2],
		["ruby app.rb", 1],
		["python -m app", -1],
		["python -c print(1)", -1],
		["python -W ignore app.py", -1],
		["perl -e exec app.pl", -1],
		["python -u", -1],
		["node app.js", -1],
		["python3-config app.py", -1],
	])("in %s is %i", (words, at) => {
		expect(foreignScriptAt(words.split(" "))).toBe(at);
	});
});
