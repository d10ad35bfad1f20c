import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { docker } from "../helpers/engine.ts";
import { poll } from "../helpers/poll.ts";
import { leftOf, makeContext, startTrial, trial } from "./helpers/pidone-trial.ts";

/** Without the init, it is killed after three seconds, which is enough time to interrupt the stop. */
const DOCKERFILE = "FROM busybox\nCMD sleep 1000; echo never\n";

const SHORT = ["--ready-after", "0.5"];

/** What a trial has on the engine while it runs, in the order in which it appears. */
const MOMENTS: readonly (readonly [string, RegExp])[] = [
	["the first image is built", /-before$/m],
	["both images are built", /-after$/m],
	["the first container runs", /-before\n(?:.*\n)*.*-before$/m],
];

describe("pidone trial leaves nothing on the engine", () => {
	it("when it ends", async () => {
		const running = startTrial(makeContext({ Dockerfile: DOCKERFILE }), ...SHORT);
		expect((await running.end).code).toBe(0);
		expect(await leftOf(running.pid)).toEqual([]);
	});

	it.each(MOMENTS)("on SIGINT once %s", async (_what, sign) => {
		const running = startTrial(makeContext({ Dockerfile: DOCKERFILE }), ...SHORT);
		await waitFor(running.pid, sign);
		running.kill("SIGINT");
		const { code, err } = await running.end;
		expect([code, err]).toEqual([130, "pidone: interrupted"]);
		expect(await leftOf(running.pid)).toEqual([]);
	});

	it("when it is killed, once another trial has run", async () => {
		const cwd = makeContext({ Dockerfile: DOCKERFILE });
		const killed = startTrial(cwd, ...SHORT);
		await waitFor(killed.pid, /-before\n(?:.*\n)*.*-before$/m);
		killed.kill("SIGKILL");
		await killed.end;
		expect((await trial(cwd, ...SHORT)).code).toBe(0);
		expect(await leftOf(killed.pid)).toEqual([]);
	});

	it("and never removes what belongs to another that is still alive, or to another machine", async () => {
		const cwd = makeContext({ Dockerfile: DOCKERFILE });
		const foreign = await docker(
			...["run", "--detach", "--pull", "never", "--network", "none"],
			...["--label", "pidone.trial=elsewhere/1/2/3/4/5", "busybox", "sleep", "1000"],
		);
		try {
			const other = startTrial(cwd, "--ready-after", "6");
			await waitFor(other.pid, /-before\n(?:.*\n)*.*-before$/m);
			const { code, err } = await trial(cwd, ...SHORT);
			expect(code).toBe(0);
			expect(err).toContain("pidone: did not remove what a trial on another machine, elsewhere, has on this engine");
			expect((await other.end).code).toBe(0);
			expect(await docker("inspect", "--format", "{{.State.Running}}", foreign)).toBe("true");
		} finally {
			await docker("rm", "--force", foreign);
		}
	});
});

async function waitFor(pid: number, sign: RegExp): Promise<void> {
	await poll(`the trial ${pid} has ${sign}`, async () => {
		const names = (await leftOf(pid)).sort().join("\n");
		return sign.test(names) ? true : undefined;
	});
	await sleep(50);
}
