import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { median } from "../table.js";

/** @typedef {import("./contenders.js").Contender} Contender */
/**
 * @typedef {{ readonly rss: number, readonly privateDirty: number, readonly wakeUps: number }} Idle KB, KB, and the
 * number of wake-ups
 */

const SETTLE_MILLISECONDS = 500;
const IDLE_MILLISECONDS = 10_000;

/** Processes per init: where the stack begins is random, and determines how many pages the init touches. */
const SAMPLES = 25;

/**
 * Lets all inits idle at the same time, and measures their memory, and how often each of them gave up the CPU
 * meanwhile, which is once per wake-up. The values are medians.
 * @param {readonly Contender[]} contenders
 * @param {{ readonly sleeper: string }} programs
 * @returns {Promise<Idle[]>}
 */
export async function measureIdle(contenders, programs) {
	const started = contenders.map(({ path, options }) =>
		Array.from({ length: SAMPLES }, () => spawn(path, [...options, programs.sleeper], { stdio: "ignore" })),
	);
	const pids = started.map((children) => children.map(({ pid }) => pid ?? 0));
	await sleep(SETTLE_MILLISECONDS);
	const before = pids.map((samples) => samples.map(countSwitches));
	await sleep(IDLE_MILLISECONDS);
	const results = pids.map((samples, index) => {
		const memory = samples.map(readMemory);
		return {
			rss: median(memory.map(({ rss }) => rss)),
			privateDirty: median(memory.map(({ privateDirty }) => privateDirty)),
			wakeUps: median(samples.map((pid, sample) => countSwitches(pid) - (before[index]?.[sample] ?? 0))),
		};
	});
	for (const children of started) for (const child of children) child.kill("SIGTERM");
	return results;
}

/** @param {number} pid */
function readMemory(pid) {
	const text = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
	/** @param {string} name */
	const read = (name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(text)?.[1]);
	return { rss: read("Rss"), privateDirty: read("Private_Dirty") };
}

/** @param {number} pid */
function countSwitches(pid) {
	return Number(/^voluntary_ctxt_switches:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
}
