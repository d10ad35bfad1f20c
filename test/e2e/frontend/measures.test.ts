import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { docker } from "../helpers/engine.ts";
import { removeImages } from "../helpers/images.ts";
import { removeImageAtEnd } from "../helpers/leftovers.ts";
import { runBuild } from "./helpers/build.ts";
import { buildFrontend } from "./helpers/frontend-image.ts";
import { tellLeftOut } from "./helpers/left-out.ts";
import { type Manifest, type Registry, readManifest, startRegistry } from "./helpers/registry.ts";

const ROUNDS = 5;
/** For what is only shown. */
const FEW_ROUNDS = 3;
const DOCKERFILE = 'FROM busybox\nCMD ["x"]\n';

/** How much longer a build may take. On an idle machine it is a tenth of this. */
const MOST_SECONDS = 1.5;
const MOST_BYTES = 40e6;
const MOST_RSS_MB = 200;

let registry: Registry | string;
let frontend = "";
let nothing = "";

beforeAll(async () => {
	registry = await startRegistry();
	const built = await buildFrontend();
	if (typeof registry === "string") return void tellLeftOut("what the frontend takes", registry);
	[frontend, nothing] = [
		removeImageAtEnd(`${registry.host}/pidone/dockerfile:1`),
		removeImageAtEnd(`${registry.host}/nothing:1`),
	];
	const label = ["--label", "moby.buildkit.frontend.network.none=true", "--tag", nothing, "-"];
	const [, { exitCode }] = await Promise.all([
		docker("tag", built, frontend),
		runBuild(label, { input: 'FROM busybox\nENTRYPOINT ["true"]\n' }),
	]);
	expect(exitCode).toBe(0);
	await Promise.all([docker("push", "--quiet", frontend), docker("push", "--quiet", nothing)]);
	await removeImages(built, frontend, nothing);
});
beforeEach(({ skip }) => {
	if (typeof registry === "string") skip(registry);
});
afterAll(async () => {
	if (typeof registry === "object") await registry.stop();
});

const show = (what: string): void => void process.stderr.write(`e2e: ${what}\n`);
const inSeconds = (seconds: number): string => `${seconds.toFixed(2)} s`;

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return (performance.now() - start) / 1000;
}

async function build(syntax: string | undefined, ...flags: readonly string[]): Promise<void> {
	const input = syntax === undefined ? DOCKERFILE : `# syntax=${syntax}\n${DOCKERFILE}`;
	const { exitCode, output } = await runBuild([...flags, "-"], { input });
	// A frontend that does nothing returns no result: the time it takes is the time to start its container.
	expect(exitCode, output).toBe(syntax === nothing ? 1 : 0);
}

it("is pulled by its name, and adds little to a cached build", async () => {
	const cold = await secondsOf(() => build(frontend));
	expect(typeof registry === "object" && registry.requests()).toEqual(
		expect.arrayContaining([expect.stringMatching(/^(?:GET|HEAD) \/v2\/pidone\/dockerfile\/manifests\/1$/)]),
	);
	await build(nothing);
	await build(undefined);
	const [stock, container, ours, off]: [number[], number[], number[], number[]] = [[], [], [], []];
	for (let round = 0; round < ROUNDS; round++) {
		stock.push(await secondsOf(() => build(undefined)));
		ours.push(await secondsOf(() => build(frontend)));
		if (round >= FEW_ROUNDS) continue;
		container.push(await secondsOf(() => build(nothing)));
		off.push(await secondsOf(() => build(frontend, "--build-arg", "PIDONE_OFF=1")));
	}
	const median = (times: readonly number[]): number =>
		[...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
	show(`a first build with # syntax=pidone: ${inSeconds(cold)}`);
	show(
		`a cached build: ${inSeconds(median(stock))} without a syntax line, ${inSeconds(median(ours))} with # syntax=pidone, ${inSeconds(median(off))} with PIDONE_OFF=1`,
	);
	show(`a build that fails since its frontend's container starts and does nothing: ${inSeconds(median(container))}`);
	show(`# syntax=pidone adds ${inSeconds(median(ours) - median(stock))} to a cached build: the goal is 0.15 s`);
	expect(median(ours) - median(stock)).toBeLessThan(MOST_SECONDS);
});

it("is small to pull, and two layers: an upgrade of pidone pulls the second", async () => {
	const { layers } = await manifestOf(frontend);
	const sizes = layers.map(({ size }) => size);
	show(`the frontend's layers, compressed: ${sizes.map((size) => `${(size / 1e6).toFixed(2)} MB`).join(", ")}`);
	expect(sizes).toHaveLength(2);
	expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES);
	expect(sizes[1]).toBeLessThan(1e6);
});

async function manifestOf(image: string): Promise<Manifest> {
	if (typeof registry === "string") throw new Error(registry);
	return readManifest(registry, image.slice(registry.host.length + 1));
}

it("takes little memory", async ({ skip }) => {
	const building = runBuild(["--no-cache", "-"], {
		input: `# syntax=${frontend}\nFROM busybox\nRUN sleep 0.5\nCMD ["x"]\n`,
	});
	let [isBuilding, peak] = [true, 0];
	const ended = building.finally(() => {
		isBuilding = false;
	});
	while (isBuilding) {
		peak = Math.max(peak, peakOfFrontend());
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	expect((await ended).exitCode).toBe(0);
	if (peak === 0)
		return skip(tellLeftOut("the frontend's memory", "the engine's processes are not among this machine's"));
	show(`the frontend's memory at its peak: ${peak.toFixed(0)} MB`);
	expect(peak).toBeLessThan(MOST_RSS_MB);
});

/** The peak memory of a frontend that is running now, in MB, or 0 if none is running here. */
function peakOfFrontend(): number {
	const peaks = readdirSync("/proc").map((pid) => {
		try {
			if (
				!/^\d+$/.test(pid) ||
				readFileSync(`/proc/${pid}/cmdline`, "utf8") !== "/quickjs\0/frontend.qbc\0/init-supply.pb\0"
			)
				return 0;
			return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1000;
		} catch {
			// The process has ended.
			return 0;
		}
	});
	return Math.max(0, ...peaks);
}
