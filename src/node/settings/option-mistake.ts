import type { ConfigSettings } from "../config/config.ts";
import { optionError } from "../option-error.ts";

/** The settings that only a Dockerfile or a config file can prove wrong, and the options that set them. */
const OPTIONS = [
	["entrypointPath", "--entrypoint-path"],
	["initOptions", "--init-option"],
	["killOrphans", "--kill-orphans"],
	["source", "--source"],
	["target", "--target"],
] as const;

/**
 * An error in a setting, in the words of the command line if the value comes from there. The library, and the reader of
 * config files, begin a message with the name of the setting: `entrypointPath: "x": must end in pidone`.
 * @param given the settings of the command line
 */
export function inWordsOfOptions(error: unknown, given: ConfigSettings): unknown {
	const message = error instanceof Error ? error.message : "";
	for (const [name, option] of OPTIONS) {
		const value = given[name];
		if (value === undefined || !message.startsWith(`${name}: `)) continue;
		const why = message.slice(name.length + 2).replace(`${JSON.stringify(value)}: `, "");
		return optionError(option, [value].flat().join(name === "killOrphans" ? "," : " "), why, { cause: error });
	}
	return error;
}
