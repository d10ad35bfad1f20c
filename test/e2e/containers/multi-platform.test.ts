import { beforeAll, describe, expect, it } from "vitest";
import { pidone } from "../../../src/core/inits/pidone.ts";
import type { Stop } from "../helpers/containers.ts";
import { docker, engineEnv } from "../helpers/engine.ts";
import { nameContainer } from "../helpers/leftovers.ts";
import { poll } from "../helpers/poll.ts";
import { hasPlatformStore } from "../helpers/provide-engine.ts";
import { type Container, commonOptions, runContainer } from "./helpers/container.ts";
import { emulate, machineOf } from "./helpers/emulation.ts";
import { buildPair, type ImagePair } from "./helpers/image.ts";
import { inSeconds, tellMeasured } from "./helpers/measured.ts";
import { readMachine } from "./helpers/read-machine.ts";
import { compileStatic, leaveOrphans } from "./helpers/static-program.ts";

const dockerfile = `FROM scratch
ARG TARGETARCH TARGETVARIANT
COPY program-\${TARGETARCH}\${TARGETVARIANT} /program
USER 1000
ENTRYPOINT ["/program"]
CMD ["serve"]
`;
const { platforms } = pidone;

const noStore = (await hasPlatformStore(engineEnv))
	? undefined
	: "the engine's image store holds one platform only (containerd-snapshotter is off)";
if (noStore !== undefined) process.stderr.write(`e2e: multi-platform images left out: ${noStore}\n`);
/** The platforms that can run here. */
const running = noStore === undefined ? platforms.filter(canRun) : [];

function canRun(platform: string): boolean {
	const noEmulation = emulate(platform);
	if (noEmulation !== undefined) process.stderr.write(`e2e: running ${platform} left out: ${noEmulation}\n`);
	return noEmulation === undefined;
}

describe.skipIf(noStore !== undefined)("an image for every platform that there is an init for", () => {
	let pair: ImagePair = { before: "", after: "" };
	beforeAll(async () => {
		const files = await compileStatic("program", leaveOrphans(20), platforms);
		const forAll = ["--platform", platforms.join()];
		pair = await buildPair(dockerfile, { files, rewriteArgs: forAll, buildArgs: forAll });
	});

	it.each(platforms)("has the same config for %s, except for the init in front", async (platform) => {
		const [before, after] = await Promise.all([readConfig(pair.before, platform), readConfig(pair.after, platform)]);
		expect(before).toMatchObject({ Entrypoint: ["/program"], Cmd: ["serve"], User: "1000" });
		expect(after).toEqual({ ...before, Entrypoint: ["/sbin/pidone", "--", "/program"] });
	});

	it.each(platforms)("has the init's binary for %s", async (platform) => {
		const id = nameContainer();
		await docker("create", ...commonOptions(id), "--platform", platform, pair.after);
		const [init, program] = await Promise.all([readMachine(id, "/sbin/pidone"), readMachine(id, "/program")]);
		expect([init, program]).toEqual([machineOf(platform), machineOf(platform)]);
	});

	// qemu-user loses a signal that arrives just before rt_sigtimedwait. The effect shows up once in thousands of runs.
	it(`stops at once on ${running.join(", ")}, where it takes ten seconds without the init`, { retry: 2 }, async () => {
		const slow = await Promise.all(running.map((platform) => start(pair.before, platform)));
		const stops = Promise.all(slow.map((container) => container.stop()));
		// Nothing awaits this promise yet. Its error reaches the code that awaits it later.
		stops.catch(() => {});
		const fast: Stop[] = [];
		for (const platform of running) fast.push(await stopAfterReaping(await start(pair.after, platform)));
		for (const [index, { seconds }] of (await stops).entries()) {
			tellMeasured(
				`docker stop on ${running[index]}`,
				inSeconds(seconds),
				inSeconds(fast[index]?.seconds ?? Number.NaN),
			);
			expect(seconds).toBeGreaterThanOrEqual(9.5);
		}
		expect(fast.map(({ exitCode }) => exitCode)).toEqual(running.map(() => 143));
		// An emulator takes a while to exit.
		for (const [index, { secondsToEnd }] of fast.entries())
			expect(secondsToEnd, running[index]).toBeLessThan(index === 0 ? 1 : 2);
	});
});

const readConfig = async (image: string, platform: string): Promise<Readonly<Record<string, unknown>>> =>
	JSON.parse(await docker("image", "inspect", "--platform", platform, "--format", "{{json .Config}}", image));

const start = async (image: string, platform: string): Promise<Container> => {
	const container = await runContainer(image, { options: ["--platform", platform, "-e", "PIDONE_WARN=1"] });
	await container.waitFor("20 orphans made");
	return container;
};

const stopAfterReaping = async (container: Container): Promise<Stop> => {
	const countReaped = async () =>
		(await container.logs()).split("\n").filter((line) => line.includes("reaped orphan")).length;
	await poll(`${container.id} has reaped its orphans`, async () => ((await countReaped()) === 20 ? true : undefined));
	return container.stop();
};
