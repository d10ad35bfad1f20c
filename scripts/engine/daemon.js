import { spawn } from "node:child_process";
import {
	existsSync,
	mkdirSync,
	openSync,
	readFileSync,
	readlinkSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { execa } from "execa";
import { freeMemory, keepInMemory } from "./memory.js";
import { findEngine, MADE_LABEL } from "./reach.js";

const START_MS = 60_000;

/** dockerd allows its containers 15 seconds. */
const STOP_MS = 40_000;

/** @typedef {import("./layout.js").Place} Place */
/** @typedef {ReturnType<typeof import("./layout.js").layOutPrograms>} Programs */

/**
 * Starts the engine of a place, and waits until it answers.
 * @param {Place} place
 * @param {Programs} programs
 * @throws {Error} with the end of its log when it ends, or does not answer
 */
export async function startDaemon(place, programs) {
	const { state, log, pidFile } = place;
	mkdirSync(state, { recursive: true });
	await keepInMemory(place);
	// After a crash, the number may belong to another process, and dockerd would refuse to start.
	rmSync(pidFile, { force: true });
	const output = openSync(log, "w");
	const env = { ...process.env, PATH: programs.path };
	const daemon = spawn(programs.dockerd, await listFlags(place, programs), {
		env,
		detached: true,
		stdio: ["ignore", output, output],
	});
	daemon.unref();
	const deadline = performance.now() + START_MS;
	while ((await findEngine(describeEnv(place, programs))) === undefined) {
		if (daemon.exitCode === null && performance.now() < deadline) await sleep(100);
		else throw new Error(`dockerd did not start:\n${readFileSync(log, "utf8").split("\n").slice(-20).join("\n")}`);
	}
}

/**
 * The environment in which `docker` reaches the engine of the place, with its plugins.
 * @param {Place} place
 * @param {Programs} programs
 * @returns {Record<string, string>}
 */
export function describeEnv({ socket, config }, programs) {
	return { DOCKER_HOST: `unix://${socket}`, DOCKER_CONFIG: config, PATH: programs.path };
}

/**
 * Links the plugins into the client's configuration.
 * @param {Place} place
 * @param {string} plugins
 */
export function linkPlugins({ config }, plugins) {
	const links = join(config, "cli-plugins");
	mkdirSync(links, { recursive: true });
	for (const name of ["docker-buildx", "docker-compose"]) {
		rmSync(join(links, name), { force: true });
		if (existsSync(join(plugins, name))) symlinkSync(join(plugins, name), join(links, name));
	}
}

/**
 * Stops the engine that was started in a place.
 * @param {Place} place
 * @returns {Promise<boolean>} whether there was one
 */
export async function stopDaemon(place) {
	const pid = findDaemon(place);
	if (pid === undefined) return false;
	process.kill(pid, "SIGTERM");
	const deadline = performance.now() + STOP_MS;
	while (findDaemon(place) !== undefined) {
		if (performance.now() > deadline) throw new Error(`dockerd, process ${pid}, does not end: see ${place.log}`);
		await sleep(100);
	}
	// It leaves the host's network namespace mounted there, so the folder could not be removed.
	await execa("umount", [join(place.exec, "netns/default")], { reject: false });
	await freeMemory(place);
	return true;
}

/**
 * The process of a place's engine. The number in a file may belong to another process by now.
 * @param {Place} place
 * @returns {number | undefined}
 */
export function findDaemon({ folder, pidFile }) {
	try {
		const pid = Number(readFileSync(pidFile, "utf8"));
		const isOurs =
			readlinkSync(`/proc/${pid}/exe`).startsWith(join(folder, "programs-")) &&
			readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(pidFile);
		return isOurs ? pid : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Without a bridge, the engine changes nothing in the host's network; containers use the host's network or none.
 * @param {Place} place
 * @param {Programs} programs
 */
async function listFlags(place, programs) {
	const { data, exec, socket, pidFile } = place;
	const places = ["--data-root", data, "--exec-root", exec, "-H", `unix://${socket}`, "--pidfile", pidFile];
	const network = ["--iptables=false", "--ip6tables=false", "--bridge=none"];
	return [
		...places,
		...network,
		"--label",
		`${MADE_LABEL}=true`,
		...(place.isMultiPlatform ? await listStoreFlags(place, programs) : []),
	];
}

/**
 * containerd's image store can hold images of several platforms, but takes several times as much work. Engines before
 * 24 do not have it, and 26 has no flag for it.
 * @param {Place} place
 * @param {Programs} programs
 */
async function listStoreFlags({ features }, { dockerd }) {
	const { stdout } = await execa(dockerd, ["--version"]);
	const version = Number(/version (\d+)/.exec(stdout)?.[1] ?? 0);
	if (version < 24) throw new Error(`no engine for several platforms: ${stdout}`);
	writeFileSync(features, JSON.stringify({ features: { "containerd-snapshotter": true } }));
	return ["--config-file", features];
}
