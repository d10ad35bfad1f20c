import { readFileSync } from "node:fs";
import { delimiter } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll } from "vitest";
import { type Spawned, spawnSmall } from "../../../spawn/spawn.ts";
import { binFolder, type Init } from "./inits.ts";
import { namespace, noNamespace } from "./namespace.ts";
import { searchPath } from "./programs.ts";

export interface Options {
	readonly env?: Readonly<Record<string, string>>;
	readonly cwd?: string;
	/** Without it, stdin is /dev/null. */
	readonly input?: string;
	/** Milliseconds. */
	readonly timeout?: number;
}

export interface Result {
	/** If a signal ended the process: 128 + the number of the signal, as in a shell. */
	readonly status: number;
	readonly stdout: string;
	readonly stderr: string;
}

export interface Running {
	/** Resolves to the next line of stdout, and rejects if none comes in time. */
	readonly readLine: () => Promise<string>;
	/** Reads lines up to the first one that matches, and resolves to that line. */
	readonly readUntil: (pattern: RegExp) => Promise<string>;
	readonly write: (text: string) => void;
	/** Closes its stdin. */
	readonly end: () => void;
	/**
	 * The process ID, in the PID namespace of the tests, of the descendant at this depth. Each process on the way to it
	 * must have exactly one child.
	 */
	readonly findPid: (depth: number) => number;
	readonly result: Promise<Result>;
	readonly kill: () => void;
}

const defaultTimeout = 30_000;
const alive = new Set<Running>();

/** When the tests of the file have ended, kills what is still running. */
export const killAtEnd = (): void =>
	afterAll(() => {
		for (const running of alive) running.kill();
	});

/** The environment of the processes that tests start. It has nothing from the user but PATH, with the inits first. */
// Debian's tini also takes options after the first word, unless POSIXLY_CORRECT is set. Ours differs on purpose.
const environment: Readonly<Record<string, string>> = {
	PATH: [binFolder, ...searchPath].join(delimiter),
	...(process.env.PIDONE_INIT_BINARY === undefined ? {} : { POSIXLY_CORRECT: "1" }),
};

/**
 * Starts a command, and kills it when the tests of the file end. Its stdin is a pipe if the options have an `input`.
 */
export const start = (
	words: readonly string[],
	{ env = {}, cwd, input, timeout = defaultTimeout }: Options = {},
): Running => {
	const output = { stdout: "", stderr: "", position: 0 };
	const decoders = {
		stdout: new TextDecoder("utf-8", { ignoreBOM: true }),
		stderr: new TextDecoder("utf-8", { ignoreBOM: true }),
	};
	const child = spawnSmall(
		words,
		{ env: { ...environment, ...env }, cwd, hasInput: input !== undefined },
		(stream, bytes) => {
			output[stream] += decoders[stream].decode(bytes, { stream: true });
		},
	);
	if (input !== undefined && input !== "") child.write(input);
	const timer = setTimeout(() => kill(child), timeout);
	const running: Running = {
		readLine: () => readLine(child, output, words),
		readUntil: async (pattern) => {
			for (;;) {
				const line = await running.readLine();
				if (pattern.test(line)) return line;
			}
		},
		write: child.write,
		end: child.end,
		findPid: (depth) => findDescendant(child.pid ?? 0, depth),
		result: child.ending.then(({ code, signal }) => {
			if (signal === "SIGKILL" && Date.now() >= deadline)
				throw new Error(`${words.join(" ")} took longer than ${timeout} ms: ${JSON.stringify(output)}`);
			return {
				status: code ?? 128 + (signalNumbers[signal ?? ""] ?? 0),
				stdout: output.stdout,
				stderr: output.stderr,
			};
		}),
		kill: () => kill(child),
	};
	const deadline = Date.now() + timeout;
	alive.add(running);
	running.result
		.catch(() => undefined)
		.finally(() => {
			clearTimeout(timer);
			alive.delete(running);
		});
	return running;
};

const signalNumbers: Readonly<Record<string, number>> = {
	SIGHUP: 1,
	SIGINT: 2,
	SIGQUIT: 3,
	SIGABRT: 6,
	SIGKILL: 9,
	SIGSEGV: 11,
	SIGPIPE: 13,
	SIGTERM: 15,
};

const readLine = async (
	child: Spawned,
	output: { stdout: string; stderr: string; position: number },
	words: readonly string[],
): Promise<string> => {
	const deadline = Date.now() + defaultTimeout / 2;
	for (;;) {
		const end = output.stdout.indexOf("\n", output.position);
		if (end >= 0) {
			const line = output.stdout.slice(output.position, end);
			output.position = end + 1;
			return line;
		}
		if (!child.isStdoutOpen || Date.now() > deadline)
			throw new Error(`no more lines from ${words.join(" ")}: ${JSON.stringify(output)}`);
		await delay(1);
	}
};

const findDescendant = (pid: number, depth: number): number => {
	if (depth === 0) return pid;
	const [child, ...others] = listChildren(pid);
	if (child === undefined || others.length > 0) throw new Error(`process ${pid} has not one child`);
	return findDescendant(child, depth - 1);
};

const listChildren = (pid: number): number[] => {
	const text = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
	return text.split(" ").filter(Boolean).map(Number);
};

// With -p, the init replaces the parent death signal that --kill-child set, so it has to be killed separately.
const kill = (child: Spawned): void => {
	try {
		for (const pid of listChildren(child.pid ?? 0)) process.kill(pid, "SIGKILL");
	} catch {
		// It has ended already.
	}
	child.kill();
};

/** Runs a command until it ends. */
export const run = (words: readonly string[], options: Options = {}): Promise<Result> => {
	const running = start(words, options);
	return running.result;
};

/** Starts an init as PID 1 of a PID namespace. */
export const startAsPid1 = (init: Init, args: readonly string[], options: Options = {}): Running =>
	start([...requireNamespace(), ...init.command, ...args], options);

/** Does the same, and waits until it ends. */
export const runAsPid1 = (init: Init, args: readonly string[], options: Options = {}): Promise<Result> =>
	startAsPid1(init, args, options).result;

/** Starts an init that is not PID 1: a shell is PID 1, waits for the init, and exits with its status. */
export const startBelowPid1 = (init: Init, args: readonly string[], options: Options = {}): Running =>
	start([...requireNamespace(), "sh", "-c", '"$@"; exit $?', "sh", ...init.command, ...args], options);

/** Does the same, and waits until it ends. */
export const runBelowPid1 = (init: Init, args: readonly string[], options: Options = {}): Promise<Result> =>
	startBelowPid1(init, args, options).result;

/** Runs a shell script as PID 1 of a PID namespace. `$INIT` is the init's command. */
export const startScript = (init: Init, script: string, { env = {}, ...options }: Options = {}): Running =>
	start([...requireNamespace(), "sh", "-c", `${script}\nexit $?`], {
		env: { INIT: init.command.join(" "), ...env },
		...options,
	});

/** Does the same, and waits until it ends. */
export const runScript = (init: Init, script: string, options: Options = {}): Promise<Result> =>
	startScript(init, script, options).result;

const requireNamespace = (): readonly string[] => {
	if (namespace === undefined) throw new Error(`BUG: a test that needs a namespace was not skipped: ${noNamespace}`);
	return namespace;
};

/** Polls until a condition is true. */
export const waitUntil = async (condition: () => boolean, what: string): Promise<void> => {
	const deadline = Date.now() + 10_000;
	while (!condition()) {
		if (Date.now() > deadline) throw new Error(`waited in vain until ${what}`);
		await delay(1);
	}
};
