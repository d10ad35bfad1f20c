import { analyse } from "../analysis/analyse.ts";
import { commandForm, triggerOf } from "../analysis/command.ts";
import type { ExecForm } from "../dockerfile/exec-form.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import { type Dockerfile, parseDockerfile } from "../dockerfile/parse.ts";
import { DockerfileSyntaxError } from "../dockerfile/syntax-error.ts";
import { applyEdits, type Edit } from "../edit/edit.ts";
import { findComments } from "../findings/comments.ts";
import { readInitInvocation } from "../inits/invocation.ts";
import { unwrapShellForm, wordRange } from "./command-edits.ts";
import { type Change, type Marker, parseMarker } from "./marker.ts";

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
	const edits = findMarkers(dockerfile, instructions).flatMap((found) => undo(found, instructions, dockerfile));
	const text = applyEdits(source, edits);
	if (edits.length > 0) proveRevert(dockerfile, text);
	return { text, isChanged: edits.length > 0, edits };
}

interface FoundMarker {
	readonly marker: Marker;
	readonly start: number;
	readonly end: number;
	/** The index of the instruction that follows. */
	readonly next: number;
}

function findMarkers(dockerfile: Dockerfile, instructions: readonly Instruction[]): FoundMarker[] {
	return findComments(dockerfile).flatMap(({ text, start, end, next }) => {
		const marker = parseMarker(text);
		return marker === undefined ? [] : [{ marker, start, end, next: next === undefined ? instructions.length : instructions.indexOf(next) }];
	});
}

function undo({ marker, start, end, next }: FoundMarker, instructions: readonly Instruction[], { source, directives }: Dockerfile): Edit[] {
	const above = instructions.slice(next - marker.above, next);
	const below = instructions.slice(next, next + marker.below);
	const strange = [...above, ...below].find((instruction) => !isOurs(instruction)) ?? (below.length < marker.below ? instructions.at(-1) : undefined);
	if (strange !== undefined) {
		throw new DockerfileSyntaxError(
			`the comment "# pidone: …" near this ${strange.keyword} does not fit what follows it: take the init out by hand, and the comment`,
			source,
			strange.start,
		);
	}
	const removed = { start: above[0]?.lineStart ?? start, end: below.at(-1)?.lineEnd ?? end };
	const edits = [{ ...withLineEnd(removed, source), text: "" }];
	for (const change of marker.changes) edits.push(...undoChange(change, instructions.slice(next + marker.below), source, directives.escape));
	return edits;
}

/** Lines that were added to a text without a final line end took one in front. */
function withLineEnd({ start, end }: { start: number; end: number }, source: string): { start: number; end: number } {
	if (end < source.length || source.endsWith("\n")) return { start, end };
	return { start: start - (source.slice(0, start).endsWith("\r\n") ? 2 : 1), end };
}

const INIT_NAME = /pidone|tini|dumb-init|docker-init/;

function isOurs({ keyword, argument }: Instruction): boolean {
	switch (keyword) {
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

function undoChange(change: Change, following: readonly Instruction[], source: string, escape: string): Edit[] {
	const [keyword = "", triggered] = change.keyword.split(" ");
	const host = following.find((instruction) => instruction.keyword === keyword);
	const instruction = host && triggered !== undefined ? triggerOf(host, escape) : host;
	const form = instruction && commandForm(instruction);
	if (instruction === undefined || form === undefined) return [];
	if (change.kind === "exec") return form === "shell" ? [removeExec(instruction, 0)] : removeWrappedExec(instruction, form);
	if (form === "shell")
		throw new DockerfileSyntaxError(`this ${keyword} is no longer the exec form that pidone wrote: change it by hand`, source, instruction.start);
	const length = readInitInvocation(form.argv)?.length;
	if (length === undefined)
		throw new DockerfileSyntaxError(`this ${keyword} no longer begins with an init: remove the comment "# pidone: …"`, source, instruction.start);
	if (change.kind === "wrapped-shell-form") return unwrapShellForm(instruction, form);
	const range = wordRange(instruction, form, length);
	if (change.kind === "replaced") return [{ ...range, text: change.was }];
	const command = form.literals[length];
	return [{ start: range.start, end: command === undefined ? range.end : instruction.argument.offsetAt(command.start), text: "" }];
}

function removeExec(instruction: Instruction, index: number): Edit {
	const start = instruction.argument.offsetAt(index);
	return { start, end: start + "exec ".length, text: "" };
}

/** `exec ` at the head of the text in a wrapped shell form. */
function removeWrappedExec(instruction: Instruction, form: ExecForm): Edit[] {
	const last = form.literals.at(-1);
	return last === undefined ? [] : [removeExec(instruction, last.start + 1)];
}

/** Every stage runs what it ran behind the init. */
function proveRevert(dockerfile: Dockerfile, text: string): void {
	const before = analyse(dockerfile, {});
	const after = analyse(parseDockerfile(text), {});
	if (before.length !== after.length) throw new Error("BUG: the revert has changed the number of stages; nothing was written");
	for (const [index, { end }] of before.entries()) {
		const reverted = after[index]?.end.entrypoint;
		const command = end.entrypoint && (readInitInvocation(end.entrypoint)?.command ?? end.entrypoint);
		const own = reverted && (readInitInvocation(reverted)?.command ?? reverted);
		const isSame = own === undefined || command === undefined || withoutExec(own) === withoutExec(command);
		if (!isSame) throw new Error(`BUG: after the revert stage ${index} would run ${JSON.stringify(own)}; nothing was written`);
	}
}

function withoutExec(argv: readonly string[]): string {
	return JSON.stringify(argv.map((word) => word.replace(/^exec /, "")));
}
