import { isPosixShell } from "../dockerfile/posix-shell.ts";
import { readInitInvocation } from "../inits/invocation.ts";

/** Whether a command begins with an init, in a shell's text too. */
export function beginsWithInit(argv: readonly string[]): boolean {
	return [argv, shellWords(argv)].some((words) => readInitInvocation(words) !== undefined);
}

/** The words with which a shell's command text begins, behind `exec`: `tini -- app` in `sh -c "exec tini -- app"`. */
export function shellWords(argv: readonly string[]): readonly string[] {
	const text = argv.at(-1);
	if (text === undefined || argv.length < 3 || !isPosixShell(argv.slice(0, -1))) return [];
	return text
		.trim()
		.replace(/^exec\s+/, "")
		.split(/\s+/);
}
