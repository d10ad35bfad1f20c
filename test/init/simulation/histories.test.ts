import { beforeAll, expect, test } from "vitest";
import { playHistory } from "./helpers/history.ts";
import { Machine } from "./helpers/machine.ts";

const RUNS = Number(process.env.PIDONE_HISTORIES ?? 20_000);
/** The seed of the only history to run, as a failure reports it. */
const SEED = process.env.PIDONE_SEED;

const machines: Machine[] = [];
beforeAll(async () => {
	for (const wordSize of [8, 4] as const) machines.push(await Machine.build(wordSize));
});

/** Every fourth history runs the init that is built for 32-bit CPUs. */
const play = (seed: number): void => {
	const machine = machines[seed % 4 === 3 ? 1 : 0];
	const report = machine && playHistory(machine, seed);
	if (report !== undefined) expect.fail(report);
};

test.skipIf(SEED !== undefined)(`${RUNS} random histories`, { timeout: 120_000 + 5 * RUNS }, () => {
	for (let seed = 1; seed <= RUNS; seed++) play(seed);
});

test.runIf(SEED !== undefined)(`the history of seed ${SEED}`, () => {
	play(Number(SEED));
});
