const POSIX_SHELLS = new Set(["sh", "bash", "ash", "dash", "ksh", "mksh", "zsh", "busybox"]);

/**
 * Whether a SHELL runs the last word it is given as a POSIX shell would: `["/bin/bash", "-o", "pipefail", "-c"]` does.
 */
export function isPosixShell(shell: readonly string[]): boolean {
	const [program = "", ...options] = shell;
	const last = options.at(-1);
	return POSIX_SHELLS.has(program.slice(program.lastIndexOf("/") + 1)) && last !== undefined && /^-[a-z]*c$/.test(last);
}
