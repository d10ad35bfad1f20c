import { readFileSync } from "node:fs";
import { splitWords } from "./split-words.js";

/** What `command` may be, as the words of a command line. */
const commands = new Map(
	["check", "rewrite --check", "rewrite --write", "emit", "emit --check"].map((command) => [
		command,
		command.split(" "),
	]),
);

/**
 * The inputs of the action, checked. Throws an Error that names the input.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ command: string, words: readonly string[], paths: readonly string[], args: readonly string[], version:
 * string }}
 */
export function readInputs(env) {
	const command = (env.INPUT_COMMAND ?? "").trim().replace(/\s+/g, " ") || "check";
	const words = commands.get(command);
	if (words === undefined)
		throw new Error(`the input command is ${JSON.stringify(command)}: it can be ${[...commands.keys()].join(", ")}`);
	const args = splitWords("args", env.INPUT_ARGS ?? "");
	if (args.includes("--")) throw new Error("the input args holds --: paths have an input of their own");
	const version = (env.INPUT_VERSION ?? "").trim() || ownVersion();
	if (!/^[0-9a-z][0-9a-z.+-]*$/i.test(version) && !version.endsWith(".tgz"))
		throw new Error(
			`the input version is ${JSON.stringify(version)}: it can be a version, a tag of the npm registry, or the path of a .tgz file`,
		);
	return { command, words, args, version, paths: splitWords("paths", env.INPUT_PATHS ?? "") };
}

/** Action and package are released together, so a tag of the action runs the package of the same version. */
function ownVersion() {
	return JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version;
}
