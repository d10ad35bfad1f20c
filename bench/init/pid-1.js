import { execFileSync } from "node:child_process";
import { median } from "../table.js";

/** @typedef {import("./contenders.js").Contender} Contender */
/** @typedef {{ readonly median: number, readonly p99: number }} Latency microseconds */
/**
 * @typedef {{ readonly rate: number, readonly left: number, readonly cpu: number }} Reaping orphans per second;
 * zombies that are left; microseconds of CPU per orphan
 */

const NAMESPACE = ["--fork", "--pid", "--mount-proc", "--kill-child", "--"];

/** All contenders take part in each round, so other load on the computer affects them equally. */
const ROUNDS = 9;

/** All on one CPU: where the kernel puts a process that it wakes would matter more than the inits do. */
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
 * @returns {number[][][]} for each init, the numbers in every line that the program printed
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
 * Sends signals through each init, one at a time, and measures the time until they arrive.
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
 * @param {number} count of orphans in total, or in each storm
 * @param {boolean} isStorm whether they end at the same moment
 * @returns {Reaping[]} medians of the rounds; of the zombies, the largest number
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
