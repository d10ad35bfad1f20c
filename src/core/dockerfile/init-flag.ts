// `--init` of ENTRYPOINT and CMD, as proposed in github.com/moby/buildkit/issues/4256. BuildKit rejects it; a rewrite
// removes it.
import type { Instruction } from "./instruction.ts";
import { DockerfileSyntaxError } from "./syntax-error.ts";
import { triggerOf } from "./trigger.ts";

/** `--init` or `--init=…` after ENTRYPOINT or CMD, in an ONBUILD too. */
export interface InitFlag {
	/** The ENTRYPOINT or CMD; in an ONBUILD its trigger. */
	readonly instruction: Instruction;
	/** The text as it is written. */
	readonly text: string;
	/** What follows `=`. */
	readonly value: string | undefined;
	readonly start: number;
	readonly end: number;
	/** The white space after it on its line; empty only if the line ends there. */
	readonly blanks: string;
	/** Whether no command follows, so that it applies to the inherited command. */
	readonly isBare: boolean;
}

/** A quick test for whether the flag may be there. */
export function mayHaveInitFlag({ keyword, flags, argument }: Instruction): boolean {
	return keyword === "ONBUILD" ? argument.text.includes("--") : flags.length > 0 && isCommandKeyword(keyword);
}

/**
 * Finds the flag of an instruction. Throws DockerfileSyntaxError, at the flag, if its position or spelling is wrong.
 */
export function findInitFlag(instruction: Instruction, source: string, escape: string): InitFlag | undefined {
	const host = instruction.keyword === "ONBUILD" ? triggerOf(instruction, escape) : instruction;
	if (!isCommandKeyword(host.keyword) || !host.flags.some(isInitFlag)) return undefined;
	const flag = readFlag(host, source);
	const mistake = describeMisplaced(flag, host) ?? describeBare(flag, source);
	if (mistake !== undefined) throw new DockerfileSyntaxError(mistake, source, flag.start);
	return flag;
}

/**
 * Whether an instruction is nothing but `ENTRYPOINT --init`: it sets no command, and applies to the one that the stage
 * inherits.
 */
export function isBareInit({ keyword, flags, argument }: Instruction): boolean {
	return keyword === "ENTRYPOINT" && argument.text === "" && flags.some(isInitFlag);
}

/** Whether an instruction is one that may have the flag. */
export function isCommandKeyword(keyword: string): boolean {
	return keyword === "ENTRYPOINT" || keyword === "CMD";
}

/** Whether a flag, without quotes and escapes, is this one. */
export function isInitFlag(flag: string): boolean {
	return flag === "--init" || flag.startsWith("--init=");
}

/** White space, the flag, white space. */
const WRITTEN = /([\t\v\f ]*)((?:--init(?:=[^\s"'\\`]*)?)?)([\t\v\f ]*)/y;

function readFlag(instruction: Instruction, source: string): InitFlag {
	const { start, written, argument } = instruction;
	WRITTEN.lastIndex = start + written.length;
	const [, lead = "", text = "", blanks = ""] = (source.startsWith(written, start) && WRITTEN.exec(source)) || [];
	const from = start + written.length + lead.length;
	const equals = text.indexOf("=");
	const value = equals === -1 ? undefined : text.slice(equals + 1);
	return { instruction, text, value, start: from, end: from + text.length, blanks, isBare: argument.text === "" };
}

/** What is wrong with the position or the spelling of the flag. */
function describeMisplaced(
	{ text, start, blanks, isBare }: InitFlag,
	{ flags, written, keyword, start: keywordStart }: Instruction,
): string | undefined {
	const [first = "", ...others] = flags;
	if (others.some(isInitFlag) && isInitFlag(first)) return `${keyword} has --init twice: write it once`;
	const followsKeyword = isInitFlag(first) && start > keywordStart + written.length;
	if (!followsKeyword || text === "")
		return `--init must be directly after ${keyword}, on the same line and without quotes: write ${keyword} ${first || "--init"}`;
	if (others[0] !== undefined) return `unknown flag: ${others[0]} (${keyword} has only --init)`;
	const isWhole = text === first && (blanks !== "" || isBare);
	return isWhole
		? undefined
		: `--init must be one word, without quotes and escapes, followed by a blank: write ${keyword} ${asOneWord(first)}`;
}

/** A flag with commas for the blanks between an init and its options. */
function asOneWord(flag: string): string {
	return flag.trim().replace(/[\t\v\f ]+/g, ",");
}

/** What is wrong with a flag without a command. */
function describeBare({ instruction, end, blanks, isBare, text }: InitFlag, source: string): string | undefined {
	if (!isBare) return undefined;
	const { keyword, isTrigger, line, endLine } = instruction;
	if (keyword === "CMD" || isTrigger) {
		const own = isTrigger ? "" : `, or ENTRYPOINT ${text} for the command of the base image`;
		return `${keyword} ${text} has no command: write one after it${own}`;
	}
	const rest = source.slice(end + blanks.length, end + blanks.length + 2);
	return line === endLine && /^(?:$|\n|\r\n|\r$)/.test(rest)
		? undefined
		: `only blanks may follow ${keyword} ${text} without a command`;
}
