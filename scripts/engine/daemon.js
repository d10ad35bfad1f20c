import { spawn } from "node:child_process";
import { existsSync, mkdirSync, openSync, readFileSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { execa } from "execa";
import { layOutState } from "./layout.js";
import { findEngine, MADE_LABEL } from "./reach.js";
import { tell } from "./tell.js";

const START_MS = 60_000;

/** dockerd gives its containers 15 seconds. */
const STOP_MS = 40_000;

/**
 * Starts the engine of the folder, and waits until it answers.
 * @param {string} folder
 * @param {ReturnType<typeof import("./layout.js").layOutPrograms>} programs
 * @throws {Error} with the end of its log when it ends, or does not answer
 */
export async function startDaemon(folder, programs) {
	const { state, log, pidFile } = layOutState(folder);
	mkdirSync(state, { recursive: true });
	// After a crash its number may be another process's by now, and dockerd would not start.
	rmSync(pidFile, { force: true });
	const output = openSync(log, "w");
	const env = { ...process.env, PATH: programs.path };
	const daemon = spawn(programs.dockerd, await listFlags(folder, programs), { env, detached: true, stdio: ["ignore", output, output] });
	daemon.unref();
	const deadline = performance.now() + START_MS;
	while ((await findEngine(describeEnv(folder, programs))) === undefined) {
		if (daemon.exitCode === null && performance.now() < deadline) await sleep(100);
		else throw new Error(`dockerd did not start:\n${readFileSync(log, "utf8").split("\n").slice(-20).join("\n")}`);
	}
}

/**
 * The environment in which `docker` reaches the engine of the folder, with its plugins.
 * @param {string} folder
 * @param {ReturnType<typeof import("./layout.js").layOutPrograms>} programs
 * @returns {Record<string, string>}
 */
export function describeEnv(folder, programs) {
	const { socket, config } = layOutState(folder);
	return { DOCKER_HOST: `unix://${socket}`, DOCKER_CONFIG: config, PATH: programs.path };
}

/**
 * Links the plugins into the client's configuration.
 * @param {string} folder
 * @param {string} plugins
 */
export function linkPlugins(folder, plugins) {
	const links = join(layOutState(folder).config, "cli-plugins");
	mkdirSync(links, { recursive: true });
	for (const name of ["docker-buildx", "docker-compose"]) {
		rmSync(join(links, name), { force: true });
		if (existsSync(join(plugins, name))) symlinkSync(join(plugins, name), join(links, name));
	}
}

/**
 * Stops the engine that was started in the folder.
 * @param {string} folder
 * @returns {Promise<boolean>} whether there was one
 */
export async function stopDaemon(folder) {
	const pid = findDaemon(folder);
	if (pid === undefined) return false;
	process.kill(pid, "SIGTERM");
	const deadline = performance.now() + STOP_MS;
	while (findDaemon(folder) !== undefined) {
		if (performance.now() > deadline) throw new Error(`dockerd, process ${pid}, does not end: see ${layOutState(folder).log}`);
		await sleep(100);
	}
	// It leaves the host's network mounted there, and the folder could not be removed.
	await execa("umount", [join(layOutState(folder).exec, "netns/default")], { reject: false });
	return true;
}

/**
 * The process of the folder's engine. A number in a file may have gone to another process since.
 * @param {string} folder
 * @returns {number | undefined}
 */
export function findDaemon(folder) {
	const { pidFile } = layOutState(folder);
	try {
		const pid = Number(readFileSync(pidFile, "utf8"));
		const isOurs = readlinkSync(`/proc/${pid}/exe`).startsWith(join(folder, "programs-")) && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(pidFile);
		return isOurs ? pid : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Without a bridge the engine changes nothing in the host's network; containers take the host's or none.
 * @param {string} folder
 * @param {ReturnType<typeof import("./layout.js").layOutPrograms>} programs
 */
async function listFlags(folder, programs) {
	const { data, exec, socket, pidFile } = layOutState(folder);
	const places = ["--data-root", data, "--exec-root", exec, "-H", `unix://${socket}`, "--pidfile", pidFile];
	const network = ["--iptables=false", "--ip6tables=false", "--bridge=none"];
	return [...places, ...network, "--label", `${MADE_LABEL}=true`, ...(await listStoreFlags(programs))];
}

/**
 * containerd's image store keeps images of several platforms; engines before 24 have none.
 * @param {ReturnType<typeof import("./layout.js").layOutPrograms>} programs
 */
async function listStoreFlags(programs) {
	const { stdout } = await execa(programs.dockerd, ["--version"]);
	const version = Number(/version (\d+)/.exec(stdout)?.[1] ?? 0);
	if (version === 0) tell(`no version in: ${stdout}`);
	return version >= 24 ? ["--feature", "containerd-snapshotter=true"] : [];
}
