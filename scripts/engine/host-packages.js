import { execa } from "execa";
import { log, time } from "./log.js";

/**
 * Installs the packages that this machine lacks.
 * @param {readonly string[]} names
 * @throws {Error} if it cannot: the message has apt's reason
 */
export async function installHostPackages(names) {
	/** @type {string[]} */
	const missing = [];
	for (const name of names) if (!(await isInstalled(name))) missing.push(name);
	if (missing.length === 0) return;
	await time(`installed ${missing.join(" ")}`, async () => {
		await runApt(["-qq", "update"]);
		await runApt(["-qq", "install", "-y", "--no-install-recommends", ...missing]);
	});
}

/**
 * The mirror from which this machine gets Debian.
 * @returns {Promise<string>} its URI
 * @throws {Error} if apt knows none
 */
export async function findMirror() {
	const { stdout } = await execa("apt-get", ["indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"]);
	const mirror = stdout.split("\n").find((uri) => /\/debian\/?$/.test(uri));
	if (mirror === undefined)
		throw new Error("apt is configured with no mirror of Debian, which the engine and the base images are made of");
	return mirror;
}

/** @throws {Error} if this machine cannot have an engine */
export async function requireDebian() {
	if (process.platform !== "linux")
		throw new Error(
			`no engine is reachable, and none can be made on ${process.platform}: start one, and set DOCKER_HOST`,
		);
	if (process.getuid?.() !== 0)
		throw new Error(
			"no engine is reachable, and only root can make one: start one and set DOCKER_HOST, or run this as root",
		);
	const { failed } = await execa("apt-get", ["--version"], { reject: false });
	if (failed)
		throw new Error("no engine is reachable, and none can be made without apt-get: start one, and set DOCKER_HOST");
}

/** @param {string} name */
async function isInstalled(name) {
	const { stdout } = await execa("dpkg-query", ["--show", "--showformat", "${db:Status-Status}", name], {
		reject: false,
	});
	return stdout === "installed";
}

/** @param {readonly string[]} args */
async function runApt(args) {
	const env = { DEBIAN_FRONTEND: "noninteractive" };
	const { failed, stderr } = await execa("apt-get", ["-o", "DPkg::Lock::Timeout=120", ...args], { env, reject: false });
	if (!failed) return;
	log(stderr);
	throw new Error(`apt-get ${args.join(" ")} failed`);
}
