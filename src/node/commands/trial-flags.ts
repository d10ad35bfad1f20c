import { UserError } from "../../core/user-error.ts";
import type { TrialFlags } from "../settings/flags.ts";
import type { TrialOptions } from "../trial/try-container.ts";

/** Options that a trial does not support, and why. */
type Refused = Readonly<Record<string, string>>;

const REFUSED_IN_RUN: Refused = {
	"--rm": "pidone removes the container itself, after it has read its exit code",
	"--init": "it puts another init in front of both containers",
	"--entrypoint": "it replaces the ENTRYPOINT, and so the init",
	"--name": "pidone names the containers itself",
	"--restart": "the container must stay down after it has ended",
	"--detach": "pidone starts the container in the background anyway",
	"-d": "pidone starts the container in the background anyway",
};

const REFUSED_IN_BUILD: Refused = {
	"--tag": "pidone names the images itself",
	"-t": "pidone names the images itself",
	"--file": "name the Dockerfile as the target of the trial",
	"-f": "name the Dockerfile as the target of the trial",
	"--push": "a trial leaves nothing behind",
	"--output": "a trial leaves nothing behind",
	"-o": "a trial leaves nothing behind",
};

/** Reads the options of trial. Throws UserError that names option and value. */
export function readTrialFlags(flags: TrialFlags, command: readonly string[]): TrialOptions {
	const { runOption: runOptions = [], buildOption: buildOptions = [], platform = [], readyLog, readyAfter } = flags;
	refuse("--run-option", runOptions, REFUSED_IN_RUN);
	refuse("--build-option", buildOptions, REFUSED_IN_BUILD);
	if (readyLog !== undefined && readyAfter !== undefined)
		throw new UserError("--ready-log and --ready-after: only one of them can decide when the container is up");
	if (readyLog === "") throw new UserError("--ready-log: the text is empty");
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
		const why = refused[option.split("=")[0] ?? ""];
		if (why !== undefined) throw new UserError(`${name} ${option}: is not supported: ${why}`);
	}
}

function readSeconds(option: string, text: string): number {
	const seconds = Number(text);
	if (!/^\d+(?:\.\d+)?$/.test(text) || seconds > 86_400)
		throw new UserError(`${option} ${text}: must be a number of seconds`);
	return seconds;
}
