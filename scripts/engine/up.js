import { registerEmulators } from "./binfmt.js";
import { describeEnv, findDaemon, linkPlugins, startDaemon } from "./daemon.js";
import { installHostPackages, requireDebian } from "./host-packages.js";
import { lightImages, needImage } from "./images.js";
import { layOutState } from "./layout.js";
import { needPrograms } from "./programs.js";
import { findEngine, hasBuildx } from "./reach.js";
import { makeRootFilesystem } from "./root-filesystem.js";
import { tell, time } from "./tell.js";

/**
 * @typedef {object} Engine
 * @property {Readonly<Record<string, string>>} env in which `docker` reaches it, on top of this process's own
 * @property {boolean} isOurs whether this call started it, so that the caller has to stop it
 * @property {string} version
 */

/** Their newer versions need a newer libc than the engine's other programs do. */
const HOST_PACKAGES = ["runc", "mmdebstrap", "busybox-static", "docker-registry", "qemu-user-static", "binfmt-support"];

/** What the engine of Debian 12 is linked with; the later ones need nothing. */
const LIBRARIES = { bookworm: ["libdevmapper1.02.1", "libsystemd0"] };

/**
 * Gives the engine that is reachable, or makes one in the folder.
 * @param {string} folder
 * @param {string | undefined} suite asks for the engine of a suite of Debian, whatever is reachable
 * @returns {Promise<Engine>}
 * @throws {Error} when there is none and none can be made
 */
export async function upEngine(folder, suite) {
	const version = suite === undefined ? await findEngine({}) : undefined;
	const engine = version === undefined ? await startEngine(folder, suite) : await useEngine(version);
	for (const name of lightImages) await needImage(name, engine.env);
	return engine;
}

/**
 * @param {string} version
 * @returns {Promise<Engine>}
 */
async function useEngine(version) {
	tell(`uses the one that is here, Docker ${version}`);
	if (!(await hasBuildx({}))) tell("its docker has no buildx: tests that need it will fail");
	return { env: {}, isOurs: false, version };
}

/**
 * @param {string} folder
 * @param {string | undefined} suite
 * @returns {Promise<Engine>}
 */
async function startEngine(folder, suite) {
	await requireDebian();
	await installHostPackages([...HOST_PACKAGES, ...listLibraries(suite)]);
	const [programs] = await Promise.all([needPrograms(folder, suite), makeRootFilesystem(), registerEmulators()]);
	const isRunning = findDaemon(folder) !== undefined;
	linkPlugins(folder, programs.plugins);
	if (!isRunning) await time("started dockerd", () => startDaemon(folder, programs));
	const env = describeEnv(folder, programs);
	const version = await findEngine(env);
	if (version === undefined) throw new Error(`dockerd runs and does not answer: see ${layOutState(folder).log}`);
	tell(`${isRunning ? "was started before" : "runs"}: Docker ${version}, in ${folder}`);
	return { env, isOurs: !isRunning, version };
}

/** @param {string | undefined} suite */
function listLibraries(suite) {
	return suite === "bookworm" ? LIBRARIES.bookworm : [];
}
