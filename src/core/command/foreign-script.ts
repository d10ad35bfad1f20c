import { whyMustBePid1 } from "./must-be-pid1.ts";

/** Where a script becomes a program. */
export interface ForeignExec {
	readonly program: string;
	/** Counted from 1. */
	readonly line: number;
}

/** `os.execvp("/sbin/init", …)`, `exec "/sbin/init"`, `exec { "/sbin/init" } "init"`, outside of comments of a line. */
const EXEC = /^(?!\s*#).*?\bexec(?:[lv]p?e?)?\s*(?:[({]\s*)?(["'])([^"']+)\1/;

/**
 * Where a script in Python, Perl or Ruby may become a program that must be PID 1, so that an init in front of it would
 * break it; undefined if nothing in its text says so. Only a program that stands there as a text is found.
 */
export function findSystemExec(text: string): ForeignExec | undefined {
	for (const [index, line] of text.split("\n").entries()) {
		const program = EXEC.exec(line)?.[2];
		if (program !== undefined && whyMustBePid1([program]) !== undefined) return { program, line: index + 1 };
	}
	return undefined;
}
