import { commandForm, entrypointWords } from "../analysis/command.ts";
import type { ExecForm } from "../dockerfile/exec-form.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import type { Edit } from "../edit/edit.ts";

/** Puts words before an exec form: before its first string, or into its empty brackets or its one empty string. */
export function wrapExecForm(instruction: Instruction, form: ExecForm, prefix: readonly string[]): Edit {
	const [first] = form.literals;
	const words = quoteAll(prefix);
	if (first === undefined) return insertAt(instruction, form.afterBracket, words);
	return isEmptyWord(form)
		? insertAt(instruction, first.start + 1, words.slice(1, -1))
		: insertAt(instruction, first.start, `${words}, `);
}

/** Undoes wrapExecForm for an empty string: its quotes remain. `count` is the number of words that it put there. */
export function emptyWords({ argument }: Instruction, { literals }: ExecForm, count: number): Edit {
	const [first] = literals;
	const last = literals[count - 1];
	if (first === undefined || last === undefined) throw new Error("BUG: there are no words to remove");
	return { start: argument.offsetAt(first.start + 1), end: argument.offsetAt(last.end - 1), text: "" };
}

/** Whether an ENTRYPOINT is written with one word that is empty, which starts nothing. */
export function isEmptyWord({ argv }: ExecForm): boolean {
	return argv.length > 0 && entrypointWords(argv).length === 0;
}

/**
 * Turns shell form into exec form in place: the text, its continuations and the comments between them do not move.
 */
export function wrapShellForm(instruction: Instruction, prefix: readonly string[]): Edit[] {
	const { argument } = instruction;
	const { text } = argument;
	const head = `[${quoteAll(prefix)}, "`;
	if (text === "") return [insertAt(instruction, 0, ` ${head}"]`)];
	const edits: Edit[] = [insertAt(instruction, 0, head)];
	for (let at = 0; at < text.length; at++) {
		const character = text.charAt(at);
		const escaped = JSON.stringify(character).slice(1, -1);
		if (escaped === character || isHalfOfPair(character)) continue;
		const start = argument.offsetAt(at);
		edits.push({ start, end: start + 1, text: escaped });
	}
	edits.push(insertAt(instruction, text.length, '"]'));
	return edits;
}

/** Undoes wrapShellForm: only the last string remains, without quotes and escapes. */
export function unwrapShellForm(instruction: Instruction, form: ExecForm): Edit[] {
	const { argument } = instruction;
	const last = form.literals.at(-1);
	if (last === undefined) return [];
	const { text } = argument;
	const isBare = last.end - last.start === 2;
	const edits: Edit[] = [
		{ start: argument.offsetAt(0) - (isBare ? 1 : 0), end: argument.offsetAt(last.start) + 1, text: "" },
	];
	for (const match of text.slice(last.start + 1, last.end - 1).matchAll(/\\(?:u[0-9a-f]{4}|.)/gi)) {
		const start = argument.offsetAt(last.start + 1 + match.index);
		edits.push({ start, end: start + match[0].length, text: JSON.parse(`"${match[0]}"`) });
	}
	edits.push({ start: argument.offsetAt(last.end - 1), end: argument.offsetAt(text.length), text: "" });
	return edits;
}

/** The range of the first `count` strings of an exec form, in the source. */
export function wordRange(instruction: Instruction, form: ExecForm, count: number): { start: number; end: number } {
	const first = form.literals[0];
	const last = form.literals[count - 1];
	if (first === undefined || last === undefined)
		throw new Error(`BUG: an exec form of ${form.literals.length} words has no word ${count}`);
	return { start: instruction.argument.offsetAt(first.start), end: instruction.argument.offsetAt(last.end - 1) + 1 };
}

/** What stands before a shell form's text, so that its program replaces the shell. */
export const EXEC = "exec ";

/** Puts `exec ` before a shell form's text. */
export function addExec(instruction: Instruction): Edit {
	return insertAt(instruction, 0, EXEC);
}

const SHELL_WORDS = new Set(
	`. : [ alias bg break builtin case cd command continue declare dirs echo eval exec exit export false fg for function getopts hash help if jobs
	kill let local popd printf pushd pwd read readonly return select set shift shopt source test time times trap true type typeset ulimit umask unalias
	unset until wait while { ! [[`.split(/\s+/),
);

/**
 * Whether `exec` may stand before a shell form's text: one simple command that is not a builtin, keyword or
 * assignment.
 */
export function canExec(instruction: Instruction): boolean {
	const { text } = instruction.argument;
	if (commandForm(instruction) !== "shell" || text === "" || instruction.hasHeredoc) return false;
	if (/[;&|<>()`\n{}*?~#!]|\$\(/.test(text.replace(/\$\{\w+\}/g, ""))) return false;
	const [first = ""] = text.split(/\s/);
	return /^[A-Za-z0-9_./-]+$/.test(first) && !SHELL_WORDS.has(first);
}

function insertAt(instruction: Instruction, index: number, text: string): Edit {
	const offset = instruction.argument.offsetAt(index);
	return { start: offset, end: offset, text };
}

/** Strings as JSON, separated by a comma and a blank, as people write exec forms. */
export function quoteAll(words: readonly string[]): string {
	return words.map((word) => JSON.stringify(word)).join(", ");
}

/** JSON.stringify escapes half of a surrogate pair, but the other half is in the text. */
function isHalfOfPair(character: string): boolean {
	return /[\ud800-\udfff]/.test(character);
}
