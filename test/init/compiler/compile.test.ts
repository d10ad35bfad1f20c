import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileInit } from "../../../src/init/compiler/compile.ts";
import { targets } from "../../../src/init/compiler/targets.ts";
import { findRunner, Sandbox } from "./run-elf.ts";

const ASSEMBLY = new URL("../../../src/init/program/", import.meta.url);
const LIBRARY = new Map(
	readdirSync(ASSEMBLY).map((name) => [name, readFileSync(new URL(name, ASSEMBLY), "utf8")] as const),
);
const SOURCES = new Map([
	[
		"main.ts",
		`import { text } from "pidone/init/native";
import { exit_group, write } from "pidone/init/sys";
import { word } from "pidone/init/word";
export function start(stack: word): void {
	exit_group(write(1, text("hello\\n"), 6));
}
`,
	],
]);

describe("compiling TypeScript", () => {
	it("gives the same bytes each time, for every CPU", async () => {
		const first = await compileInit("main.ts", SOURCES, LIBRARY, targets);
		const second = await compileInit("main.ts", SOURCES, LIBRARY, targets);
		expect(first.map(({ target }) => target.name)).toEqual(targets.map(({ name }) => name));
		expect(second).toEqual(first);
	});

	it.each(targets.map((target) => [target.name, target] as const))(
		"makes a program that runs: %s",
		async (_, target) => {
			const [compiled] = await compileInit("main.ts", SOURCES, LIBRARY, [target]);
			const runner = findRunner(target);
			if ("missing" in runner || compiled === undefined) return;
			const sandbox = new Sandbox(runner.command);
			try {
				const { stdout, code, signal } = await sandbox.run(compiled.elf);
				expect({ stdout: stdout.toString(), code, signal }).toEqual({ stdout: "hello\n", code: 6, signal: null });
			} finally {
				sandbox.remove();
			}
		},
	);
});
