// A container engine for the end-to-end tests. Progress goes to stderr.
//   up [--dir DIR] [--suite SUITE] [--json]   finds an engine, or sets one up from Debian's packages; prints the
//                                             environment in which `docker` reaches it
//   up --platforms …                          sets up another one, whose image store holds several platforms
//   down [--dir DIR] [--suite SUITE] [--platforms]   stops what `up` has started there, if anything
//   image NAME                                makes a base image, unless the engine that `docker` reaches has it
// --suite always sets up the engine of that Debian suite. DIR is $PIDONE_E2E_ENGINE_DIR, or a folder below the user's
// cache, where a second run finds what the first one has fetched.
import { parseArgs } from "node:util";
import { downEngine } from "./engine/down.js";
import { needImage } from "./engine/images.js";
import { findFolder, layOutState } from "./engine/layout.js";
import { log } from "./engine/log.js";
import { upEngine } from "./engine/up.js";

const USAGE =
	"node scripts/engine.js up [--dir DIR] [--suite SUITE] [--platforms] [--json] | down [--dir DIR] [--suite SUITE] [--platforms] | image NAME";

try {
	await main();
} catch (error) {
	log(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
}

async function main() {
	const options = /** @type {const} */ ({
		dir: { type: "string" },
		suite: { type: "string" },
		platforms: { type: "boolean" },
		json: { type: "boolean" },
	});
	const { values, positionals } = parseArgs({ options, allowPositionals: true });
	const [command, ...names] = positionals;
	const place = layOutState(findFolder(values.dir, values.suite), values.platforms === true);
	if (command === "up" && names.length === 0) printEngine(await upEngine(place, values.suite), values.json === true);
	else if (command === "down" && names.length === 0) await downEngine(place);
	else if (command === "image" && names.length > 0) for (const name of names) await needImage(name, {});
	else throw new Error(USAGE);
}

/**
 * @param {import("./engine/up.js").Engine} engine
 * @param {boolean} asJson
 */
function printEngine(engine, asJson) {
	if (asJson) console.log(JSON.stringify(engine));
	else for (const [name, value] of Object.entries(engine.env)) console.log(`export ${name}=${quoteWord(value)}`);
}

/** @param {string} word for a shell */
function quoteWord(word) {
	return `'${word.replaceAll("'", "'\\''")}'`;
}
