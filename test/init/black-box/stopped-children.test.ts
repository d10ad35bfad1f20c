// Users who wait for a container have no shell that could continue a program that Ctrl-Z has stopped.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeInits } from "./helpers/describe-inits.ts";
import { startProbe } from "./helpers/probe.ts";
import { isStopped } from "./helpers/proc.ts";
import { waitUntil } from "./helpers/processes.ts";
import { hasTerminal, interrupt, startOnTerminal, suspend } from "./helpers/terminal.ts";

const loop = "while :; do sleep 1000 & wait $!; done";
const namespace = "unshare --fork --kill-child --pid --mount-proc";

describeInits(["pidone", "tini", "dumb-init"], (init) => {
	const isReference = init.isReference;

	const leader = ["leads the session", `exec ${namespace} setsid -c`] as const;
	const other = ["does not lead the session", `exec ${namespace}`] as const;
	// dumb-init starts its child in a new session, which gets the terminal only if dumb-init leads its own session.
	const places = init.personality === "dumb-init" ? [leader] : [leader, other];
	describe.skipIf(!hasTerminal || isReference).each(places)("PID 1 on a terminal, where it %s,", (_name, prefix) => {
		it("Ctrl-Z does not stop the container", async () => {
			const running = startOnTerminal(init, `${prefix} $INIT sh -c 'echo ready; read line; echo got $line; exit 4'`);
			await running.readUntil(/^ready/);
			running.write(suspend);
			running.write("words\n");
			expect(await running.readUntil(/got/)).toContain("got words");
			expect((await running.result).status).toBe(4);
		});

		it("Ctrl-C ends it after Ctrl-Z", async () => {
			const running = startOnTerminal(init, `${prefix} $INIT sh -c 'echo ready; read line; read line'`);
			await running.readUntil(/^ready/);
			for (const key of [suspend, suspend, interrupt]) running.write(key);
			expect((await running.result).status).toBe(130);
		});

		it("a shell below it has its job control", async () => {
			const running = startOnTerminal(init, `PS1='' ${prefix} $INIT sh -im`);
			running.write("sh -c 'echo ready; read line; echo got $line'\n");
			await running.readUntil(/^ready/);
			running.write(suspend);
			await running.readUntil(/Stopped/);
			running.write("echo the shell is back\n");
			await running.readUntil(/^the shell is back/);
			running.write("fg >/dev/null\n");
			running.write("hello\n");
			await running.readUntil(/^got hello/);
			running.write("exit 9\n");
			expect((await running.result).status).toBe(9);
		});
	});

	it.runIf(hasTerminal && init.personality !== "dumb-init" && !isReference)(
		"PID 1 gives its child the terminal that a dead job has held",
		async () => {
			const script = `sh -imc "kill -9 \\$\\$"; echo ready; read line; echo got $line; exit 4`;
			const running = startOnTerminal(init, `exec ${namespace} $INIT sh -c '${script}'`);
			await running.readUntil(/ready/);
			running.write("words\n");
			expect(await running.readUntil(/got/)).toContain("got words");
			expect((await running.result).status).toBe(4);
		},
	);

	it.skipIf(isReference).each([false, true])(
		"SIGTERM ends a child that is stopped, below PID 1: %s",
		async (isBelow) => {
			for (const options of init.personality === "dumb-init" ? [[], ["-c"]] : [[], ["-g"]]) {
				const probe = await startProbe(init, options, `trap "exit 5" 15; echo ready; ${loop}`, { isBelow });
				const child = Number(readFileSync(`/proc/${probe.pid}/task/${probe.pid}/children`, "utf8"));
				process.kill(child, "SIGSTOP");
				await waitUntil(() => isStopped(child), "the child is stopped");
				probe.send(15);
				expect((await probe.result).status).toBe(5);
			}
		},
	);
});

describeInits(["pidone"], (init) => {
	it("a child that is stopped while it ends is continued", async () => {
		const probe = await startProbe(init, [], `trap "echo ending; sleep 0.5; exit 5" 15; echo ready; ${loop}`);
		probe.send(15);
		await probe.readUntil(/ending/);
		const child = Number(readFileSync(`/proc/${probe.pid}/task/${probe.pid}/children`, "utf8"));
		process.kill(child, "SIGSTOP");
		expect((await probe.result).status).toBe(5);
	});

	it("a child that was stopped on purpose stays stopped", async () => {
		const probe = await startProbe(init, [], `trap "echo got" 10; echo ready; ${loop}`);
		const child = Number(readFileSync(`/proc/${probe.pid}/task/${probe.pid}/children`, "utf8"));
		process.kill(child, "SIGSTOP");
		await waitUntil(() => isStopped(child), "the child is stopped");
		probe.send(10);
		await startProbe(init, [], "sleep 0.3; echo ready; exec sleep 1000");
		expect(isStopped(child)).toBe(true);
		process.kill(child, "SIGCONT");
		expect(await probe.readLine()).toBe("got");
	});

	it.each([20, 21, 22])("signal %i without a terminal does not stop a container for good", async (signal) => {
		const probe = await startProbe(init, [], `kill -${signal} $$; echo ready; trap "exit 5" 15; echo ready; ${loop}`);
		await probe.readUntil(/ready/);
		probe.send(15);
		expect((await probe.result).status).toBe(5);
	});
});
