import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { canSubreap, describeInits } from "./helpers/describe-inits.ts";
import { binFolder, type Init, locate } from "./helpers/inits.ts";
import { startPrinter, startProbe } from "./helpers/probe.ts";
import { isAlive } from "./helpers/proc.ts";
import { runAsPid1, runBelowPid1, runScript, startScript, waitUntil } from "./helpers/processes.ts";
import { findProgram } from "./helpers/programs.ts";
import { tellSkipped } from "./helpers/skip.ts";

const pid1 = "unshare --fork --kill-child --pid --mount-proc $INIT";
const loop = "while :; do sleep 1000 & wait $!; done";
const isRoot = process.getuid?.() === 0;
/** catatonit does not have such an option. */
const verbose = ({ personality }: Init): string =>
	personality === "tini" ? "-vvv" : personality === "catatonit" ? "-g" : "-v";
let files = 0;
const makePath = (): string => join(binFolder, `robustness-${files++}`);

describeInits(["pidone", "tini", "dumb-init", "catatonit"], (init) => {
	// Debian's tini exits if it cannot take a terminal because its standard input is closed.
	const diesWithoutInput = init.isReference && init.personality === "tini";
	it.each(diesWithoutInput ? [">&-", "2>&-"] : ["<&-", ">&-", "2>&-", "<&- >&-", "<&- >&- 2>&-"])(
		"runs with %s",
		async (redirections) => {
			const file = makePath();
			const script = `${pid1} ${verbose(init)} -- sh -c 'echo ran >"$FILE"; exit 6' ${redirections}`;
			expect((await runScript(init, script, { env: { FILE: file } })).status).toBe(6);
			expect(readFileSync(file, "utf8")).toBe("ran\n");
		},
	);

	it.skipIf(diesWithoutInput)("does not open what was closed", async () => {
		const script = `${pid1} -- sh -c 'for i in 0 1; do [ -e /proc/$$/fd/$i ] && open="$open $i"; done; echo "open:$open." >&2' <&- >&-`;
		expect((await runScript(init, script)).stderr).toBe("open:.\n");
	});

	it("leaves no file open for the child", async () => {
		expect(
			(await runAsPid1(init, ["sh", "-c", "ls /proc/$$/fd"])).stdout
				.split("\n")
				.filter((fd) => Number(fd) > 2 && Number(fd) < 10),
		).toEqual([]);
	});

	// Debian's inits forward it, and Debian's dumb-init never stops, because each message about a SIGPIPE causes another.
	it.skipIf(init.isReference)(
		"runs with a closed pipe as its output, and does not forward the SIGPIPE that it gets",
		async () => {
			const child = `read line <"$PIPE"; exec >"$FILE" 2>/dev/null
			trap "echo pipe" 13; trap "echo usr1; kill -12 1" 10; trap "echo usr2; kill -31 1" 12; trap "echo sys" 31
			kill -10 1; ${loop}`;
			const env = { FILE: makePath(), PIPE: makePath(), CHILD: child };
			startScript(
				init,
				`mkfifo "$PIPE"; ${pid1} ${verbose(init)} -- sh -c "$CHILD" 2>&1 | { exec <&-; echo go >"$PIPE"; }`,
				{ env },
			);
			await waitUntil(
				() => existsSync(env.FILE) && readFileSync(env.FILE, "utf8").includes("sys"),
				"the child has its signals",
			);
			expect(readFileSync(env.FILE, "utf8")).toBe("usr1\nusr2\nsys\n");
		},
	);

	it("a full disk does not prevent it from running", async () => {
		const script = `${pid1} ${verbose(init)} -- sh -c 'exit 6' >/dev/full 2>&1`;
		expect((await runScript(init, script)).status).toBe(6);
	});

	it("runs without /proc", async () => {
		const script = `unshare --fork --kill-child --pid --mount sh -c 'mount -t tmpfs none /proc && exec "$@"' sh $INIT -- sh -c '(exit 3) & wait $!; [ ! -e /proc/1 ] && exit 6'`;
		const { status, stderr } = await runScript(locate(init), script);
		if (init.isEmulated && status !== 6) tellSkipped(`${init.platform} without /proc`, `qemu-user needs it: ${stderr}`);
		else expect(status).toBe(6);
	});

	it("a storm of signals ends with the child's status, and the child gets only signals that were sent", async () => {
		const probe = await startPrinter(init, []);
		for (let round = 0; round < 200; round += 1) for (const signal of [1, 10, 12, 23, 28]) probe.send(signal);
		const seen = new Set<string>();
		while (seen.size < 5) seen.add(await probe.readLine());
		probe.send(15);
		for (let line = ""; line !== "15"; seen.add(line)) line = await probe.readLine();
		expect([...seen].sort()).toEqual(["1", "10", "12", "15", "23", "28"]);
	});

	it("signals and deaths at the same time are both seen", async () => {
		const script = `trap 'n=$((n + 1))' 10; trap 'echo ended; exit 6' 15; echo ready; i=0; while [ $i -lt 300 ]; do (:) & i=$((i + 1)); done; wait; ${loop}`;
		const probe = await startProbe(init, [], script);
		for (let round = 0; round < 100; round += 1) probe.send(10);
		probe.send(15);
		expect((await probe.result).status).toBe(6);
	});

	// Debian's dumb-init loses signals that arrive before its child has created its group.
	it.skipIf(init.isReference)("signals that come before the child runs are not lost", async () => {
		for (let round = 0; round < 20; round += 1) {
			const running = startScript(init, `$INIT -- sleep 1000 & kill -15 $!; wait $!; exit $?`);
			expect((await running.result).status).toBe(143);
		}
	});

	it("exits when its child exits, whatever is left", async () => {
		const began = performance.now();
		expect((await runAsPid1(init, ["sh", "-c", "sleep 1000 & setsid sleep 1000 & exit 6"])).status).toBe(6);
		expect(performance.now() - began).toBeLessThan(5000);
	});

	it.runIf(!init.isEmulated && isRoot && findProgram("setpriv") !== undefined && findProgram("prlimit") !== undefined)(
		"tells that it cannot fork",
		async () => {
			// A user ID that nobody else uses here, with a limit that does not allow a second process.
			const user = 2_000_000_000 + process.pid;
			const script = `exec setpriv --reuid ${user} --regid ${user} --clear-groups prlimit --nproc=1 $INIT -- true`;
			const { status, stdout, stderr } = await runScript(locate(init), `chmod 755 ${binFolder}; ${script}`);
			if (status === 126 || status === 127)
				return tellSkipped("a failing fork", `another user cannot run the binary: ${stderr}`);
			expect([status, stdout]).toEqual([1, ""]);
			const text = {
				pidone: /^pidone: cannot fork: /m,
				tini: /^\[FATAL tini \(\d+\)\] fork failed: Resource temporarily unavailable$/m,
				"dumb-init": /^\[dumb-init\] Unable to fork\. Exiting\.$/m,
				catatonit: /^ERROR \(catatonit:\d+\): failed to fork child/m,
			};
			expect(stderr).toMatch(text[init.personality]);
		},
	);
});

describeInits(["pidone"], (init) => {
	it.skipIf(init.isEmulated)("has no idle wake-ups", async () => {
		const probe = await startProbe(init, [], "echo ready; exec sleep 1000");
		const switches = (): string =>
			/^voluntary_ctxt_switches:\s+(\d+)$/m.exec(readFileSync(`/proc/${probe.pid}/status`, "utf8"))?.[1] ?? "";
		await waitUntil(() => readFileSync(`/proc/${probe.pid}/status`, "utf8").includes("State:\tS"), "it sleeps");
		const before = switches();
		await startProbe(init, [], "sleep 1.2; echo ready; exec sleep 1000");
		expect(switches()).toBe(before);
	});

	it.each(["", "-v"])("its exit is not delayed by an unread pipe %s", async (option) => {
		const script = `{ ${pid1} ${option} -- sh -c 'exit 6'; echo $? >&3; } 3>&1 2>&1 >/dev/null | sleep 0`;
		expect((await runScript(init, script)).status).toBe(0);
	});
});

describeInits(["pidone", "tini"], (init) => {
	const hasEnv = spawnSync("env", ["--block-signal=USR1", "true"]).status === 0;
	it.runIf(hasEnv).each([
		["USR1", 10],
		["TERM", 15],
		["KILL", 9],
	])("-p forwards or takes SIG%s when the parent dies", async (name, signal) => {
		const file = makePath();
		const child = `trap "echo ${signal} >>\\"$FILE\\"; exit" ${signal}; echo ready; ${loop}`;
		const running = startScript(
			init,
			`sh -c '$INIT -p SIG${name} -- sh -c "$CHILD" & echo $!; read line' <&0; read line`,
			{
				input: "",
				env: { FILE: file, CHILD: child, TINI_VERBOSITY: "0" },
			},
		);
		await running.readUntil(/^ready$/);
		const shell = running.findPid(2);
		const pid = Number(readFileSync(`/proc/${shell}/task/${shell}/children`, "utf8"));
		process.kill(shell, 9);
		if (signal === 9) await waitUntil(() => !isAlive(pid), "it is killed");
		else
			await waitUntil(
				() => existsSync(file) && readFileSync(file, "utf8") === `${signal}\n`,
				"the child has its signal",
			);
	});
});

describeInits(["pidone"], (init) => {
	it.runIf(canSubreap(init))("-a below PID 1 reaches the main child and adopted orphans, and nobody else", async () => {
		const child = `(setsid sh -c 'trap "echo inner; exit" 10; echo started; ${loop}' &); trap "echo main" 10; echo ready; ${loop}`;
		const running = startScript(init, `(trap "echo wrong" 10; ${loop}) & $INIT -a -- sh -c "$CHILD"`, {
			env: { CHILD: child },
		});
		for (let lines = 0; lines < 2; lines += 1) await running.readUntil(/^(ready|started)$/);
		const [shell] = [running.findPid(1)];
		const pid = readFileSync(`/proc/${shell}/task/${shell}/children`, "utf8")
			.split(" ")
			.filter(Boolean)
			.map(Number)
			.find((one) => !readFileSync(`/proc/${one}/comm`, "utf8").startsWith("sh"));
		process.kill(pid ?? 0, 10);
		expect([await running.readLine(), await running.readLine()].sort()).toEqual(["inner", "main"]);
		process.kill(pid ?? 0, 12);
		expect((await running.result).stdout).not.toContain("wrong");
	});

	it("accepts the longest command lines and many options", async () => {
		const options = Array.from({ length: 500 }, (_, index) => ["-e", `${index % 250}`]).flat();
		expect((await runBelowPid1(init, [...options, "sh", "-c", "exit 251"])).status).toBe(251);
	});
});
