import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { format, median, printTable } from "./table.js";

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const parse = fileURLToPath(new URL("parse-folder.js", import.meta.url));
const ROUNDS = 3;
const FILES_A_FOLDER = 400;

/** @typedef {{ readonly seconds: number, readonly cpu: number, readonly megabytes: number }} Run */

/**
 * Runs pidone on files on disk, and for comparison dockerfile-ast's parser and ripgrep's walk. Each is a separate
 * process, and they take turns. CPU time counts, because others may use the machine.
 * @param {readonly string[]} files
 */
export function measureWholeProcesses(files) {
	const folder = mkdtempSync(join(tmpdir(), "pidone-bench-"));
	try {
		for (const [index, text] of files.entries()) {
			const file = join(folder, `d${Math.floor(index / FILES_A_FOLDER)}/service-${index}/Dockerfile`);
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, text);
		}
		compare(folder, files.length);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/**
 * @param {string} folder
 * @param {number} count of files
 */
function compare(folder, count) {
	const node = process.execPath;
	const walk = isThere("rg") ? ["rg", "--files", folder] : ["find", folder, "-type", "f"];
	const commands = [
		{ name: "dockerfile-ast parse", words: [node, parse, folder] },
		{ name: walk[0] === "rg" ? "rg --files" : "find (there is no rg)", words: walk },
		{ name: "pidone check", words: [node, cli, "check", folder] },
		{ name: "pidone check --jobs 1", words: [node, cli, "check", "--jobs", "1", folder] },
		{ name: "pidone rewrite, proven", words: [node, cli, "rewrite", folder] },
	];
	const entries = commands.map((command) => ({ ...command, runs: /** @type {Run[]} */ ([]) }));
	for (let round = 0; round < ROUNDS; round++) for (const { words, runs } of entries) runs.push(run(words));
	const cpuOf = (/** @type {{ readonly runs: readonly Run[] } | undefined} */ entry) =>
		median((entry?.runs ?? []).map(({ cpu }) => cpu));
	printTable(
		["whole processes", "s", "files/s", "CPU s", "CPU × dockerfile-ast", "MB"],
		entries.map((entry) => {
			const seconds = median(entry.runs.map((each) => each.seconds));
			return [
				entry.name,
				format(seconds, 2),
				format(count / seconds),
				format(cpuOf(entry), 2),
				format(cpuOf(entry) / cpuOf(entries[0]), 2),
				format(Math.max(...entry.runs.map(({ megabytes }) => megabytes))),
			];
		}),
	);
}

/** @param {string} program */
function isThere(program) {
	return spawnSync(program, ["--version"], { stdio: "ignore" }).status === 0;
}

/**
 * @param {readonly string[]} words
 * @returns {Run}
 */
function run(words) {
	const start = performance.now();
	const { status, stderr } = spawnSync("/usr/bin/time", ["-f", "%U %S %M", ...words], {
		stdio: ["ignore", "ignore", "pipe"],
		encoding: "utf8",
		maxBuffer: 1 << 28,
	});
	const seconds = (performance.now() - start) / 1000;
	// 1 and 4 are exit codes for what check found.
	if (![0, 1, 4].includes(status ?? -1)) throw new Error(`${words.join(" ")} ended with status ${status}: ${stderr}`);
	const [user = 0, system = 0, kilobytes = 0] = (stderr.trimEnd().split("\n").at(-1) ?? "").split(" ").map(Number);
	return { seconds, cpu: user + system, megabytes: kilobytes / 1024 };
}
