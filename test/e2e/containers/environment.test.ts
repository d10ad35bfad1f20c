import { beforeAll, describe, expect, it } from "vitest";
import type { Stop } from "../helpers/containers.ts";
import { type Container, runContainer, runToEnd } from "./helpers/container.ts";
import { buildPair, type ImagePair } from "./helpers/image.ts";
import { inSeconds, tellMeasured } from "./helpers/measured.ts";
import { waitForProcesses } from "./helpers/processes.ts";

/** Ignores SIGTERM. */
const stubborn = ["sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1000 & wait $!; done"];

describe("docker run -e", () => {
	let pair: ImagePair = { before: "", after: "" };
	beforeAll(async () => {
		pair = await buildPair(`FROM busybox\nCMD ["sh", "-c", "echo ready; exec sleep 1000"]\n`);
	});

	it("PIDONE_KILL_AFTER=0.3 ends a program that ignores SIGTERM", async () => {
		const run = { options: ["-e", "PIDONE_KILL_AFTER=0.3"], args: stubborn };
		const [before, after] = await Promise.all([
			start(pair.before, run.options, run.args),
			start(pair.after, run.options, run.args),
		]);
		const [slow, fast] = await Promise.all([before.stop(), after.stop()]);
		tellMeasured(
			"docker stop of a program that ignores SIGTERM, PIDONE_KILL_AFTER=0.3",
			inSeconds(slow.seconds),
			inSeconds(fast.seconds),
		);
		expect(slow.seconds).toBeGreaterThanOrEqual(9.5);
		// PIDONE_KILL_AFTER gives the program 0.3 seconds.
		expect(fast.secondsToEnd).toBeLessThan(1);
		expect(fast.exitCode).toBe(137);
	});

	it("PIDONE_VERBOSE=1 prints what the init does", async () => {
		expect(await stopWith("PIDONE_VERBOSE=1")).toMatchObject({
			exitCode: 143,
			logs: expect.stringMatching(/^pidone: .*forward.*15/m),
		});
		expect((await stopWith("PIDONE_VERBOSE=0")).logs).toBe("ready");
	});

	it("PIDONE_OK_STATUS=143 makes a stop a success", async () => {
		expect(await stopWith("PIDONE_OK_STATUS=143")).toMatchObject({ exitCode: 0, logs: "ready" });
	});

	it("PIDONE_REWRITE=TERM:INT changes the signal", async () => {
		expect(await stopWith("PIDONE_REWRITE=TERM:INT")).toMatchObject({ exitCode: 130, logs: "ready" });
	});

	it("PIDONE_GRACE=5 lets a helper finish its work", async () => {
		const script =
			"setsid sh -c 'trap \"sleep 0.3; echo helper finished; exit\" TERM; echo ready; sleep 1000 & wait' & exec sleep 1000";
		const container = await start(pair.after, ["-e", "PIDONE_GRACE=5"], ["sh", "-c", script]);
		expect((await container.stop()).exitCode).toBe(143);
		expect(await container.logs()).toContain("helper finished");
	});

	it("with a value that cannot be used is reported, and the container runs all the same", async () => {
		const ended = await runToEnd(pair.after, { options: ["-e", "PIDONE_GRACE=soon"], args: ["echo", "it runs"] });
		expect(ended).toMatchObject({ exitCode: 0, stdout: "it runs", stderr: expect.stringMatching(/^pidone: .*GRACE/i) });
	});

	const stopWith = async (variable: string): Promise<Stop & { readonly logs: string }> => {
		const container = await start(pair.after, ["-e", variable], []);
		await waitForProcesses(container, ["pidone", "sleep"]);
		const stopped = await container.stop();
		expect(stopped.secondsToEnd).toBeLessThan(1);
		return { ...stopped, logs: await container.logs() };
	};
});

const start = async (image: string, options: readonly string[], args: readonly string[]): Promise<Container> => {
	const container = await runContainer(image, { options, args });
	await container.waitFor("ready");
	return container;
};
