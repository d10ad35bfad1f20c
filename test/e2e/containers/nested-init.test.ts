import { beforeAll, describe, expect, it } from "vitest";
import { poll } from "../helpers/poll.ts";
import { runContainer, runToEnd } from "./helpers/container.ts";
import { buildPair, type ImagePair } from "./helpers/image.ts";
import { inSeconds, tellMeasured } from "./helpers/measured.ts";
import { readArgv, waitForProcesses } from "./helpers/processes.ts";

const orphans = 20;

/** Leaves orphans that end a little later. */
const program = `#!/bin/sh
n=0; while [ $n -lt ${orphans} ]; do (sleep 0.1 &); n=$((n + 1)); done
exec sleep 1000
`;

describe("docker run --init on top of the init", () => {
	let pair: ImagePair = { before: "", after: "" };
	beforeAll(async () => {
		pair = await buildPair('FROM busybox\nCOPY program /bin/program\nCMD ["/bin/program"]\n', { files: { program } });
	});

	it("is PID 1 with the init as its child, which reaps what is left below it and stops at once", async () => {
		const container = await runContainer(pair.after, { options: ["--init", "-e", "PIDONE_WARN=1"] });
		await poll("all orphans are reaped by the nearer init", async () =>
			countReaped(await container.logs()) === orphans ? true : undefined,
		);
		const [first, init, main] = await waitForProcesses(container, ["docker-init", "pidone", "sleep"]);
		expect([first?.pid, init?.parent, main?.parent]).toEqual([1, 1, init?.pid]);
		expect((await readArgv(container, 1))[0]).toContain("docker-init");
		expect(await container.exec("readlink", `/proc/${init?.pid}/exe`)).toBe("/sbin/pidone");
		expect(await readArgv(container, main?.pid ?? 0)).toEqual(["sleep", "1000"]);
		const stop = await container.stop();
		expect(stop.secondsToEnd).toBeLessThan(1);
		expect(stop.exitCode).toBe(143);
		const without = await runContainer(pair.before, { options: ["--init"] });
		tellMeasured("docker stop with --init on top", inSeconds((await without.stop()).seconds), inSeconds(stop.seconds));
	});

	it("leaves orphans to the nearer init", async () => {
		const container = await runContainer(pair.after, {
			options: ["--init"],
			args: ["sh", "-c", "(sleep 1000 &); exec sleep 999"],
		});
		const [, init, ...others] = await waitForProcesses(container, ["docker-init", "pidone", "sleep", "sleep"]);
		expect(others.map(({ parent }) => parent)).toEqual([init?.pid, init?.pid]);
	});

	it.each([0, 77, 143])("keeps the exit code %i", async (code) => {
		const ended = await runToEnd(pair.after, { options: ["--init"], args: ["sh", "-c", `exit ${code}`] });
		expect(ended).toEqual({ exitCode: code, stdout: "", stderr: "" });
	});
});

const countReaped = (logs: string): number => logs.split("\n").filter((line) => line.includes("reaped orphan")).length;
