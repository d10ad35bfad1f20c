import { describe, expect, it } from "vitest";
import { findSystemExec } from "../../../src/core/command/foreign-script.ts";
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
