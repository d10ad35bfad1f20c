import { execFileSync } from "node:child_process";
import { median } from "../table.js";

/** @typedef {import("./contenders.js").Contender} Contender */
/** @typedef {{ readonly median: number, readonly p99: number }} Latency microseconds */
/**
 * @typedef {{ readonly rate: number, readonly left: number, readonly cpu: number }} Reaping orphans in a second;
 * zombies; microseconds of CPU for each
 */

const NAMESPACE = ["--fork", "--pid", "--mount-proc", "--kill-child", "--"];

/** All contenders take part in each: what else the computer does then, it does to all of them. */
const ROUNDS = 9;

/** All on one CPU: where the kernel puts a process that it wakes would make more of a difference than the inits. */
const ON_ONE_CPU = ["taskset", "--cpu-list", "0"];

/** Returns why inits cannot run as PID 1 here; undefined if they can. */
export function whyNotPid1() {
	try {
		execFileSync("unshare", [...NAMESPACE, ...ON_ONE_CPU, "true"], { stdio: "pipe" });
		return undefined;
	} catch (error) {
		return `no PID namespace can be made here: ${error instanceof Error ? error.message.trim() : error}`;
	}
}

/**
 * Runs a program below each init as PID 1, in turn.
 * @param {readonly Contender[]} contenders
 * @param {readonly string[]} command
 * @returns {number[][][]} of each init: the numbers of every line that the program printed
 */
function runRounds(contenders, command) {
	/** @type {number[][][]} */
	const lines = contenders.map(() => []);
	for (let round = 0; round < ROUNDS; round++) {
		for (const [index, { path, options }] of contenders.entries()) {
			const output = execFileSync("unshare", [...NAMESPACE, ...ON_ONE_CPU, path, ...options, ...command], {
				encoding: "utf8",
				stdio: ["ignore", "pipe", "inherit"],
			});
			const numbers = output.trim().split("\n");
			lines[index]?.push(...numbers.map((line) => line.split(" ").map(Number)));
		}
	}
	return lines;
}

/**
 * Sends signals through each init, one at a time, and takes the time until they arrive.
 * @param {readonly Contender[]} contenders
 * @param {{ readonly "echo-signal": string }} programs
 * @returns {Latency[]}
 */
export function measureLatency(contenders, programs) {
	return runRounds(contenders, [programs["echo-signal"], "1000"]).map((lines) => {
		const times = lines.map(([nanoseconds = 0]) => nanoseconds / 1000).toSorted((a, b) => a - b);
		return { median: median(times), p99: times[Math.floor(times.length * 0.99)] ?? Number.NaN };
	});
}

/**
 * Leaves orphans to each init.
 * @param {readonly Contender[]} contenders
 * @param {{ readonly "make-orphans": string }} programs
 * @param {number} count of orphans in all, or of each storm
 * @param {boolean} isStorm whether they end in the same moment
 * @returns {Reaping[]} of the round in the middle
 */
export function measureReaping(contenders, programs, count, isStorm) {
	const each = isStorm ? count : Math.ceil(count / ROUNDS);
	const command = [programs["make-orphans"], `${each}`, ...(isStorm ? ["storm"] : [])];
	return runRounds(contenders, command).map((lines) => ({
		rate: median(lines.map(([nanoseconds = 0]) => (each * 1e9) / nanoseconds)),
		left: Math.max(...lines.map(([, left = 0]) => left)),
		cpu: median(lines.map(([, , cpu = 0]) => cpu / each / 1000)),
	}));
}
