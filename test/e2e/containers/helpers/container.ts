import { type Ended, readLogs, runNamed, type Stop, stopContainer, waitForLog } from "../../helpers/containers.ts";
import { docker } from "../../helpers/engine.ts";
import { nameContainer } from "../../helpers/leftovers.ts";

export interface RunOptions {
	/** Options of `docker run`. */
	readonly options?: readonly string[];
	/** The arguments after the image's name. */
	readonly args?: readonly string[];
}

export interface Container {
	readonly id: string;
	/** Runs a command in the container, and resolves to its standard output. */
	readonly exec: (...words: readonly string[]) => Promise<string>;
	/** Standard output and standard error. */
	readonly logs: () => Promise<string>;
	/** Waits until the logs contain a text. */
	readonly waitFor: (text: string) => Promise<void>;
	/** Sends a signal to PID 1. */
	readonly kill: (signal: string) => Promise<void>;
	readonly stop: () => Promise<Stop>;
	/** Waits until the container ends, and resolves to the exit code. */
	readonly wait: () => Promise<number>;
}

/** Starts a container in the background. It is removed when the tests of the file have ended. */
export const runContainer = async (image: string, { options = [], args = [] }: RunOptions = {}): Promise<Container> => {
	const id = nameContainer();
	await docker("run", "--detach", ...commonOptions(id), ...options, image, ...args);
	return openContainer(id);
};

/** Runs a container until it ends. */
export const runToEnd = (image: string, { options = [], args = [] }: RunOptions = {}): Promise<Ended> =>
	runNamed(nameContainer(), ...options, image, ...args);

/** The options of `docker run` that all containers get. */
export const commonOptions = (name: string): readonly string[] => [
	"--name",
	name,
	"--pull",
	"never",
	"--network",
	"none",
];

/** The operations on a running container. */
export const openContainer = (id: string): Container => {
	return {
		id,
		exec: (...words) => docker("exec", id, ...words),
		logs: () => readLogs(id),
		waitFor: (text) => waitForLog(id, text),
		kill: async (signal) => {
			await docker("kill", "--signal", signal, id);
		},
		stop: () => stopContainer(id),
		wait: async () => Number(await docker("wait", id)),
	};
};
