import { flatMap } from "../flat-map.ts";
import type { Instruction } from "./instruction.ts";
import type { Dockerfile } from "./parse.ts";
import { endOfLine } from "./source-lines.ts";

/** A comment line between two instructions. */
export interface CommentLine {
	/** Without white space at both ends. */
	readonly text: string;
	/** Offset of the line. */
	readonly start: number;
	/** Offset after the line and its line end. */
	readonly end: number;
	/** The instruction that follows; undefined after the last one. */
	readonly next: Instruction | undefined;
}

/** The comment lines between instructions; those within continuations and heredocs belong to their instruction. */
export function findComments({ source, globalArgs, stages }: Dockerfile): CommentLine[] {
	const instructions = [...globalArgs, ...flatMap(stages, ({ from, instructions: own }) => [from, ...own])];
	const comments: CommentLine[] = [];
	for (let index = 0; index <= instructions.length; index++) {
		const next = instructions[index];
		const stop = next?.lineStart ?? source.length;
		let start = instructions[index - 1]?.lineEnd ?? 0;
		while (start < stop) {
			const end = endOfLine(source, start);
			const text = source.slice(start, end).trim();
			if (text.startsWith("#")) comments.push({ text, start, end, next });
			start = end;
		}
	}
	return comments;
}
