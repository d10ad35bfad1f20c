const POSIX_SHELLS = new Set(["sh", "bash", "ash", "dash", "ksh", "mksh", "zsh", "busybox"]);

/**
 * Whether a SHELL runs its last argument as a POSIX shell does, such as `["/bin/bash", "-o", "pipefail", "-c"]`.
 */
export function isPosixShell(shell: readonly string[]): boolean {
	const [program = "", ...options] = shell;
	const last = options.at(-1);
	return POSIX_SHELLS.has(program.slice(program.lastIndexOf("/") + 1)) && last !== undefined && /^-[a-z]*c$/.test(last);
}
