import { registerEmulators } from "./binfmt.js";
import { describeEnv, findDaemon, linkPlugins, startDaemon } from "./daemon.js";
import { installHostPackages, requireDebian } from "./host-packages.js";
import { lightestImages, lightImages, needImage, platformImages } from "./images.js";
import { log, time } from "./log.js";
import { needPrograms } from "./programs.js";
import { findEngine, hasBuildx } from "./reach.js";
import { makeRootFilesystem } from "./root-filesystem.js";

/** @typedef {import("./layout.js").Place} Place */
/**
 * @typedef {object} Engine
 * @property {Readonly<Record<string, string>>} env in which `docker` reaches it, on top of this process's own
 * @property {boolean} isOurs whether this call started it, so that the caller must stop it
 * @property {string} version
 */

/** Their newer versions need a newer libc than the engine's other programs. */
const HOST_PACKAGES = ["runc", "mmdebstrap", "busybox-static", "docker-registry", "qemu-user-static", "binfmt-support"];

/** Libraries of the engine of Debian 12; later engines need none. */
const LIBRARIES = { bookworm: ["libdevmapper1.02.1", "libsystemd0"] };

/**
 * Returns the engine that is reachable, or sets one up in a place.
 * @param {Place} place one for several platforms is always set up
 * @param {string | undefined} suite always sets up the engine of this suite of Debian
 * @returns {Promise<Engine>}
 * @throws {Error} if none is reachable and none can be set up
 */
export async function upEngine(place, suite) {
	const isBesides = suite !== undefined || place.isMultiPlatform;
	const version = isBesides ? undefined : await findEngine({});
	const engine = version === undefined ? await startEngine(place, suite) : await useEngine(version);
	for (const name of listImages(place, suite)) await needImage(name, engine.env);
	return engine;
}

/**
 * @param {Place} place
 * @param {string | undefined} suite
 */
function listImages({ isMultiPlatform }, suite) {
	if (isMultiPlatform) return platformImages;
	return suite === undefined ? lightImages : lightestImages;
}

/**
 * @param {string} version
 * @returns {Promise<Engine>}
 */
async function useEngine(version) {
	log(`uses the one that is here, Docker ${version}`);
	if (!(await hasBuildx({}))) log("its docker has no buildx: tests that need it will fail");
	return { env: {}, isOurs: false, version };
}

/**
 * @param {Place} place
 * @param {string | undefined} suite
 * @returns {Promise<Engine>}
 */
async function startEngine(place, suite) {
	await requireDebian();
	await installHostPackages([...HOST_PACKAGES, ...listLibraries(suite)]);
	const [programs] = await Promise.all([
		needPrograms(place.folder, suite),
		makeRootFilesystem("bookworm"),
		registerEmulators(),
	]);
	const isRunning = findDaemon(place) !== undefined;
	linkPlugins(place, programs.plugins);
	if (!isRunning) await time("started dockerd", () => startDaemon(place, programs));
	const env = describeEnv(place, programs);
	const version = await findEngine(env);
	if (version === undefined) throw new Error(`dockerd runs and does not answer: see ${place.log}`);
	log(`${isRunning ? "was started before" : "runs"}: Docker ${version}, in ${place.state}`);
	return { env, isOurs: !isRunning, version };
}

/** @param {string | undefined} suite */
function listLibraries(suite) {
	return suite === "bookworm" ? LIBRARIES.bookworm : [];
}
