/** What an executable file is, by its first bytes. */
export interface ScriptFile {
	/** `shell`: a script of a shell; `other`: of another interpreter; `binary`: no text. */
	readonly kind: "shell" | "other" | "binary";
	/**
	 * The words of the `#!` line of another interpreter, as the kernel takes them: all that follows the first one is one
	 * word.
	 */
	readonly interpreter?: readonly string[];
}

/**
 * Whether bash runs a shell's script.
 * @param shell the program that is given the script; undefined if its first line names one
 */
export function isBashScript(text: string, shell: string | undefined): boolean {
	return shell === undefined ? /^#!.*\bbash\b/.test(text) : /(?:^|\/)bash$/.test(shell);
}

const SHELL_LINE =
	/^#!\s*(?:\/\S*\/)?(?:env\s+(?:-S\s+)?)?(?:(?:\/\S*\/)?with-contenv\s+)?(?:\/\S*\/)?(?:busybox\s+)?(?:ba|a|da|k|mk|z)?sh(?:\s|$)/;

/** Reads the first line of a file. A text without `#!` is what a shell takes for its own script (POSIX: execvp). */
export function readScript(text: string): ScriptFile {
	if (text.includes("\0") || text.startsWith("\u007fELF")) return { kind: "binary" };
	if (SHELL_LINE.test(text) || !text.startsWith("#!")) return { kind: "shell" };
	const [, program = "", argument = ""] = /^#![ \t]*(\S+)[ \t]*([^\n\r]*)/.exec(text.slice(0, 300)) ?? [];
	return { kind: "other", interpreter: argument.trim() === "" ? [program] : [program, argument.trim()] };
}
