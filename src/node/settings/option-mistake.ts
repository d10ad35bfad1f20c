import { OptionMistake } from "../../core/option-mistake.ts";
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
 * An error in a setting, in the words of the command line if the value comes from there.
 * @param given the settings of the command line
 */
export function inWordsOfOptions(error: unknown, given: ConfigSettings): unknown {
	if (!(error instanceof OptionMistake)) return error;
	const [name, option] = OPTIONS.find(([each]) => each === error.option) ?? [];
	const value = name && given[name];
	if (option === undefined || value === undefined) return error;
	return optionError(option, [value].flat().join(name === "killOrphans" ? "," : " "), error.why, { cause: error });
}
