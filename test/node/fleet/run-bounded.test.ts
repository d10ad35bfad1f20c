import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runBounded } from "../../../src/node/fleet/run-bounded.ts";

/** A program that waits for a child, which keeps the output open when the program is gone. */
const WAITING = 'echo "$NAME"; sleep 1000 & echo $!; wait';

const bounds = { cwd: process.cwd(), env: { PATH: process.env.PATH, NAME: "me" }, timeout: 100 };

/** Whether a process still runs; a zombie, which nobody may reap here, does not. */
function isRunning(pid: number): boolean {
	try {
		return !readFileSync(`/proc/${pid}/stat`, "latin1").includes(") Z ");
	} catch {
		return false;
	}
}

describe.skipIf(process.platform !== "linux")("runBounded", () => {
	it.each([
		["at the end of its time", { timeout: 0.3, signal: new AbortController().signal }, true],
		["when it is cancelled", { signal: AbortSignal.timeout(300) }, false],
	])("ends a program and its children %s", async (_, limit, timedOut) => {
		const ended = await runBounded("sh", ["-c", WAITING], { ...bounds, ...limit });
		expect(ended).toMatchObject({ failed: true, timedOut });
		const [name, pid] = ended.stdout.split("\n");
		expect(name).toBe("me");
		await expect.poll(() => isRunning(Number(pid)), { timeout: 10_000 }).toBe(false);
	});

	it("gives what a program prints, and its exit code", async () => {
		const { signal } = new AbortController();
		const ended = await runBounded("sh", ["-c", "echo out; echo no >&2; exit 3"], { ...bounds, signal });
		expect(ended).toMatchObject({ failed: true, timedOut: false, exitCode: 3, stdout: "out\n", stderr: "no\n" });
		expect(await runBounded("pidone-no-such-program", [], { ...bounds, signal })).toMatchObject({ code: "ENOENT" });
	});
});
