import { type ChildProcess, fork } from "node:child_process";

/** How a program is started, as with spawn of node:child_process. */
export interface SpawnOptions {
	readonly cwd?: string | undefined;
	/** What the program gets as its own name; the default is the first word. */
	readonly argv0?: string;
	readonly env?: Readonly<Record<string, string | undefined>>;
	/** If it is not set, stdin is /dev/null. */
	readonly hasInput?: boolean;
	/** Milliseconds until the program gets a SIGKILL. */
	readonly timeout?: number;
}

/** How a program ended: by itself or by a signal. */
export interface Ending {
	readonly code: number | null;
	readonly signal: NodeJS.Signals | null;
}

/** A program that runs. */
export interface Spawned {
	/** Undefined until it has started. */
	readonly pid: number | undefined;
	readonly isStdoutOpen: boolean;
	readonly write: (bytes: string | Uint8Array) => void;
	/** Closes its stdin. */
	readonly end: () => void;
	readonly kill: () => void;
	/** Resolves when it has ended and its output is complete; rejects if it cannot be started. */
	readonly ending: Promise<Ending>;
}

/** What server.js says about a program. */
export type FromServer = { readonly id: number } & (
	| { readonly type: "started"; readonly pid: number }
	| { readonly type: "data"; readonly stream: "stdout" | "stderr"; readonly bytes: Uint8Array }
	| { readonly type: "end"; readonly stream: "stdout" | "stderr" }
	| ({ readonly type: "closed" } & Ending)
	| { readonly type: "failed"; readonly message: string }
);

const programs = new Map<number, (message: FromServer) => void>();
let count = 0;
let server: ChildProcess | undefined;

/**
 * Starts a program as a child of a small process. The larger a process is, the longer it takes to fork: one with the
 * modules of all tests takes 30 ms, and a small one takes 2 ms.
 * @param words the program and its arguments
 * @param onData is called with what it prints
 */
export function spawnSmall(
	words: readonly string[],
	{ hasInput = false, ...options }: SpawnOptions,
	onData: (stream: "stdout" | "stderr", bytes: Uint8Array) => void,
): Spawned {
	const id = count++;
	const state: { pid?: number; isStdoutOpen: boolean } = { isStdoutOpen: true };
	const ending = new Promise<Ending>((resolve, reject) => {
		const actions = {
			started: ({ pid }) => {
				state.pid = pid;
			},
			data: ({ stream, bytes }) => onData(stream, bytes),
			end: ({ stream }) => {
				if (stream === "stdout") state.isStdoutOpen = false;
			},
			closed: ({ code, signal }) => resolve({ code, signal }),
			failed: ({ message }) => reject(new Error(message)),
		} satisfies { readonly [T in FromServer["type"]]: (message: Extract<FromServer, { readonly type: T }>) => void };
		programs.set(id, (message) => {
			if (message.type === "closed" || message.type === "failed") programs.delete(id);
			(actions[message.type] as (message: FromServer) => void)(message);
		});
	});
	const [command, ...args] = words;
	const stdio = [hasInput ? "pipe" : "ignore", "pipe", "pipe"];
	send({ id, type: "start", command, args, options: { killSignal: "SIGKILL", stdio, ...options } });
	return {
		get pid() {
			return state.pid;
		},
		get isStdoutOpen() {
			return state.isStdoutOpen;
		},
		write: (bytes) => send({ id, type: "write", bytes }),
		end: () => send({ id, type: "end" }),
		kill: () => send({ id, type: "kill", signal: "SIGKILL" }),
		ending,
	};
}

function send(message: object): void {
	server ??= startServer();
	server.send(message);
}

/** It does not keep this process from exiting, and it ends together with this process. */
function startServer(): ChildProcess {
	const child = fork(new URL("server.js", import.meta.url), { execArgv: [], serialization: "advanced" });
	child.on("message", (message: FromServer) => programs.get(message.id)?.(message));
	child.unref();
	child.channel?.unref();
	return child;
}
