/** How git ended. */
export interface GitRun {
	readonly status: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

const TIMEOUT_MS = 60_000;

/** Runs git in a folder, for reading only; undefined if it cannot be run, or takes longer than a minute. */
export function runGit(cwd: string, args: readonly string[]): GitRun | undefined {
	// Loaded on demand: most runs of `pidone check` need no git.
	const { spawnSync } = process.getBuiltinModule("node:child_process");
	const { error, status, stdout, stderr } = spawnSync("git", args, {
		cwd,
		encoding: "utf8",
		env: { ...process.env, GIT_OPTIONAL_LOCKS: "0" },
		maxBuffer: Number.POSITIVE_INFINITY,
		timeout: TIMEOUT_MS,
		stdio: ["ignore", "pipe", "pipe"],
	});
	return error === undefined ? { status, stdout, stderr } : undefined;
}
