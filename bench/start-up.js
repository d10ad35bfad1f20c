import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { format, median, printTable } from "./table.js";

const cli = fileURLToPath(new URL("../dist/cli.cjs", import.meta.url));
const example = fileURLToPath(new URL("../examples/node/Dockerfile", import.meta.url));

const commands = [
	{ name: "node -e 0", args: ["-e", "0"] },
	{ name: "pidone --version", args: [cli, "--version"] },
	{ name: "pidone rewrite examples/node/Dockerfile", args: [cli, "rewrite", example] },
];

const RUNS = 20;

/** Compares the start-up time of the command line with that of Node.js alone. */
export function measureStartUp() {
	const entries = commands.map(({ name, args }) => ({ name, args, times: /** @type {number[]} */ ([]) }));
	for (const { name, args } of entries) run(name, args);
	for (let round = 0; round < RUNS; round++) {
		for (const { name, args, times } of entries) times.push(run(name, args));
	}
	const base = median(entries[0]?.times ?? []);
	printTable(
		["", "ms", "× node -e 0"],
		entries.map(({ name, times }) => [name, format(median(times), 1), format(median(times) / base, 2)]),
	);
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @returns {number} milliseconds
 */
function run(name, args) {
	const start = performance.now();
	const { status, stderr } = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
	if (status !== 0) throw new Error(`${name} ended with status ${status}: ${stderr}`);
	return performance.now() - start;
}
