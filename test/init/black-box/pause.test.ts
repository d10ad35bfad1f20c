// catatonit -P does not run a program: it holds the namespaces of a pod, and adopts orphans.
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { expect, it } from "vitest";
import { describeInits } from "./helpers/describe-inits.ts";
import { isAlive } from "./helpers/proc.ts";
import { type Running, runScript, startScript, waitUntil } from "./helpers/processes.ts";

describeInits(["catatonit"], (init) => {
	/** Runs some commands as PID 1, which then becomes catatonit. @returns it, and its process ID, once it is waiting */
	const startPause = async (before: string, words = "-P"): Promise<readonly [running: Running, pid: number]> => {
		const running = startScript(init, `${before}\necho ready; exec $INIT ${words}`, { cwd: "/usr" });
		await running.readUntil(/^ready$/);
		const pid = running.findPid(1);
		const isReady = (): boolean =>
			init.isReference ? /^SigBlk:.*f/m.test(readStatus(pid)) : readlinkSync(`/proc/${pid}/cwd`) === "/";
		await waitUntil(isReady, "it waits");
		return [running, pid];
	};

	it.each([
		[2, "-P"],
		[15, "-P"],
		[15, "-gP -- sh -c 'echo runs'"],
	])("signal %i ends %s", async (signal, words) => {
		const [running, pid] = await startPause("", words);
		process.kill(pid, signal);
		expect(await running.result).toEqual({ status: 0, stdout: "ready\n", stderr: "" });
	});

	it("other signals do not", async () => {
		const [running, pid] = await startPause("");
		for (const signal of [1, 3, 10, 12, 18, 20, 21, 22, 28]) process.kill(pid, signal);
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect(isAlive(pid)).toBe(true);
		process.kill(pid, 15);
		expect((await running.result).status).toBe(0);
	});

	it("reaps those that end", async () => {
		const [running, pid] = await startPause("sleep 0.1 & (sleep 0.2 &)");
		await waitUntil(() => readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8") === "", "none is left");
		process.kill(pid, 15);
		expect((await running.result).status).toBe(0);
	});

	// An emulator keeps its own files open.
	it.skipIf(init.isEmulated)("keeps no file open but the standard ones", async () => {
		const [, pid] = await startPause("exec 7</dev/null 9>/dev/null");
		const open = readdirSync(`/proc/${pid}/fd`).filter(
			(fd) => readlinkSync(`/proc/${pid}/fd/${fd}`) !== "anon_inode:[signalfd]",
		);
		expect(open).toEqual(["0", "1", "2"]);
	});

	it("with a program, the program alone keeps what was open", async () => {
		const script = `exec 7</dev/null; $INIT -- sh -c '[ -e /proc/$$/fd/7 ] && echo child; n=0
			while [ -e /proc/$PPID/fd/7 ] && [ $n -lt 50 ]; do n=$((n + 1)); sleep 0.1; done; [ $n -lt 50 ] && echo released'`;
		expect((await runScript(init, script)).stdout).toBe("child\nreleased\n");
	});
});

function readStatus(pid: number): string {
	return readFileSync(`/proc/${pid}/status`, "utf8");
}
