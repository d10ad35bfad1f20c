import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Ended, runBounded } from "../../../src/node/fleet/run-bounded.ts";
import { makeFolder } from "../../cli/run-cli.ts";

/** A program that waits for a child, which keeps the output open after the program has ended. */
const WAITING = 'echo "$NAME"; sleep 1000 & echo $!; wait';

const bounds = { cwd: process.cwd(), env: { PATH: process.env.PATH, NAME: "me" }, timeout: 100 };

/** Whether a process is still running. A zombie, which nobody here may be able to reap, is not. */
function isRunning(pid: number): boolean {
	try {
		return !readFileSync(`/proc/${pid}/stat`, "latin1").includes(") Z ");
	} catch {
		return false;
	}
}

async function expectAllEnded({ stdout }: Ended): Promise<void> {
	const [name, pid] = stdout.split("\n");
	expect(name).toBe("me");
	await expect.poll(() => isRunning(Number(pid)), { timeout: 10_000 }).toBe(false);
}

describe.skipIf(process.platform !== "linux")("runBounded", () => {
	it("ends a program and its children after the time limit", async () => {
		const { signal } = new AbortController();
		const ended = await runBounded("sh", ["-c", WAITING], { ...bounds, timeout: 2, signal });
		expect(ended).toMatchObject({ failed: true, timedOut: true });
		await expectAllEnded(ended);
	});

	it("ends a program and its children if the run is aborted", async () => {
		const ready = join(makeFolder(), "ready");
		const controller = new AbortController();
		const program = WAITING.replace("wait", `: >'${ready}'; wait`);
		const ending = runBounded("sh", ["-c", program], { ...bounds, signal: controller.signal });
		await expect.poll(() => existsSync(ready), { timeout: 10_000 }).toBe(true);
		controller.abort();
		const ended = await ending;
		expect(ended).toMatchObject({ failed: true, timedOut: false });
		await expectAllEnded(ended);
	});

	it("resolves to the program's output and exit code", async () => {
		const { signal } = new AbortController();
		const ended = await runBounded("sh", ["-c", "echo out; echo no >&2; exit 3"], { ...bounds, signal });
		expect(ended).toMatchObject({ failed: true, timedOut: false, exitCode: 3, stdout: "out\n", stderr: "no\n" });
		expect(await runBounded("pidone-no-such-program", [], { ...bounds, signal })).toMatchObject({ code: "ENOENT" });
	});
});
