import { execFileSync } from "node:child_process";
import { median } from "../table.js";

/** @typedef {import("./contenders.js").Contender} Contender */

const ROUNDS = 6;
const RUNS_A_ROUND = 100;

/**
 * Starts a program that exits immediately, without an init and below each init, in turn.
 * @param {readonly Pick<Contender, "path" | "options">[]} contenders
 * @param {{ readonly spawner: string, readonly true: string }} programs
 * @returns {{ readonly bare: number, readonly overheads: readonly number[] }} medians, in microseconds
 */
export function measureStartUp(contenders, programs) {
	const commands = contenders.map(({ path, options }) => ["@", path, ...options, programs.true]);
	/** @type {number[][]} */
	const times = [[], ...contenders.map(() => [])];
	for (let round = 0; round < ROUNDS; round++) {
		const output = execFileSync(programs.spawner, [`${RUNS_A_ROUND}`, programs.true, ...commands.flat()], {
			encoding: "utf8",
			stdio: ["ignore", "pipe", "ignore"],
		});
		for (const line of output.trim().split("\n")) {
			const [index, nanoseconds] = line.split(" ").map(Number);
			times[index ?? 0]?.push((nanoseconds ?? 0) / 1000);
		}
	}
	const [bare = 0, ...others] = times.map(median);
	return { bare, overheads: others.map((time) => time - bare) };
}
