import { type CommandForm, commandForm } from "../analysis/command.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import { type Dockerfile, parseDockerfile } from "../dockerfile/parse.ts";
import { DockerfileSyntaxError } from "../dockerfile/syntax-error.ts";
import { applyEdits, type Edit, sortEdits } from "../edit/edit.ts";
import { flatMap } from "../flat-map.ts";
import { readInitInvocation } from "../inits/invocation.ts";
import { checkArguments } from "./check-arguments.ts";
import { EXEC, emptyWords, unwrapShellForm, wordRange } from "./command-edits.ts";
import { hostOf, type MarkedBlock, rangeOfBlock, readMarkedBlocks } from "./marked-block.ts";
import { type Change, COMMENTED_OUT, PREFIX } from "./marker.ts";
import { findOrphanedInit, needsRemovedStage, type OrphanedInit } from "./prove-revert.ts";

/** A file after a revert. */
export interface RevertResult {
	readonly text: string;
	readonly isChanged: boolean;
	readonly edits: readonly Edit[];
}

/**
 * Removes exactly what `rewrite` inserted, by its markers.
 * Throws DockerfileSyntaxError for a file that does not parse, and for a marker that does not match the text around it:
 * text that others have written is never removed.
 */
export function revert(source: string): RevertResult {
	checkArguments(source);
	const dockerfile = parseDockerfile(source);
	const blocks = readMarkedBlocks(dockerfile);
	const [first] = blocks;
	if (first === undefined) return { text: source, isChanged: false, edits: [] };
	const undone = blocks.map((block) => undoChanges(block, dockerfile));
	const misfit = blocks[undone.indexOf(undefined)] ?? findSecondClaim(blocks);
	if (misfit !== undefined) throw stale(source, misfit.start);
	const edits = [...removeAdded(blocks, source), ...flatMap(undone, (each) => each ?? [])];
	if (haveOverlap(edits)) throw stale(source, first.start);
	const text = applyEdits(source, edits);
	if (needsRemovedStage(dockerfile, text, blocks)) throw stale(source, first.start);
	const orphaned = findOrphanedInit(dockerfile, text, edits);
	if (orphaned !== undefined) throw stale(source, first.start, describeOrphaned(orphaned));
	return { text, isChanged: true, edits };
}

const NO_MATCH = "remove the init and the comment by hand";

function describeOrphaned({ path, command }: OrphanedInit): string {
	return `${command.keyword} would still start ${path} once its installation is gone: remove it there, or install it yourself`;
}

/** The error for a marker that describes something that is not there. */
function stale(source: string, offset: number, why = NO_MATCH): DockerfileSyntaxError {
	const message = `the comment "# pidone: …" does not match what is here now: ${why}`;
	return new DockerfileSyntaxError(message, source, offset, { isParsed: true });
}

/** A marker that claims an instruction that another marker also claims. */
function findSecondClaim(blocks: readonly MarkedBlock[]): MarkedBlock | undefined {
	const claimed = new Set<Instruction>();
	return blocks.find(({ added, host, marker }) => {
		const claims = [
			...added,
			...(host !== undefined && marker.changes.some(({ kind }) => kind !== "init-taken-out") ? [host] : []),
		];
		const isSecond = claims.some((claim) => claimed.has(claim));
		for (const claim of claims) claimed.add(claim);
		return isSecond;
	});
}

function haveOverlap(edits: readonly Edit[]): boolean {
	return sortEdits(edits).some(({ start }, index, sorted) => start < (sorted[index - 1]?.end ?? 0));
}

/** Removes the lines that were added, with their markers. */
function removeAdded(blocks: readonly MarkedBlock[], source: string): Edit[] {
	const ranges: { start: number; end: number }[] = [];
	for (const block of blocks) {
		if (recordsCommentedOut(block)) continue;
		const range = rangeOfBlock(block);
		const { start } = range;
		const end = block.marker.startsStage ? skipBlankLine(source, range.end) : range.end;
		const last = ranges.at(-1);
		if (last?.end === start) last.end = end;
		else ranges.push({ start, end });
	}
	return ranges.map((range) => ({ ...withLineEnd(range, source), text: "" }));
}

/** The end of an added stage, which includes the blank line after it. */
function skipBlankLine(source: string, offset: number): number {
	return offset + (/^\r?\n/.exec(source.slice(offset, offset + 2))?.[0].length ?? 0);
}

/** If the original had no final line end, the added lines have one before them. */
function withLineEnd({ start, end }: { start: number; end: number }, source: string): { start: number; end: number } {
	if (end < source.length || source.endsWith("\n") || start === 0) return { start, end };
	return { start: start - (source.slice(0, start).endsWith("\r\n") ? 2 : 1), end };
}

function recordsCommentedOut({ marker }: MarkedBlock): boolean {
	return marker.changes.some(({ kind }) => kind === "init-taken-out");
}

/** The edits that undo what a marker records as changed; undefined if the text does not match the marker. */
export function undoChanges(block: MarkedBlock, { source, directives }: Dockerfile): Edit[] | undefined {
	if (!block.isIntact) return undefined;
	if (recordsCommentedOut(block)) return [uncomment(source, block.start)];
	const edits: Edit[] = [];
	for (const change of block.marker.changes) {
		const undone = undoChange(change, hostOf(change, block.host, directives.escape), source);
		if (undone === undefined) return undefined;
		edits.push(...undone);
	}
	return edits;
}

/** Turns a commented-out instruction into an instruction again. */
function uncomment(source: string, from: number): Edit {
	const start = source.indexOf("#", from);
	return { start, end: start + PREFIX.length + COMMENTED_OUT.length, text: "" };
}

/**
 * The edits that undo a change of the instruction below a marker; undefined if the instruction does not look like the
 * result of such a change.
 */
function undoChange(change: Change, instruction: Instruction | undefined, source: string): Edit[] | undefined {
	if (instruction === undefined) return undefined;
	if (change.kind === "init-taken-off") return restoreFlag(instruction, change.was, source);
	const form = commandForm(instruction);
	if (change.kind === "exec") return removeExec(instruction, form);
	const length = form === "shell" ? undefined : readInitInvocation(form.argv)?.length;
	if (form === "shell" || length === undefined) return undefined;
	if (change.kind === "wrapped-shell-form") return unwrapShellForm(instruction, form);
	if (change.kind === "init-filled") return [{ ...instruction.argument.range, text: change.was }];
	const range = wordRange(instruction, form, length);
	if (change.kind === "replaced") return [{ ...range, text: change.was }];
	const command = form.literals[length];
	if (change.kind === "empty-word" && command === undefined) return [emptyWords(instruction, form, length)];
	return [
		{
			start: range.start,
			end: command === undefined ? range.end : instruction.argument.offsetAt(command.start),
			text: "",
		},
	];
}

/** The flag stood after the keyword and its blanks. */
function restoreFlag({ start, written }: Instruction, was: string, source: string): Edit[] | undefined {
	if (!source.startsWith(written, start)) return undefined;
	const end = start + written.length;
	const at = end + (/^[\t\v\f ]*/.exec(source.slice(end))?.[0].length ?? 0);
	return at === end ? undefined : [{ start: at, end: at, text: was }];
}

/** `exec ` at the head of a shell form's text, or of the last string in which such a text has been wrapped. */
function removeExec({ argument }: Instruction, form: CommandForm): Edit[] | undefined {
	const index = form === "shell" ? 0 : (form.literals.at(-1)?.start ?? 0) + 1;
	const start = argument.offsetAt(index);
	return argument.text.startsWith(EXEC, index) ? [{ start, end: start + EXEC.length, text: "" }] : undefined;
}
