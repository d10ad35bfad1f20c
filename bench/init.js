// Compares pidone's init with others that are installed here: `npm run bench:init`, or after a build
// `node bench/init.js`.
import { statSync } from "node:fs";
import { cpus } from "node:os";
import { dirname } from "node:path";
import { buildSmallest, findContenders } from "./init/contenders.js";
import { measureIdle } from "./init/idle.js";
import { measureLatency, measureReaping, whyNotPid1 } from "./init/pid-1.js";
import { buildPrograms, platform } from "./init/programs.js";
import { isGreatest, isSmallest, printReport } from "./init/report.js";
import { measureStartUp } from "./init/start-up.js";
import { countSystemCalls } from "./init/system-calls.js";
import { format } from "./table.js";

/** @typedef {import("./init/report.js").Row} Row */

if (process.platform !== "linux" || platform === undefined) {
	console.log(`The init cannot be run on ${process.platform}/${process.arch}.`);
	process.exit();
}
const programs = await buildPrograms(["true", "sleeper", "spawner", "echo-signal", "make-orphans"]);
const contenders = findContenders();
const names = contenders.map(({ name }) => name);
console.log(`${cpus()[0]?.model ?? "unknown processor"}, linux/${platform}\n`);

const rows = [
	{
		name: "size, bytes",
		values: contenders.map(({ path }) => statSync(path).size),
		goal: "≤ 14,336",
		isMet: isAtMost(14_336),
	},
	...makeStartUpRows(),
	...(await makeIdleRows()),
	...makeSystemCallRows(),
	...makePid1Rows(),
];
printReport(names, rows);

/**
 * @param {number} limit
 * @returns {Row["isMet"]}
 */
function isAtMost(limit) {
	return (own) => own <= limit;
}

/** @returns {Row[]} */
function makeStartUpRows() {
	const smallest = buildSmallest(dirname(programs.true));
	const others = smallest === undefined ? [] : [{ path: smallest, options: [] }];
	const { bare, overheads } = measureStartUp([...contenders, ...others], programs);
	const reference = overheads[names.indexOf("tini-static")];
	const least = overheads[names.length];
	const own = overheads.slice(0, names.length);
	return [
		{
			name: `start-up over bare (${format(bare)}), µs`,
			values: own,
			goal: "≤ 0.35 × tini-static",
			...(reference === undefined ? {} : { isMet: isAtMost(0.35 * reference) }),
		},
		...(least === undefined
			? []
			: [
					{
						name: `as a multiple of a C program that does it (${format(least)} µs)`,
						values: own.map((overhead) => overhead / least),
						digits: 2,
						goal: "≤ 1.25",
						isMet: isAtMost(1.25),
					},
				]),
	];
}

/** @returns {Promise<Row[]>} */
async function makeIdleRows() {
	const idle = await measureIdle(contenders, programs);
	return [
		{ name: "idle RSS, KB", values: idle.map(({ rss }) => rss), goal: "≤ 32", isMet: isAtMost(32) },
		{ name: "idle private dirty, KB", values: idle.map(({ privateDirty }) => privateDirty) },
		{ name: "wake-ups in 10 idle s", values: idle.map(({ wakeUps }) => wakeUps), goal: "0", isMet: isAtMost(0) },
	];
}

/** @returns {Row[]} */
function makeSystemCallRows() {
	const counts = countSystemCalls(contenders, programs);
	if (counts === undefined) return [];
	return [
		{ name: "system calls up to fork", values: counts.map(({ parent }) => parent) },
		{ name: "the child's, up to exec", values: counts.map(({ child }) => child) },
	];
}

/** @returns {Row[]} */
function makePid1Rows() {
	const reason = whyNotPid1();
	if (reason !== undefined) {
		console.log(`Latency and reaping are not measured: ${reason}`);
		return [];
	}
	const latency = measureLatency(contenders, programs);
	const reaping = measureReaping(contenders, programs, 20_000, false);
	const storm = measureReaping(contenders, programs, 2000, true);
	return [
		{
			name: "signal latency, median, µs",
			values: latency.map(({ median }) => median),
			digits: 1,
			goal: "≤ the best / 0.95",
			isMet: isSmallest,
		},
		{ name: "signal latency, p99, µs", values: latency.map(({ p99 }) => p99), digits: 1 },
		{
			name: "20,000 orphans, a second",
			values: reaping.map(({ rate }) => rate),
			goal: "≥ 0.95 × the best",
			isMet: isGreatest,
		},
		{ name: "CPU for each, µs", values: reaping.map(({ cpu }) => cpu), digits: 1 },
		{ name: "zombies left", values: reaping.map(({ left }) => left), goal: "0", isMet: isAtMost(0) },
		{
			name: "storm of 2,000, a second",
			values: storm.map(({ rate }) => rate),
			goal: "≥ 0.95 × the best",
			isMet: isGreatest,
		},
		{ name: "zombies left", values: storm.map(({ left }) => left), goal: "0", isMet: isAtMost(0) },
	];
}
