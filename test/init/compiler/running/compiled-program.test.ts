import { expect, it } from "vitest";
import { compileInit } from "../../../../src/init/compiler/compile.ts";
import { LIBRARY, SOURCES } from "../hello.ts";
import { describeCpus } from "./describe-cpus.ts";

describeCpus("a program in TypeScript", (target, sandbox) => {
	it("is compiled, and runs", async () => {
		const [compiled] = await compileInit("main.ts", SOURCES, LIBRARY, [target]);
		if (compiled === undefined) return expect.fail();
		const { stdout, code, signal } = await sandbox.run(compiled.elf);
		expect({ stdout: stdout.toString(), code, signal }).toEqual({ stdout: "hello\n", code: 6, signal: null });
	});
});
