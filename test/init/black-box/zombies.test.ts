import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { canSubreap, describeInits } from "./helpers/describe-inits.ts";
import { binFolder, type Init } from "./helpers/inits.ts";
import { runAsPid1, runBelowPid1, runScript } from "./helpers/processes.ts";

// Each orphan waits until the shell that started it ends, because that shell is the only writer of the pipe. A shell
// reaps children that end before it does.
const makeOrphans = (count: number): string =>
	`[ -p "$PIPE" ] || mkfifo "$PIPE"
	i=0; while [ $i -lt ${count / 500} ]; do
		sh -c 'exec 3<>"$PIPE"; j=0; while [ $j -lt 500 ]; do { exec 3>&-; read line; } <"$PIPE" & j=$((j + 1)); done'
		i=$((i + 1))
	done`;
let pipes = 0;
const makePipe = (): Record<string, string> => ({ PIPE: join(binFolder, `pipe-${pipes++}`) });
const waitUntilAlone = (pid: string): string =>
	`until [ "$(cat /proc/${pid}/task/${pid}/children)" = "$$ " ]; do :; done; echo alone`;
const warning: Readonly<Record<Init["personality"], RegExp>> = {
	pidone: /^pidone: .*reaped/i,
	tini: /^\[WARN {2}tini \(\d+\)\] Reaped zombie process with pid=\d+$/,
	catatonit: /^DEBUG \(catatonit:\d+\): child process \d+ exited with code \d$/,
	"dumb-init": /^\[dumb-init\] A child with PID \d+ exited with exit status \d\.$/,
};
const options: Readonly<Record<Init["personality"], string>> = {
	pidone: "-w",
	tini: "-w",
	catatonit: "--",
	"dumb-init": "-v",
};

describeInits(["pidone", "tini", "dumb-init", "catatonit"], (init) => {
	const count = init.personality === "pidone" && !init.isEmulated ? 20_000 : 2_000;
	const option = options[init.personality];

	it(`as PID 1 reaps ${count} orphans, and none is left`, async () => {
		// A file takes every line. If nobody reads a pipe fast enough, the init drops the lines that do not fit.
		const warnings = join(binFolder, `warnings-${init.personality}-${pipes}`);
		const script = `${makeOrphans(count)}; ${waitUntilAlone("1")}; exit 9`;
		const { status, stdout } = await runScript(init, `exec $INIT ${option} sh -c "$SCRIPT" 2>"$WARNINGS"`, {
			timeout: 60_000,
			env: { ...makePipe(), SCRIPT: script, WARNINGS: warnings, CATATONIT_DEBUG: "1" },
		});
		expect([status, stdout]).toEqual([9, "alone\n"]);
		const lines = readFileSync(warnings, "utf8").split("\n");
		expect(lines.filter((line) => warning[init.personality].test(line)).length).toBeGreaterThanOrEqual(count);
	});

	it("reaps one that ends long before the main child", async () => {
		const { stdout } = await runAsPid1(init, ["sh", "-c", `(sleep 0 &); ${waitUntilAlone("1")}`]);
		expect(stdout).toBe("alone\n");
	});

	it("reaps those that a signal ended, and leaves running ones alone", async () => {
		const script = `(sleep 1000 & echo $!; sleep 1001 & echo $!) | { read a; read b; kill -9 $a; until [ ! -e /proc/$a ]; do :; done; kill -0 $b && echo alive; }`;
		expect((await runAsPid1(init, ["sh", "-c", script])).stdout).toBe("alive\n");
	});
});

describeInits(["pidone", "catatonit"], (init) => {
	it.runIf(canSubreap(init))("below PID 1 reaps orphans silently", async () => {
		const { status, stdout, stderr } = await runBelowPid1(
			init,
			["sh", "-c", `${makeOrphans(1_000)}; pid=$PPID; ${waitUntilAlone("$pid")}`],
			{
				env: makePipe(),
			},
		);
		expect([status, stdout, stderr]).toEqual([0, "alone\n", ""]);
	});
});

describeInits(["tini"], (init) => {
	it.runIf(canSubreap(init)).each([
		["-s", {}],
		["--", { TINI_SUBREAPER: "" }],
	])("below PID 1 reaps orphans with %s %j, without a warning", async (option, env) => {
		const { status, stdout, stderr } = await runBelowPid1(
			init,
			[option, "sh", "-c", `${makeOrphans(1_000)}; pid=$PPID; ${waitUntilAlone("$pid")}`],
			{
				env: { ...makePipe(), ...env },
			},
		);
		expect([status, stdout, stderr]).toEqual([0, "alone\n", ""]);
	});

	it("below PID 1, adopts nothing without an option", async () => {
		const { stdout } = await runBelowPid1(init, [
			"sh",
			"-c",
			`(sh -c 'until [ "$(grep PPid: /proc/$$/status | tr -cd 0-9)" = 1 ]; do :; done; echo adopted by 1' &); read line </dev/null; sleep 0; until [ "$(cat /proc/1/task/1/children)" = "$PPID " ]; do :; done`,
		]);
		expect(stdout).toBe("adopted by 1\n");
	});
});
