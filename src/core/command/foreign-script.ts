import { baseName } from "../inits/invocation.ts";
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

const INTERPRETER = /^(?:python|perl|ruby)[\d.]*$/;
/** Options without a value, such as `-u`; with others, such as `-m` and `-e`, the next word need not be a script. */
const PLAIN_OPTION = /^-(?:[BOPRSbisuvw]+|[WX]\S+)$/;

/** The index of the script in the words of an interpreter of Python, Perl or Ruby; -1 if none is seen there. */
export function foreignScriptAt([program = "", ...words]: readonly string[]): number {
	if (!INTERPRETER.test(baseName(program))) return -1;
	const at = words.findIndex((word) => !PLAIN_OPTION.test(word));
	return at === -1 || words[at]?.startsWith("-") ? -1 : at + 1;
}
