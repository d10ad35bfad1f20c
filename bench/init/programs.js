// The measuring programs are written in the init's own TypeScript and compiled with the project's compiler, so nothing
// else has to be installed, and the programs add next to nothing to what is measured.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compileInit } from "../../dist/init/compiler/compile.js";
import { targets } from "../../dist/init/compiler/targets.js";

const sources = readSources(new URL("programs/", import.meta.url));
const library = readSources(new URL("../../src/init/program/", import.meta.url));

/** @param {URL} folder */
function readSources(folder) {
	const names = readdirSync(folder).filter((name) => name.endsWith(".ts"));
	return new Map(names.map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));
}

/** Docker's name for this computer's CPU, from that of Node.js. */
export const platform = { x64: "amd64", arm64: "arm64" }[process.arch];

/**
 * Compiles programs for this computer into a folder that is deleted when the benchmark ends.
 * @template {string} Name
 * @param {readonly Name[]} names
 * @returns {Promise<Record<Name, string>>} the path of each
 */
export async function buildPrograms(names) {
	const folder = mkdtempSync(join(tmpdir(), "pidone-bench-"));
	process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
	const own = targets.filter(({ name }) => name === platform);
	/** @type {[Name, string][]} */
	const paths = [];
	for (const name of names) {
		const [executable] = await compileInit(`${name}.ts`, sources, library, own);
		const path = join(folder, name);
		writeFileSync(path, executable?.elf ?? "", { mode: 0o755 });
		paths.push([name, path]);
	}
	return /** @type {Record<Name, string>} */ (Object.fromEntries(paths));
}
