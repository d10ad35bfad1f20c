import { spawnSync } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { platform } from "./programs.js";

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {string} path
 * @property {readonly string[]} options what makes it an init that reaps, also below PID 1
 */

const peers = [
	{ name: "tini", options: ["-s", "--"] },
	{ name: "tini-static", options: ["-s", "--"] },
	{ name: "dumb-init", options: [] },
	{ name: "catatonit", options: ["--"] },
];

/**
 * Compiles the least that an init could do at startup, with this machine's C compiler. Returns `undefined` if that is
 * not possible.
 * @param {string} folder for the program
 * @returns {string | undefined}
 */
export function buildSmallest(folder) {
	const source = fileURLToPath(new URL("smallest.c", import.meta.url));
	const path = join(folder, "smallest");
	const options = ["-Os", "-static", "-nostdlib", "-fno-stack-protector", "-s", "-o", path, source];
	const { error, status } = spawnSync("gcc", options, { stdio: "inherit" });
	if (platform === "amd64" && error === undefined && status === 0) return path;
	console.log(`The smallest C program is left out: ${platform === "amd64" ? "gcc failed" : "it is for amd64"}.`);
	return undefined;
}

/** Our init and the installed peers. Prints the names of the others. @returns {Contender[]} */
export function findContenders() {
	// PIDONE_INIT_BINARY replaces it with another version.
	const own =
		process.env.PIDONE_INIT_BINARY ??
		fileURLToPath(new URL(`../../dist/init/pidone-linux-${platform}`, import.meta.url));
	const found = peers.flatMap(({ name, options }) => {
		const path = findProgram(name);
		if (path === undefined) console.log(`${name} is not installed here and is left out.`);
		return path === undefined ? [] : [{ name, path, options }];
	});
	return [{ name: "pidone", path: own, options: ["--"] }, ...found];
}

/**
 * @param {string} name
 * @returns {string | undefined}
 */
export function findProgram(name) {
	const folders = [...(process.env.PATH ?? "").split(":"), "/usr/sbin", "/usr/bin", "/sbin", "/bin"];
	return folders.map((folder) => `${folder}/${name}`).find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
	try {
		accessSync(path, constants.X_OK);
		return statSync(path).isFile();
	} catch {
		return false;
	}
}
