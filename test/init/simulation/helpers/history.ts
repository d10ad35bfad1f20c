import { type Output, type Surroundings, Violation } from "./kernel.ts";
import type { Machine } from "./machine.ts";
import { Oracle } from "./oracle.ts";
import { Random } from "./random.ts";
import { run } from "./run.ts";
import { makeSettings, NAMES, writeSettings } from "./settings.ts";
import { World } from "./world.ts";

/** How many lines of the log of a failing history are shown. */
const SHOWN = 400;

/**
 * Plays one random history.
 * @returns a report of what is wrong; undefined if nothing is
 */
export function playHistory(machine: Machine, seed: number): string | undefined {
	const violation = play(machine, seed, false).violation;
	if (violation === undefined) return undefined;
	// The same seed gives the same history: plays it again with a log.
	const { kernel, command, surroundings } = play(machine, seed, true);
	const log = (kernel.log ?? []).slice(-SHOWN);
	return [
		`seed ${seed}: ${violation}`,
		command,
		JSON.stringify({ ...surroundings, mask: `${surroundings.mask}` }),
		...log,
		kernel.written[2],
	].join("\n");
}

function play(machine: Machine, seed: number, isLogging: boolean) {
	const random = new Random(seed);
	const surroundings = makeSurroundings(random);
	const settings = makeSettings(random, surroundings.pid === 1);
	const { argv, environment } = writeSettings(settings, random);
	const { kernel, status, violation } = run(machine, {
		argv,
		environment,
		surroundings,
		random,
		isLogging,
		prepare: (kernel) => new World(kernel, settings),
		observe: (kernel) => new Oracle(kernel, settings),
	});
	return {
		kernel,
		surroundings,
		command: [...environment, ...argv].join(" "),
		violation: violation ?? (status === undefined ? "does not exit" : undefined),
	};
}

function makeSurroundings(random: Random): Surroundings {
	const isPid1 = random.chance(60);
	return {
		pid: isPid1 ? 1 : random.pick([2, 4242]),
		uptime: makeUptime(random),
		isSubreaper: !isPid1 && random.chance(30),
		stdin: random.pick(["closed", "file", "file", "terminal", "terminal"]),
		isLeader: isPid1 || random.chance(50),
		isForeground: random.chance(80),
		stdout: makeOutput(random),
		stderr: makeOutput(random),
		hasProc: random.chance(90),
		pageSize: 4096,
		mask: 0n,
		ignoresSigchld: random.chance(5),
		hasWideTimes: random.chance(80),
		hasNowait: random.chance(50),
		fork: "parent",
		subreaperResult: 0,
		refused: [],
		interruptedPercent: random.chance(50) ? 0 : random.integer(1, 30),
		name: random.pick(NAMES),
		execute: () => {
			throw new Violation("there is no child here");
		},
	};
}

function makeOutput(random: Random): Output {
	return random.chance(60) ? "open" : random.pick<Output>(["short", "closed", "broken", "full", "stuck"]);
}

/** Seconds. Some are near the moments at which 32 bits of milliseconds wrap around. */
function makeUptime(random: Random): number {
	return random.pick([
		0,
		random.integer(1, 1_000_000),
		2_147_483,
		4_294_967,
		2_147_483 - random.integer(0, 20),
		4_294_967 - random.integer(0, 20),
	]);
}
