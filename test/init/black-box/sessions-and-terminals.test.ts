import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeInits } from "./helpers/describe-inits.ts";
import { binFolder } from "./helpers/inits.ts";
import { isStopped } from "./helpers/proc.ts";
import { runAsPid1, runBelowPid1, waitUntil } from "./helpers/processes.ts";
import { numberFor } from "./helpers/signal-numbers.ts";
import { hasTerminal, interrupt, printIds, quit, startOnTerminal, suspend } from "./helpers/terminal.ts";

const readIds = (line: string): Record<"pid" | "group" | "session" | "tty" | "foreground", number> => {
	const [pid = 0, group = 0, session = 0, tty = 0, foreground = 0] = line.split(" ").slice(1).map(Number);
	return { pid, group, session, tty, foreground };
};
const loop = "while :; do sleep 1000 & wait $!; done";

describeInits(["pidone", "tini", "dumb-init", "catatonit"], (init) => {
	const [single, session] =
		init.personality === "dumb-init" ? [["-c"], []] : [[], init.personality === "pidone" ? ["--setsid"] : []];

	it("without a terminal the child has a group of its own", async () => {
		const {
			pid,
			group,
			session: own,
			tty,
		} = readIds((await runAsPid1(init, [...single, "sh", "-c", printIds])).stdout);
		expect(group === pid).toBe(init.personality !== "dumb-init");
		expect(own === pid).toBe(false);
		expect(tty).toBe(0);
	});

	it.skipIf(init.personality === "tini" || init.personality === "catatonit")(
		"in session mode the child leads a session",
		async () => {
			for (const run of [runAsPid1, runBelowPid1]) {
				const { pid, group, session: own } = readIds((await run(init, [...session, "sh", "-c", printIds])).stdout);
				expect([group, own]).toEqual([pid, pid]);
			}
		},
	);

	describe.skipIf(!hasTerminal).each([
		["leads the session", "exec"],
		["does not lead the session", "sh -c 'trap : 2 3; \"$@\"; exit $?' sh"],
	])("on a terminal, where it %s,", (_name, prefix) => {
		const isLeader = prefix === "exec";
		const options = [...(init.personality === "dumb-init" ? [] : ["--"])].join(" ");

		it("the child is in the foreground", async () => {
			const running = startOnTerminal(init, `${prefix} $INIT ${options} sh -c '${printIds}'`);
			const { pid, group, tty, foreground, session: own } = readIds(await running.readUntil(/^ids/));
			expect(group).toBe(pid);
			// If dumb-init does not lead its session, its child cannot take the terminal of that session, and has none.
			const isAttached = init.personality !== "dumb-init" || isLeader;
			expect([tty, foreground]).toEqual(isAttached ? [1, pid] : [0, -1]);
			expect(own === pid).toBe(init.personality === "dumb-init");
			expect((await running.result).status).toBe(0);
		});

		it.each([
			["Ctrl-C", interrupt, 2],
			["Ctrl-\\", quit, 3],
		])("%s reaches the child", async (_key, key, signal) => {
			const running = startOnTerminal(
				init,
				`ulimit -c 0; ${prefix} $INIT ${options} sh -c 'trap "echo got ${signal}" ${signal}; echo ready; ${loop}'`,
			);
			await running.readUntil(/^ready/);
			running.write(key);
			await running.readUntil(new RegExp(`^got ${signal}`));
			running.kill();
		});

		it("Ctrl-C ends a child without a handler", async () => {
			const running = startOnTerminal(init, `${prefix} $INIT ${options} sh -c 'echo ready; read line'`);
			await running.readUntil(/^ready/);
			running.write(interrupt);
			expect((await running.result).status).toBe(130);
		});

		it("the child can read and write", async () => {
			const running = startOnTerminal(
				init,
				`stty tostop; ${prefix} $INIT ${options} sh -c 'echo ready; read line; echo "got $line"'`,
			);
			await running.readUntil(/^ready/);
			running.write("some words\n");
			expect(await running.readUntil(/^got/)).toMatch(/^got some words\r?$/);
			expect((await running.result).status).toBe(0);
		});
	});

	it.runIf(hasTerminal)("with a standard input that is another session's terminal it runs all the same", async () => {
		const running = startOnTerminal(init, "setsid $INIT -- sh -c 'echo ready; exit 7' & wait $!; exit $?");
		await running.readUntil(/^ready/);
		expect((await running.result).status).toBe(7);
	});

	it.runIf(hasTerminal && (init.personality === "pidone" || init.personality === "dumb-init"))(
		"Ctrl-Z stops both, and fg continues both",
		async () => {
			const running = startOnTerminal(init, "PS1='' PS2='' exec sh -im");
			running.write("$INIT sh -c 'echo ready; read line; echo got $line; exit 4'\n");
			await running.readUntil(/^ready/);
			running.write(suspend);
			await running.readUntil(/Stopped/);
			// Until the child is stopped, it would read part of what is typed.
			await waitUntil(() => isStopped(running.findPid(5)), "the child is stopped");
			running.write("echo the shell is back\n");
			await running.readUntil(/the shell is back/);
			running.write("fg >/dev/null; echo status $?\n");
			running.write("hello\n");
			await running.readUntil(/got hello/);
			await running.readUntil(/status 4/);
			running.write("exit 9\n");
			expect((await running.result).status).toBe(9);
		},
	);
});

describeInits(["dumb-init"], (init) => {
	const continued = numberFor(init, 18);
	let files = 0;

	/**
	 * Runs a script below the init on a terminal. Waits until it prints `ready` and the init has ignored both signals.
	 * The init writes its messages to a file, because it drops those for which a slow terminal has no space.
	 */
	const startDetached = async (script: string) => {
		const log = join(binFolder, `detached-${files++}`);
		const running = startOnTerminal(init, `exec $INIT -v sh -c '${script}' 2>${log}`);
		await running.readUntil(/^ready/);
		const readMessages = (): string => readFileSync(log, "utf8");
		await waitUntil(() => readMessages().includes(`hand-off signal ${continued}.`), "both signals are ignored");
		return { running, readMessages };
	};

	it.runIf(hasTerminal)("the hang-up of giving the terminal away is not the child's", async () => {
		const traps = 'trap "echo hup" 1; trap "echo cont" 18; trap "exit 5" 15';
		const { running, readMessages } = await startDetached(`${traps}; echo ready; ${loop}`);
		process.kill(running.findPid(3), 15);
		const { status, stdout } = await running.result;
		expect(status).toBe(5);
		expect(readMessages()).toContain(
			"[dumb-init] Detached from controlling tty, ignoring the first SIGHUP and SIGCONT we receive.",
		);
		expect(readMessages()).toContain("[dumb-init] Ignoring tty hand-off signal 1.");
		expect(readMessages()).toContain(`[dumb-init] Ignoring tty hand-off signal ${continued}.`);
		expect(stdout).not.toMatch(/^(hup|cont)/m);
	});

	it.runIf(hasTerminal)("a later hang-up is forwarded", async () => {
		const { running } = await startDetached(`trap "exit 6" 1; echo ready; ${loop}`);
		process.kill(running.findPid(3), 1);
		expect((await running.result).status).toBe(6);
	});

	it.runIf(hasTerminal)("says that it did not lead the session", async () => {
		const running = startOnTerminal(init, "$INIT -v true; exit $?");
		expect((await running.result).stdout).toContain(
			"[dumb-init] Detached from controlling tty, but was not session leader.",
		);
	});

	it.runIf(hasTerminal)("in single-child mode leaves the terminal alone", async () => {
		const running = startOnTerminal(init, `exec $INIT -c sh -c '${printIds}'`);
		const { pid, group, session, tty, foreground } = readIds(await running.readUntil(/^ids/));
		expect(group).not.toBe(pid);
		expect([session, tty, foreground]).toEqual([group, 1, group]);
	});
});

describeInits(["pidone"], (init) => {
	it.runIf(hasTerminal)("--setsid hands the terminal over", async () => {
		const running = startOnTerminal(
			init,
			`exec $INIT --setsid sh -c '${printIds}; trap "exit 8" 2; echo ready; ${loop}'`,
		);
		const { pid, group, session, tty, foreground } = readIds(await running.readUntil(/^ids/));
		expect([group, session, tty, foreground]).toEqual([pid, pid, 1, pid]);
		await running.readUntil(/^ready/);
		running.write(interrupt);
		expect((await running.result).status).toBe(8);
	});

	it.runIf(hasTerminal)("gives the terminal back at its end", async () => {
		const running = startOnTerminal(init, "sh -c '$INIT true; echo ready; read line; echo got $line'; exit $?");
		await running.readUntil(/^ready/);
		running.write("words\n");
		expect(await running.readUntil(/^got/)).toMatch(/^got words/);
	});

	it.runIf(hasTerminal)("in the background does not take the terminal", async () => {
		const running = startOnTerminal(init, `PS1='' exec sh -im`);
		running.write(`$INIT sh -c '${printIds}' & wait; echo over\n`);
		const { pid, group, tty, foreground } = readIds((await running.readUntil(/^ids/)).replace(/\r$/, ""));
		expect([group, tty]).toEqual([pid, 1]);
		expect(foreground).not.toBe(pid);
		await running.readUntil(/over/);
	});

	it.runIf(hasTerminal)("as PID 1 puts its child in the foreground", async () => {
		const running = startOnTerminal(
			init,
			`exec unshare --fork --kill-child --pid --mount-proc $INIT sh -c '${printIds}; trap "exit 8" 2; echo ready; ${loop}'`,
		);
		const { pid, group, tty, foreground } = readIds(await running.readUntil(/^ids/));
		expect([group, tty, foreground]).toEqual([pid, 1, pid]);
		await running.readUntil(/^ready/);
		running.write(interrupt);
		expect((await running.result).status).toBe(8);
	});
});
