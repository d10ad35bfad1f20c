import { isPosixShell } from "../dockerfile/posix-shell.ts";

/** The words with which a shell's command text begins, behind `exec`: `tini -- app` in `sh -c "exec tini -- app"`. */
export function shellWords(argv: readonly string[]): readonly string[] {
	const text = argv.at(-1);
	if (text === undefined || argv.length < 3 || !isPosixShell(argv.slice(0, -1))) return [];
	return text
		.trim()
		.replace(/^exec\s+/, "")
		.split(/\s+/);
}
