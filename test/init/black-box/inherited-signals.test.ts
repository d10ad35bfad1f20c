import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { describeInits } from "./helpers/describe-inits.ts";
import { parseStatus } from "./helpers/proc.ts";
import { runScript, startScript, waitUntil } from "./helpers/processes.ts";
import { tellSkipped } from "./helpers/skip.ts";

const hasBlock = spawnSync("env", ["--block-signal=USR1", "true"]).status === 0;
if (!hasBlock) tellSkipped("inherited signals", "env(1) has no --block-signal (GNU coreutils 8.31 has)");
const mask = (...signals: readonly number[]): string =>
	signals
		.reduce((sum, signal) => sum | (1n << BigInt(signal - 1)), 0n)
		.toString(16)
		.padStart(16, "0");

const attempt = (check: () => boolean): boolean => {
	try {
		return check();
	} catch {
		return false;
	}
};

describeInits(["pidone", "tini", "dumb-init", "catatonit"], (init) => {
	// dumb-init starts its child with a clean slate: no signal is blocked, and signals 1 to 31 are not ignored. Debian's
	// catatonit blocks the terminal signals in its child.
	const isKept = init.personality !== "dumb-init";
	if (init.isReference && init.personality === "catatonit") return it.skip("blocks some signals", () => undefined);
	const read = async (setting: string): Promise<readonly (string | undefined)[]> => {
		const { status, stdout } = await runScript(init, `env ${setting} $INIT cat /proc/self/status; [ $? = 0 ]`, {
			env: { TINI_VERBOSITY: "0" },
		});
		expect(status).toBe(0);
		const fields = parseStatus(stdout);
		return [fields.get("SigBlk"), fields.get("SigIgn")];
	};

	it.runIf(hasBlock)("has nothing blocked and nothing ignored by itself", async () => {
		expect(await read("--default-signal")).toEqual([mask(), mask()]);
	});

	it.runIf(hasBlock && isKept).each<[blocked: [string, ...number[]], ignored: [string, ...number[]]]>([
		[
			["TTIN,ILL,TERM", 21, 4, 15],
			["TTOU,SEGV,INT", 22, 11, 2],
		],
		[
			["HUP,USR1,RTMIN", 1, 10, 34],
			["QUIT,TTIN,TSTP,CONT", 3, 21, 20, 18],
		],
		[
			["CHLD", 17],
			["PIPE,WINCH", 13, 28],
		],
		[
			["TTOU,TTIN", 22, 21],
			["TTIN,TTOU", 21, 22],
		],
	])(
		"the child has what was inherited: blocked %j, ignored %j",
		async ([blocked, ...blockedNumbers], [ignored, ...ignoredNumbers]) => {
			// qemu-user handles these signals in its own way.
			if (init.isEmulated && /RTMIN|SEGV|PIPE/.test(blocked + ignored)) return;
			expect(await read(`--block-signal=${blocked} --ignore-signal=${ignored}`)).toEqual([
				mask(...blockedNumbers),
				mask(...ignoredNumbers),
			]);
		},
	);

	it.runIf(hasBlock && isKept)("a blocked signal is forwarded all the same", async () => {
		const running = startScript(init, "env --block-signal=TERM,USR1 $INIT sleep 1000");
		const isSleep = (): boolean => readFileSync(`/proc/${running.findPid(3)}/comm`, "utf8") === "sleep\n";
		await waitUntil(() => attempt(isSleep), "the child runs");
		for (const signal of [10, 15]) process.kill(running.findPid(2), signal);
		await waitUntil(
			() => parseStatus(readFileSync(`/proc/${running.findPid(3)}/status`, "utf8")).get("ShdPnd") === mask(10, 15),
			"both are pending",
		);
	});

	// Debian's tini waits forever.
	it.runIf(hasBlock && !(init.isReference && isKept))(
		"an ignored SIGCHLD does not keep it from seeing the end of its child",
		async () => {
			expect((await runScript(init, "env --ignore-signal=CHLD $INIT sh -c 'exit 6'", { timeout: 5000 })).status).toBe(
				6,
			);
		},
	);

	it.runIf(hasBlock)("an ignored signal is forwarded all the same", async () => {
		const script = `env --ignore-signal=TERM,HUP $INIT env --default-signal=TERM sh -c 'trap "exit 6" TERM; kill -TERM $PPID; while :; do sleep 1000 & wait; done'`;
		expect((await runScript(init, script, { timeout: 5000 })).status).toBe(6);
	});
});
