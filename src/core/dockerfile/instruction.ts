import type { LogicalText } from "./logical-text.ts";

/** One Dockerfile statement and where it is. Offsets count UTF-16 code units of the source text. */
export interface Instruction {
	/** In upper case. */
	readonly keyword: string;
	/** The keyword as it is written. */
	readonly written: string;
	/** Offset of the keyword. */
	readonly start: number;
	/** Offset of the comment lines directly above, or else of the first line of the instruction. */
	readonly leadStart: number;
	/** Offset of the first physical line. */
	readonly lineStart: number;
	/** Offset after the last physical line, including its line end and heredocs. */
	readonly lineEnd: number;
	/** One-based number of the first physical line. */
	readonly line: number;
	/** One-based number of the last physical line. */
	readonly endLine: number;
	/** Flags without quotes and escapes, such as `--from=build`. */
	readonly flags: readonly string[];
	/** The text after keyword and flags, without white space at both ends. */
	readonly argument: LogicalText;
	/** Whether the file ends in the middle of it: its last line has a continuation. */
	readonly isUnfinished: boolean;
	/** Whether a heredoc follows. */
	readonly hasHeredoc: boolean;
	/** Whether it is the trigger of an ONBUILD. */
	readonly isTrigger: boolean;
}

/** The value of `--name=value` among an instruction's flags. */
export function flagValue(instruction: Instruction, name: string): string | undefined {
	const prefix = `--${name}=`;
	return instruction.flags.find((flag) => flag.startsWith(prefix))?.slice(prefix.length);
}
