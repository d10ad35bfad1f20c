import { baseName } from "../inits/invocation.ts";
import { tryParseShellScript } from "../shell/parse.ts";

/** What a shell runs, and at which of its words: a text, or a script's file. */
export interface ShellOperand {
	readonly kind: "text" | "script";
	readonly at: number;
}

const SHELLS = new Set(["sh", "bash", "ash", "dash", "ksh", "mksh", "zsh"]);

/** Whether a program is a shell of POSIX's kind. */
export function isShell(program: string): boolean {
	return SHELLS.has(baseName(program));
}

/**
 * Reads the words of a shell: `sh -c text`, `bash -lc text`, `bash -e script`; undefined for other programs and for a
 * shell alone.
 */
export function readShell(argv: readonly string[]): ShellOperand | undefined {
	if (!isShell(argv[0] ?? "")) return undefined;
	let isText = false;
	let at = 1;
	for (; /^[-+]/.test(argv[at] ?? ""); at++) {
		const word = argv[at] ?? "";
		if (/^-[a-zA-Z]*c[a-zA-Z]*$/.test(word)) isText = true;
		if (/^[-+][a-zA-Z]*[oO]$|^--(?:rcfile|init-file)$/.test(word)) at++;
	}
	return at < argv.length ? { kind: isText ? "text" : "script", at } : undefined;
}

/**
 * Whether a shell becomes the program of a text that can be read without exec, too: bash does for one simple command
 * without redirections (its builtins/evalstring.c).
 */
export function replacesItself(shell: string, text: string): boolean {
	if (baseName(shell) !== "bash") return false;
	const [command, ...others] = tryParseShellScript(text) ?? [];
	return command?.kind === "simple" && command.redirects.length === 0 && others.length === 0;
}
