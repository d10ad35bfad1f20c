import { expect, it } from "vitest";
import { compileWasm } from "../../../../src/init/compiler/compile.ts";
import type { Target } from "../../../../src/init/compiler/target.ts";
import { assemble } from "../assemble.ts";
import { textFor } from "../for-target.ts";
import { generateProgram } from "../random/generate.ts";
import { printModule } from "../random/module-text.ts";
import { reduce } from "../random/reduce.ts";
import { runInV8 } from "../random/reference.ts";
import type { RandomProgram } from "../random/tree.ts";
import { describeCpus } from "./describe-cpus.ts";
import type { Sandbox } from "./run-elf.ts";

/** The number of programs for each CPU. */
const RUNS = Number(process.env.PIDONE_MODULES ?? 100);
const FIRST_SEED = Number(process.env.PIDONE_SEED ?? 1);

describeCpus("random modules", (target, sandbox) => {
	it(`do what V8 does (${RUNS} of them, from seed ${FIRST_SEED})`, { timeout: 1000 * RUNS + 60_000 }, async () => {
		for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
			const program = generateProgram(seed, target.isAligned);
			if ((await findDifference(program, target, sandbox)) === undefined) continue;
			const reduced = await reduce(
				program,
				async (candidate) => (await findDifference(candidate, target, sandbox)) !== undefined,
			);
			expect.fail(
				`seed ${seed} on ${target.name}${reduced.isOptimized ? ", optimized" : ""}: ${await findDifference(reduced, target, sandbox)}\n${printModule(reduced)}`,
			);
		}
	});
});

/** How the result of the compiled program differs from the result in V8; undefined if it does not. */
async function findDifference(program: RandomProgram, target: Target, sandbox: Sandbox): Promise<string | undefined> {
	const wasm = assemble(textFor(target, printModule(program)), program.isOptimized);
	const expected = describeOutput(runInV8(wasm, target));
	try {
		const { stdout, signal, code } = await sandbox.run(compileWasm(wasm, target).elf);
		const actual = signal === null && code === 0 ? describeOutput(stdout) : `${signal ?? `status ${code}`}`;
		return actual === expected ? undefined : `${actual} instead of ${expected}`;
	} catch (error) {
		return String(error);
	}
}

function describeOutput(output: Buffer | undefined): string {
	return output?.toString("hex").replace(/.{16}/g, "$& ").trim() ?? "a trap";
}
