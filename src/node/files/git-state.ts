import { spawnSync } from "node:child_process";

/** What git knows of a file in its working tree. */
export interface GitState {
	/** Not tracked, and ignored by a .gitignore. */
	readonly isIgnored: boolean;
	/** Tracked without its executable bit, so that a clone does not have it. */
	readonly isNotExecutable: boolean;
}

const TIMEOUT_MS = 10_000;

/**
 * Asks git about a file by its path below a folder; undefined where there is no git, or the folder is not in a working
 * tree.
 */
export function readGitState(folder: string, path: string): GitState | undefined {
	const listed = git(folder, ["--literal-pathspecs", "ls-files", "--stage", "-z", "--", path]);
	if (listed?.status !== 0) return undefined;
	if (listed.stdout !== "") return { isIgnored: false, isNotExecutable: listed.stdout.startsWith("100644 ") };
	return { isIgnored: git(folder, ["check-ignore", "--quiet", "--", path])?.status === 0, isNotExecutable: false };
}

function git(
	cwd: string,
	args: readonly string[],
): { readonly status: number | null; readonly stdout: string } | undefined {
	const { error, status, stdout } = spawnSync("git", args, {
		cwd,
		encoding: "utf8",
		timeout: TIMEOUT_MS,
		stdio: ["ignore", "pipe", "ignore"],
	});
	return error === undefined ? { status, stdout } : undefined;
}
