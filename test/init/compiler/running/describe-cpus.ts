import { afterAll, describe, it } from "vitest";
import type { Target } from "../../../../src/init/compiler/target.ts";
import { targets } from "../../../../src/init/compiler/targets.ts";
import { findRunner, isOwnCpu, Sandbox } from "./run-elf.ts";

/** Whether to run programs for other CPUs instead of this machine's own: vitest.config.ts has a project for each. */
export const isEmulating = process.env.PIDONE_EMULATE === "1";

/** Defines the same tests for each CPU that this run covers. */
export function describeCpus(title: string, define: (target: Target, sandbox: Sandbox) => void): void {
	const wanted = targets.filter((target) => isOwnCpu(target) !== isEmulating);
	if (wanted.length === 0) it.skip(`${title}: no init for ${process.arch}`, () => undefined);
	describe.each(wanted.map((target) => [target.name, target] as const))(`${title} on %s`, (_, target) => {
		const runner = findRunner(target);
		if ("missing" in runner) {
			it.skip(`are left out: ${runner.missing}`, () => undefined);
			return;
		}
		const sandbox = new Sandbox(runner.command);
		afterAll(() => sandbox.remove());
		define(target, sandbox);
	});
}
