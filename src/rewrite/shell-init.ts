import { isPosixShell } from "../dockerfile/posix-shell.ts";
import { readInitInvocation } from "../inits/invocation.ts";

/** The init that a shell's command text starts as its first program, as in `sh -c "exec tini -- app"`. */
export function findInitInShellText(argv: readonly string[]): string | undefined {
	const text = argv.at(-1);
	if (text === undefined || argv.length < 3 || !isPosixShell(argv.slice(0, -1))) return undefined;
	return readInitInvocation(
		text
			.trim()
			.replace(/^exec\s+/, "")
			.split(/\s+/),
	)?.path;
}
