import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import { runCli } from "../cli/run-cli.ts";
import { namespace, noNamespace } from "../init/black-box/helpers/namespace.ts";
import { tellSkipped } from "../init/black-box/helpers/skip.ts";

const example = join(import.meta.dirname, "../../examples/custom-init");

/**
 * Ignores SIGTERM, and exits with 7 on SIGQUIT. It signals its init from inside, by the PID that the init has there.
 */
const STUBBORN = `trap 'echo TERM' TERM; trap 'echo QUIT; exit 7' QUIT; kill -TERM $PPID; while :; do sleep 0.05; done`;

const folder = mkdtempSync(join(tmpdir(), "pidone-test-"));
const file = join(folder, "my-init");
beforeAll(async () => {
	const compiled = await runCli(["compile", "init.ts", "-o", file, "--platform", "linux/amd64"], { cwd: example });
	expect(compiled).toMatchObject({ code: 0, err: "" });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The command that runs the compiled example, as PID 1 if that is possible. */
function commandOf(context: TestContext): [string, ...string[]] {
	context.skip(process.arch !== "x64" || process.platform !== "linux", "this machine runs no linux/amd64");
	if (namespace === undefined) tellSkipped("PID 1 of examples/custom-init", noNamespace);
	const [command = file, ...rest] = [...(namespace ?? []), file];
	return [command, ...rest];
}

describe("examples/custom-init", () => {
	it("is a policy in at most 60 lines", () => {
		expect(readFileSync(join(example, "init.ts"), "utf8").trimEnd().split("\n").length).toBeLessThanOrEqual(60);
	});

	it("warns and sends SIGQUIT to a program that still runs three seconds after SIGTERM", async (context) => {
		const [command, ...args] = commandOf(context);
		const start = performance.now();
		const { exitCode, stdout, stderr } = await execa(command, [...args, "--", "sh", "-c", STUBBORN], {
			reject: false,
			timeout: 20_000,
			killSignal: "SIGKILL",
		});
		expect(stderr).toMatch(/^pidone: process \d+ is still there 3000 ms after SIGTERM: sends SIGQUIT$/);
		expect(stdout.split("\n")).toEqual(["TERM", "QUIT"]);
		expect(exitCode).toBe(7);
		expect(performance.now() - start).toBeGreaterThan(2900);
	});

	it("is an init like the shipped one: it passes the exit status on, reaps orphans, and knows the options", async (context) => {
		const [command, ...args] = commandOf(context);
		const orphans = "i=0; while [ $i -lt 20 ]; do (sleep 0 & exec true); i=$((i + 1)); done; sleep 0.2; exit 3";
		const { exitCode, stdout, stderr } = await execa(command, [...args, "-e", "3", "-w", "--", "sh", "-c", orphans], {
			reject: false,
			timeout: 20_000,
			killSignal: "SIGKILL",
		});
		expect([exitCode, stdout]).toEqual([0, ""]);
		expect(stderr).toMatch(/reaped orphan \d+/);
	});

	it("waits for others as long as --grace says, and no longer", async (context) => {
		const [command, ...args] = commandOf(context);
		const lingering = "(trap '' TERM; sleep 30 >/dev/null 2>&1) & sleep 0.1; exit 4";
		const words = [...args, "-g", "--grace", "0.3", "--", "sh", "-c", lingering];
		const { exitCode } = await execa(command, words, { reject: false, timeout: 20_000, killSignal: "SIGKILL" });
		expect(exitCode).toBe(4);
	});
});
