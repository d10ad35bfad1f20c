import { runGit } from "./run-git.ts";

/** What git knows about a file in its working tree. */
export interface GitState {
	/** Not tracked, and ignored by a .gitignore. */
	readonly isIgnored: boolean;
	/** Tracked without its executable bit, so that a clone does not have it. */
	readonly isNotExecutable: boolean;
}

/**
 * Asks git about a file by its path below a folder; undefined if there is no git, or the folder is not in a working
 * tree.
 */
export function readGitState(folder: string, path: string): GitState | undefined {
	const listed = runGit(folder, ["--literal-pathspecs", "ls-files", "--stage", "-z", "--", path]);
	if (listed?.status !== 0) return undefined;
	if (listed.stdout !== "") return { isIgnored: false, isNotExecutable: listed.stdout.startsWith("100644 ") };
	return { isIgnored: runGit(folder, ["check-ignore", "--quiet", "--", path])?.status === 0, isNotExecutable: false };
}
