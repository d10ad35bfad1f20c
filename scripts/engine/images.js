import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { importBusybox, importDebian } from "./import-images.js";
import { log, time } from "./log.js";
import { addNode } from "./node-context.js";
import { isMadeHere } from "./reach.js";

/**
 * @typedef {Readonly<Record<string, string>>} Env the environment in which `docker` reaches the engine, in addition
 * to this process's own
 */
/**
 * @typedef {object} Recipe
 * @property {string} [base] the image that it is built on
 * @property {string} [context] its folder in test/e2e/images
 * @property {(context: string) => void | Promise<void>} [prepare] adds this machine's files to a copy of the folder
 * @property {(name: string, env: Env) => Promise<void>} [make] makes the image without a build
 */

/**
 * Stand-ins are made from Debian's packages, with the configuration of the image that they are named after.
 * @type {Readonly<Record<string, Recipe>>}
 */
const recipes = {
	"debian:bookworm-slim": { make: importDebian },
	"debian:bookworm": { base: "debian:bookworm-slim", make: tagBase },
	"debian:trixie-slim": { make: importDebian },
	"busybox:latest": { make: importBusybox },
	"node:22-slim": { base: "debian:bookworm-slim", context: "node", prepare: addNode },
	"node:20-slim": { base: "node:22-slim", make: tagBase },
	"python:3.12-slim": { base: "debian:bookworm-slim", context: "python" },
	"golang:1.23": { base: "debian:bookworm-slim", context: "golang" },
	"eclipse-temurin:21-jdk": { base: "debian:bookworm-slim", context: "eclipse-temurin" },
	"eclipse-temurin:21-jre": { base: "eclipse-temurin:21-jdk", make: tagBase },
	// The real apk requires the real mirrors. A test that needs the stand-in names it; no registry has it.
	"pidone-stand-in/alpine:3.20": { base: "busybox:latest", context: "alpine" },
	"alpine:3.20": { base: "pidone-stand-in/alpine:3.20", make: tagBase },
	"fedora:41": { base: "debian:bookworm-slim", context: "fedora" },
};

/** The images that an engine gets immediately. */
export const lightImages = [
	"debian:bookworm-slim",
	"debian:bookworm",
	"busybox:latest",
	"node:22-slim",
	"node:20-slim",
];

/** The images that an engine of another suite gets. */
export const lightestImages = ["busybox:latest"];

/** The images that an engine for several platforms gets. The frontend is built from the second. */
export const platformImages = ["busybox:latest", "debian:trixie-slim", "node:22-slim"];

/**
 * Makes an image unless the engine has it. In the user's own engine, it is pulled; in one that was made here, or that
 * reaches no registry, a stand-in is built.
 * @param {string} name with its tag
 * @param {Env} env
 * @throws {Error} if there is no such stand-in, or it cannot be built
 */
export async function needImage(name, env) {
	const recipe = recipes[name];
	if (recipe === undefined)
		throw new Error(`there is no stand-in for ${name}: ${Object.keys(recipes).join(", ")} have one`);
	if ((await isThere(name, env)) || (await isPulled(name, env))) return;
	if (recipe.base !== undefined) await needImage(recipe.base, env);
	if (recipe.make !== undefined) await time(`made ${name}`, async () => recipe.make?.(name, env));
	else await time(`built the stand-in for ${name}`, () => buildImage(name, recipe, env));
}

/**
 * @param {string} name
 * @param {Env} env
 */
async function isThere(name, env) {
	const { failed } = await execa("docker", ["image", "inspect", name], { env, reject: false });
	return !failed;
}

/**
 * @param {string} name
 * @param {Env} env
 */
async function isPulled(name, env) {
	if (name.startsWith("pidone-stand-in/") || (await isMadeHere(env))) return false;
	const { failed } = await execa("docker", ["pull", "--quiet", name], { env, reject: false, timeout: 300_000 });
	log(
		failed ? `${name} cannot be pulled: makes a stand-in of that name in the engine that was here` : `pulled ${name}`,
	);
	return !failed;
}

/**
 * @param {string} name
 * @param {Env} env
 */
async function tagBase(name, env) {
	await execa("docker", ["tag", recipes[name]?.base ?? "", name], { env });
}

/**
 * @param {string} name
 * @param {Recipe} recipe
 * @param {Env} env
 */
async function buildImage(name, { context = "", prepare }, env) {
	const copy = mkdtempSync(join(tmpdir(), "pidone-image-"));
	try {
		cpSync(fileURLToPath(new URL(`../../test/e2e/images/${context}/`, import.meta.url)), copy, { recursive: true });
		await prepare?.(copy);
		const label = ["--label", `pidone.stand-in=${name}`];
		const { failed, stderr } = await execa("docker", ["build", "--network", "host", ...label, "--tag", name, copy], {
			env,
			reject: false,
		});
		// Another process may have been faster, and containerd's image store rejects a name that exists.
		if (failed && !(await isThere(name, env)))
			throw new Error(`the stand-in for ${name} cannot be built:\n${stderr.split("\n").slice(-30).join("\n")}`);
	} finally {
		rmSync(copy, { recursive: true, force: true });
	}
}
