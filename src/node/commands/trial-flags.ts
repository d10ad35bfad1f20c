import { UserError } from "../../core/user-error.ts";
import { optionError } from "../option-error.ts";
import type { TrialFlags } from "../settings/flags.ts";
import type { TrialOptions } from "../trial/try-container.ts";

/** Options that a trial does not support, by their spellings, and why. */
type Refused = readonly (readonly [why: string, ...spellings: string[]])[];

const REFUSED_IN_RUN: Refused = [
	["pidone removes the container itself, after it has read its exit code", "--rm"],
	["it puts another init in front of both containers", "--init"],
	["it replaces the ENTRYPOINT, and so the init", "--entrypoint"],
	["pidone names the containers itself", "--name"],
	["the container must stay down after it has ended", "--restart"],
	["pidone starts the container in the background anyway", "--detach", "-d"],
];

const REFUSED_IN_BUILD: Refused = [
	["pidone names the images itself", "--tag", "-t"],
	["name the Dockerfile as the target of the trial", "--file", "-f"],
	["a trial leaves nothing behind", "--push", "--output", "-o"],
];

/** Reads the options of trial. Throws UserError that names option and value. */
export function readTrialFlags(flags: TrialFlags, command: readonly string[]): TrialOptions {
	const { runOption: runOptions = [], buildOption: buildOptions = [], platform = [], readyLog, readyAfter } = flags;
	refuse("--run-option", runOptions, REFUSED_IN_RUN);
	refuse("--build-option", buildOptions, REFUSED_IN_BUILD);
	if (readyLog !== undefined && readyAfter !== undefined)
		throw new UserError("--ready-log and --ready-after: only one of them can decide when the container is up");
	if (readyLog === "") throw optionError("--ready-log", readyLog, "must be a text in the log of the container");
	return {
		ready: {
			...(readyLog === undefined ? {} : { log: readyLog }),
			...(readyAfter === undefined ? {} : { after: readSeconds("--ready-after", readyAfter) }),
			timeout: readSeconds("--timeout", flags.timeout),
		},
		stopTimeout: Math.ceil(readSeconds("--stop-timeout", flags.stopTimeout)),
		runOptions: [...platform.map((each) => `--platform=${each}`), ...runOptions],
		command,
	};
}

function refuse(name: string, options: readonly string[], refused: Refused): void {
	for (const option of options) {
		const [spelling = ""] = option.split("=");
		const [why] = refused.find(([, ...spellings]) => spellings.includes(spelling)) ?? [];
		if (why !== undefined) throw optionError(name, option, `is not supported: ${why}`);
	}
}

function readSeconds(option: string, text: string): number {
	const seconds = Number(text);
	if (!/^\d+(?:\.\d+)?$/.test(text) || seconds > 86_400)
		throw optionError(option, text, "must be a number of seconds up to 86400");
	return seconds;
}
