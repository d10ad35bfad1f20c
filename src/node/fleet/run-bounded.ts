import { execa } from "execa";

/** Where and how long a program may run. */
export interface Bounds {
	readonly cwd: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** In seconds. */
	readonly timeout: number;
	/** Aborts the run. */
	readonly signal: AbortSignal;
}

/** What a program printed, and how it ended. */
export interface Ended {
	readonly failed: boolean;
	readonly timedOut: boolean;
	/** Undefined if a signal ended it. */
	readonly exitCode?: number | undefined;
	/** `ENOENT` if there is no such program. */
	readonly code?: string | undefined;
	readonly stdout: string;
	readonly stderr: string;
	/** Says how it failed. */
	readonly shortMessage?: string | undefined;
}

/**
 * Runs a program without input. When its time is up, ends it and everything that it has started: a child that outlives
 * it, such as git-remote-https, would keep its output open. Does not reject.
 * @param env replaces the environment
 */
export async function runBounded(
	program: string,
	args: readonly string[],
	{ cwd, env, timeout, signal }: Bounds,
): Promise<Ended> {
	const isGroup = process.platform !== "win32";
	const subprocess = execa(program, args, {
		cwd,
		env,
		extendEnv: false,
		stdin: "ignore",
		reject: false,
		stripFinalNewline: false,
		detached: isGroup,
		timeout: timeout * 1000,
		forceKillAfterDelay: 2000,
		cancelSignal: signal,
	});
	const { pid } = subprocess;
	subprocess.once("exit", (_, cause) => {
		if (isGroup && pid !== undefined && cause !== null) killGroup(pid);
	});
	return subprocess;
}

function killGroup(pid: number): void {
	try {
		process.kill(-pid, "SIGKILL");
	} catch {
		// The process group has ended already.
	}
}
