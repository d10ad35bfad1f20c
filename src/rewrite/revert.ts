import { analyse } from "../analysis/analyse.ts";
import { type CommandForm, commandForm } from "../analysis/command.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import { type Dockerfile, parseDockerfile } from "../dockerfile/parse.ts";
import { DockerfileSyntaxError } from "../dockerfile/syntax-error.ts";
import { triggerOf } from "../dockerfile/trigger.ts";
import { applyEdits, type Edit, sortEdits } from "../edit/edit.ts";
import { findComments } from "../findings/comments.ts";
import { readInitInvocation } from "../inits/invocation.ts";
import { unwrapShellForm, wordRange } from "./command-edits.ts";
import { type Change, type Marker, PREFIX, parseMarker } from "./marker.ts";
import { TAKEN_OUT } from "./marker-init-flag.ts";
import { originalStages } from "./prove-stages.ts";

/** A file after what a rewrite put in was taken out. */
export interface RevertResult {
	readonly text: string;
	readonly isChanged: boolean;
	readonly edits: readonly Edit[];
}

/**
 * Takes out exactly what `rewrite` put in, as its markers tell.
 * Throws DockerfileSyntaxError for a file that does not parse, and for a marker below which something else stands by now.
 */
export function revert(source: string): RevertResult {
	const dockerfile = parseDockerfile(source);
	const instructions = dockerfile.stages.flatMap((stage) => [stage.from, ...stage.instructions]);
	const markers = findMarkers(dockerfile, instructions);
	const [first] = markers;
	if (first === undefined) return { text: source, isChanged: false, edits: [] };
	const edits = markers.flatMap((found) => undo(found, instructions, dockerfile));
	if (haveOverlap(edits)) throw stale(source, first.start);
	const text = applyEdits(source, edits);
	if (!runsTheSame(dockerfile, text, edits)) throw stale(source, first.start);
	return { text, isChanged: true, edits };
}

/** The error for a marker that tells of something that is not there. */
function stale(source: string, offset: number): DockerfileSyntaxError {
	const message = 'the comment "# pidone: …" does not fit what stands here by now: take out the init by hand, and the comment';
	return new DockerfileSyntaxError(message, source, offset);
}

function haveOverlap(edits: readonly Edit[]): boolean {
	return sortEdits(edits).some(({ start }, index, sorted) => start < (sorted[index - 1]?.end ?? 0));
}

interface FoundMarker {
	readonly marker: Marker;
	readonly start: number;
	readonly end: number;
	/** The index of the instruction that follows. */
	readonly next: number;
}

function findMarkers(dockerfile: Dockerfile, instructions: readonly Instruction[]): FoundMarker[] {
	const places = new Map(instructions.map((instruction, index) => [instruction, index]));
	return findComments(dockerfile).flatMap(({ text, start, end, next }) => {
		const marker = parseMarker(text);
		return marker === undefined ? [] : [{ marker, start, end, next: (next && places.get(next)) ?? instructions.length }];
	});
}

function undo({ marker, start, end, next }: FoundMarker, instructions: readonly Instruction[], { source, directives }: Dockerfile): Edit[] {
	if (marker.changes.some(({ kind }) => kind === "init-taken-out")) return [putBackIn(source, start)];
	const above = instructions.slice(Math.max(0, next - marker.above), next);
	const below = instructions.slice(next, next + marker.below);
	const strange = [...above, ...below].find((instruction) => !isOurs(instruction));
	if (strange !== undefined || below.length < marker.below || above.length < marker.above) throw stale(source, strange?.start ?? start);
	const lineEnd = below.at(-1)?.lineEnd ?? end;
	const removed = { start: above[0]?.lineStart ?? start, end: marker.startsStage ? skipBlankLine(source, lineEnd) : lineEnd };
	const edits = [{ ...withLineEnd(removed, source), text: "" }];
	for (const change of marker.changes) {
		const undone = undoChange(change, instructions[next + marker.below], { source, directives });
		if (undone === undefined) throw stale(source, start);
		edits.push(...undone);
	}
	return edits;
}

/** A stage that was added has a blank line after it. */
function skipBlankLine(source: string, offset: number): number {
	return offset + (/^\r?\n/.exec(source.slice(offset, offset + 2))?.[0].length ?? 0);
}

/** The comment that an instruction has become is that instruction again. */
function putBackIn(source: string, from: number): Edit {
	const start = source.indexOf("#", from);
	return { start, end: start + PREFIX.length + TAKEN_OUT.length, text: "" };
}

/** Lines that were added to a text without a final line end took one in front. */
function withLineEnd({ start, end }: { start: number; end: number }, source: string): { start: number; end: number } {
	if (end < source.length || source.endsWith("\n")) return { start, end };
	return { start: start - (source.slice(0, start).endsWith("\r\n") ? 2 : 1), end };
}

const INIT_NAME = /pidone|tini|dumb-init|docker-init/;

function isOurs({ keyword, argument }: Instruction): boolean {
	switch (keyword) {
		case "FROM":
			return /^scratch\s+as\s+(?:pidone|tini|dumb-init)-binary(?:-\d+)?$/i.test(argument.text);
		case "ARG":
			return /^TARGET(?:ARCH|VARIANT)$/.test(argument.text);
		case "USER":
		case "CMD":
			return true;
		case "ADD":
		case "COPY":
		case "ENTRYPOINT":
		case "ONBUILD":
		case "RUN":
			return INIT_NAME.test(argument.text);
		default:
			return false;
	}
}

/** The edits that undo a change of the instruction below a marker; undefined when it does not look as if it had been changed so. */
function undoChange(change: Change, host: Instruction | undefined, { source, directives }: Pick<Dockerfile, "source" | "directives">): Edit[] | undefined {
	const isOnbuild = change.keyword.startsWith("ONBUILD ");
	const instruction = host && isOnbuild && host.keyword === "ONBUILD" ? triggerOf(host, directives.escape) : host;
	if (instruction === undefined || change.keyword !== `${instruction.isTrigger ? "ONBUILD " : ""}${instruction.keyword}`) return undefined;
	if (change.kind === "init-taken-off") return putFlagBack(instruction, change.was, source);
	const form = commandForm(instruction);
	if (change.kind === "exec") return removeExec(instruction, form);
	const length = form === "shell" ? undefined : readInitInvocation(form.argv)?.length;
	if (form === "shell" || length === undefined) return undefined;
	if (change.kind === "wrapped-shell-form") return unwrapShellForm(instruction, form);
	if (change.kind === "init-filled") return [{ ...rangeOfArgument(instruction), text: change.was }];
	const range = wordRange(instruction, form, length);
	if (change.kind === "replaced") return [{ ...range, text: change.was }];
	const command = form.literals[length];
	return [{ start: range.start, end: command === undefined ? range.end : instruction.argument.offsetAt(command.start), text: "" }];
}

function rangeOfArgument({ argument }: Instruction): { start: number; end: number } {
	return { start: argument.offsetAt(0), end: argument.offsetAt(argument.text.length) };
}

/** The flag stood behind the keyword and its blanks. */
function putFlagBack({ start, written }: Instruction, was: string, source: string): Edit[] | undefined {
	if (!source.startsWith(written, start)) return undefined;
	const behind = start + written.length;
	const at = behind + (/^[\t\v\f ]*/.exec(source.slice(behind))?.[0].length ?? 0);
	return at === behind ? undefined : [{ start: at, end: at, text: was }];
}

const EXEC = "exec ";

/** `exec ` at the head of a shell form's text, or of the last string in which such a text has been wrapped. */
function removeExec({ argument }: Instruction, form: CommandForm): Edit[] | undefined {
	const index = form === "shell" ? 0 : (form.literals.at(-1)?.start ?? 0) + 1;
	const start = argument.offsetAt(index);
	return argument.text.startsWith(EXEC, index) ? [{ start, end: start + EXEC.length, text: "" }] : undefined;
}

/** Whether every stage that sets an ENTRYPOINT runs what it ran behind the init. */
function runsTheSame(dockerfile: Dockerfile, text: string, edits: readonly Edit[]): boolean {
	const before = originalStages(analyse(dockerfile, {}), sortEdits(edits));
	const after = analyse(parseDockerfile(text), {});
	return (
		before.length === after.length &&
		after.every(({ entrypoint, end }, index) => {
			const original = before[index]?.end.entrypoint;
			const isKnown = entrypoint !== undefined && end.entrypoint !== undefined && original !== undefined;
			return !isKnown || commandOf(end.entrypoint) === commandOf(original);
		})
	);
}

function commandOf(argv: readonly string[]): string {
	const command = readInitInvocation(argv)?.command ?? argv;
	return JSON.stringify(command.map((word) => (word.startsWith(EXEC) ? word.slice(EXEC.length) : word)));
}
