import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { findMirror } from "./host-packages.js";
import { layOutPrograms } from "./layout.js";
import { log, time } from "./log.js";

/** Newest first. The programs of both run with the libc of Debian 12. */
const SUITES = ["forky", "trixie"];

/** The packages of an engine. */
const PACKAGES = ["docker.io", "containerd"];

/** Separate packages since Debian 13. Before that, docker-compose was not a plugin, and buildx did not exist. */
const APART = ["docker-cli", "docker-buildx", "docker-compose"];

/**
 * Unpacks the programs of an engine into a folder, separate from those of the host.
 * @param {string} folder
 * @param {string | undefined} suite of Debian; undefined for the newest whose programs run here
 * @returns {Promise<ReturnType<typeof layOutPrograms>>}
 */
export async function needPrograms(folder, suite) {
	for (const name of suite === undefined ? SUITES : [suite]) {
		const programs = layOutPrograms(folder, name);
		try {
			if (!existsSync(programs.prefix))
				await time(`unpacked the engine of Debian ${name}`, () => unpackPrograms(name, programs.prefix));
			await execa(programs.dockerd, ["--version"]);
			return programs;
		} catch (error) {
			log(`no engine of Debian ${name}: ${error instanceof Error ? error.message : error}`);
		}
	}
	throw new Error("no suite of Debian has an engine that runs here");
}

/**
 * Unpacks everything elsewhere, and renames it when it is complete.
 * @param {string} suite
 * @param {string} prefix
 */
async function unpackPrograms(suite, prefix) {
	const making = `${prefix}.${process.pid}`;
	const apt = `${making}.apt`;
	try {
		const archives = await downloadPackages(suite, apt);
		mkdirSync(making, { recursive: true });
		for (const archive of archives) await execa("dpkg-deb", ["-x", archive, making]);
		renameSync(making, prefix);
	} finally {
		rmSync(making, { recursive: true, force: true });
		rmSync(apt, { recursive: true, force: true });
	}
}

/**
 * Downloads with a separate apt configuration, so that the machine's is not changed.
 * @param {string} suite
 * @param {string} apt a folder for lists and archives
 * @returns {Promise<string[]>} the archives
 */
async function downloadPackages(suite, apt) {
	const archives = join(apt, "cache/archives");
	for (const path of [join(apt, "lists/partial"), join(archives, "partial")]) mkdirSync(path, { recursive: true });
	writeFileSync(join(apt, "status"), "");
	writeFileSync(join(apt, "engine.sources"), await formatSource(suite));
	const options = listOptions(apt);
	await execa("apt-get", [...options, "-qq", "update"]);
	const hasPackage = async (/** @type {string} */ name) =>
		!(await execa("apt-cache", [...options, "show", name], { reject: false })).failed;
	// The init that `docker run --init` starts is in a separate package since Debian 14.
	const init = (await hasPackage("tini-static")) ? "tini-static" : "tini";
	const names = [...PACKAGES, init, ...((await hasPackage("docker-cli")) ? APART : [])];
	await execa("apt-get", [...options, "-qq", "download", ...names], { cwd: archives });
	return readdirSync(archives)
		.filter((name) => name.endsWith(".deb"))
		.map((name) => join(archives, name));
}

/** @param {string} suite */
async function formatSource(suite) {
	const keys = "/usr/share/keyrings/debian-archive-keyring.gpg";
	return `Types: deb\nURIs: ${await findMirror()}\nSuites: ${suite}\nComponents: main\nSigned-By: ${keys}\n`;
}

/** @param {string} apt */
function listOptions(apt) {
	const settings = [
		"Dir::Etc::SourceList=/dev/null",
		`Dir::Etc::SourceParts=${apt}`,
		`Dir::State::Lists=${join(apt, "lists")}`,
		`Dir::State::status=${join(apt, "status")}`,
		`Dir::Cache=${join(apt, "cache")}`,
		"Acquire::Languages=none",
		// A mirror that lags behind is good enough: its signatures are checked.
		"Acquire::Check-Valid-Until=false",
		"APT::Sandbox::User=root",
	];
	return settings.flatMap((setting) => ["-o", setting]);
}
