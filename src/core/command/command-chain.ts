import type { Environment } from "../inits/effective-invocation.ts";
import type { InitInvocation } from "../inits/invocation.ts";
import type { ImageFile } from "./image-file.ts";

/** One program on the way from the argument vector to the program at the end. */
export interface CommandStep {
	/**
	 * `wrapper`: it runs the rest of its words; `shell`: a shell with its text, or with the script that follows;
	 * `script`: a shell script.
	 */
	readonly kind: "init" | "wrapper" | "shell" | "script" | "program";
	/** The step's own words and those that it runs. */
	readonly argv: readonly string[];
	/** The indices of words whose value is unknown until the container runs: they are as they are written. */
	readonly unknownWords: readonly number[];
	/** Index in the command of the word that it comes from; for a step in a text or script, the index of that. */
	readonly index: number;
	/** Whether it replaces the step before, or is its child. The first one is PID 1. */
	readonly how: "exec" | "child";
	/** Whether a shell starts it and can do nothing until it ends, not even run a trap. */
	readonly isForeground: boolean;
	/** Whether a shell starts it in a process group of its own. */
	readonly isJob: boolean;
	/** Where a script starts it, such as `run.sh:3`; undefined if the command itself does. */
	readonly place: string | undefined;
	/** With the options that its environment adds. */
	readonly invocation: InitInvocation | undefined;
	/** The file of a script, and of another program where the Dockerfile puts it into the image. */
	readonly file: ImageFile | undefined;
	/** Whether a script, or a shell's text, handles the stop signal itself, as soon as no child is in the foreground. */
	readonly hasTrap: boolean;
	/** Whether the stop signal ends it by a trap that sends signals, whatever is in the foreground. */
	readonly hasExitTrap: boolean;
}

/** One path that the execution of a command may take. */
export interface CommandChain {
	/** The first is PID 1; never empty. */
	readonly steps: readonly CommandStep[];
	/** Why it is not known what the last step runs; undefined if the last step is the final program. */
	readonly unknown?: string;
}

/** The image that a command runs in, as far as it decides what runs. */
export interface CommandImage {
	/** The image's environment. */
	readonly environment: Environment;
	/** What stops its containers; undefined if that is not known. */
	readonly stopSignal?: string | undefined;
	/**
	 * Finds a program's file in the image; undefined if no instruction is known to put it there.
	 * @param path PATH, if a script has changed the image's
	 */
	readonly findProgram: (word: string, folder: string | undefined, path?: string) => ImageFile | undefined;
	/** Finds the file that a shell is given to run. */
	readonly findScript: (word: string, folder: string | undefined) => ImageFile | undefined;
}

/** An image about which nothing is known. */
export const UNKNOWN_IMAGE: CommandImage = {
	environment: new Map(),
	findProgram: () => undefined,
	findScript: () => undefined,
};
