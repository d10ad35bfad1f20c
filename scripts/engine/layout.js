import { homedir } from "node:os";
import { join, resolve } from "node:path";

/** The path of a socket has at most 107 bytes, and the engine's own sockets are in deeper folders than ours. */
const LONGEST_FOLDER = 64;

/** Where to keep things between two runs. */
export function findCache() {
	return join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "pidone");
}

/**
 * The folder of an engine: the given one, or one below the user's cache, with a folder for each suite.
 * @param {string | undefined} dir
 * @param {string | undefined} suite
 */
export function findFolder(dir, suite) {
	const named = dir ?? (suite === undefined ? process.env.PIDONE_E2E_ENGINE_DIR : undefined);
	const folder = named ? resolve(named) : join(findCache(), suite === undefined ? "engine" : `engine-${suite}`);
	if (Buffer.byteLength(folder) > LONGEST_FOLDER)
		throw new Error(
			`${folder}: too long for the sockets in it, at most ${LONGEST_FOLDER} bytes; name another with --dir`,
		);
	return folder;
}

/** @typedef {ReturnType<typeof layOutState>} Place */

/**
 * The paths in the folder of an engine, which shares its programs with the engine for several platforms.
 * @param {string} folder
 * @param {boolean} isMultiPlatform
 */
export function layOutState(folder, isMultiPlatform) {
	const state = join(folder, isMultiPlatform ? "platforms" : "state");
	return {
		folder,
		isMultiPlatform,
		state,
		data: join(state, "data"),
		exec: join(state, "exec"),
		socket: join(state, "docker.sock"),
		pidFile: join(state, "docker.pid"),
		log: join(state, "dockerd.log"),
		features: join(state, "daemon.json"),
		config: join(state, "config"),
	};
}

/**
 * Where the programs of a suite are unpacked.
 * @param {string} folder
 * @param {string} suite
 */
export function layOutPrograms(folder, suite) {
	const prefix = join(folder, `programs-${suite}`);
	return {
		prefix,
		dockerd: join(prefix, "usr/sbin/dockerd"),
		docker: join(prefix, "usr/bin/docker"),
		plugins: join(prefix, "usr/libexec/docker/cli-plugins"),
		path: `${join(prefix, "usr/bin")}:${join(prefix, "usr/sbin")}:${process.env.PATH}`,
	};
}
