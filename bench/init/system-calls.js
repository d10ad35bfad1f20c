import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findProgram } from "./contenders.js";

/** @typedef {import("./contenders.js").Contender} Contender */

/**
 * Counts the system calls until the child runs its program: those of the init until it has forked, and those of the
 * child.
 * @param {readonly Contender[]} contenders
 * @param {{ readonly true: string }} programs
 * @returns {{ readonly parent: number, readonly child: number }[] | undefined} undefined without strace
 */
export function countSystemCalls(contenders, programs) {
	const strace = findProgram("strace");
	if (strace === undefined) {
		console.log("strace is not installed here: system calls are not counted.");
		return undefined;
	}
	const folder = mkdtempSync(join(tmpdir(), "pidone-strace-"));
	const counts = contenders.map(({ path, options }) => {
		const file = join(folder, "calls");
		execFileSync(strace, ["-f", "-o", file, path, ...options, programs.true], { stdio: "ignore" });
		return count(readFileSync(file, "utf8"), programs.true);
	});
	rmSync(folder, { recursive: true, force: true });
	return counts;
}

/**
 * @param {string} trace
 * @param {string} program that the child becomes
 */
function count(trace, program) {
	// Signals and exits are not calls, and neither is the second half of an interrupted line.
	const calls = trace.split("\n").filter((line) => /^\d+ +\w+\(/.test(line));
	const parent = calls[0]?.split(" ")[0];
	const own = calls.filter((line) => line.startsWith(`${parent} `));
	const child = calls.filter((line) => !line.startsWith(`${parent} `));
	return {
		// The first call is the one that started the init itself.
		parent: own.findIndex((line) => /^\d+ +(v?fork|clone3?)\(/.test(line)),
		child: child.findIndex((line) => line.includes(`execve("${program}"`)) + 1,
	};
}
