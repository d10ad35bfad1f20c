import { expect, it } from "vitest";
import { compileWasm } from "../../../../src/init/compiler/compile.ts";
import type { Target } from "../../../../src/init/compiler/target.ts";
import { assemble } from "../assemble.ts";
import { positionScripts, unreachableScript } from "../control/positions.ts";
import type { Script } from "../control/script.ts";
import { subjectScripts } from "../control/subjects.ts";
import { printDriver } from "../driver.ts";
import { readWord, textFor } from "../for-target.ts";
import { runInV8 } from "../random/reference.ts";
import { describeCpus } from "./describe-cpus.ts";

const SCRIPTS = [...positionScripts, unreachableScript, ...subjectScripts];

/** Each script as it is, and some scripts with the optimizations of asc. */
const FORMS = [
	...SCRIPTS.map((script) => ({ name: script.name, script, isOptimized: false })),
	...subjectScripts.map((script) => ({ name: `${script.name}, optimized`, script, isOptimized: true })),
];

function wasmOf(script: Script, calls: readonly string[], target: Target, isOptimized: boolean): Uint8Array {
	const results = calls.map((expression) => `(i64.extend_i32_s ${expression})`);
	return assemble(textFor(target, printDriver(script.functions, results)), isOptimized);
}

describeCpus("control", (target, sandbox) => {
	it.each(FORMS)("does what V8 does: $name", async ({ script, isOptimized }) => {
		const wasm = wasmOf(script, script.calls, target, isOptimized);
		const resultsIn = (output: Buffer): unknown =>
			script.calls.map((expression, index) => [expression, readWord(target, output, 8 * index)]);
		const reference = runInV8(wasm, target);
		const { stdout, signal } = await sandbox.run(compileWasm(wasm, target).elf);
		expect(signal).toBeNull();
		expect(resultsIn(stdout)).toEqual(resultsIn(reference ?? Buffer.alloc(0)));
	});

	it.each(
		SCRIPTS.flatMap((script) => (script.traps ?? []).map((expression) => [script.name, expression, script] as const)),
	)("ends by a signal where V8 traps: %s, %s", async (_name, expression, script) => {
		const wasm = wasmOf(script, [expression], target, false);
		expect(runInV8(wasm, target)).toBeUndefined();
		expect((await sandbox.run(compileWasm(wasm, target).elf)).signal).toMatch(/^SIG(ILL|FPE|TRAP)$/);
	});
});
