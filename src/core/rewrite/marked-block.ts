// What the markers of a file record, and whether it is still there as it was inserted.

import { commandForm } from "../analysis/command.ts";
import { findComments } from "../dockerfile/comments.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import { triggerOf } from "../dockerfile/trigger.ts";
import { applyEdits, type Edit } from "../edit/edit.ts";
import { flatMap } from "../flat-map.ts";
import { readInitInvocation } from "../inits/invocation.ts";
import { quoteAll } from "./command-edits.ts";
import { markerKeyword } from "./edit-command.ts";
import { type Change, type Marker, parseMarker } from "./marker.ts";
import { changeForDigest, digestOf } from "./marker-digest.ts";

/** A marker, and what is around it now. */
export interface MarkedBlock {
	readonly marker: Marker;
	/** The range of the marker's line. */
	readonly start: number;
	readonly end: number;
	/** The index of the stage; -1 before the first. */
	readonly stage: number;
	/** The instructions that it records as added; fewer if the file has no more. */
	readonly added: readonly Instruction[];
	/** The instruction that it records as changed: the next one. */
	readonly host: Instruction | undefined;
	/** Whether the digest confirms that everything inserted in the stage is still there, word for word. */
	readonly isIntact: boolean;
}

/** Reads the markers of a file, in the order of the text. */
export function readMarkedBlocks(dockerfile: Dockerfile): MarkedBlock[] {
	const instructions = [
		...dockerfile.globalArgs,
		...flatMap(dockerfile.stages, ({ from, instructions: own }) => [from, ...own]),
	];
	const indexes = new Map(instructions.map((instruction, index) => [instruction, index]));
	let stage = -1;
	const read = flatMap(findComments(dockerfile), ({ text, start, end, next }): Omit<MarkedBlock, "isIntact">[] => {
		const marker = parseMarker(text);
		if (marker === undefined) return [];
		const at = (next && indexes.get(next)) ?? instructions.length;
		const added = [
			...instructions.slice(Math.max(0, at - marker.above), at),
			...instructions.slice(at, at + marker.below),
		];
		while ((dockerfile.stages[stage + 1]?.from.start ?? start) < start) stage++;
		return [{ marker, start, end, stage, added, host: instructions[at + marker.below] }];
	});
	const digests = CASES.map((keywordCase) => {
		let known: ReadonlyMap<string, string> | undefined;
		return () => (known ??= digestByGroup(read, dockerfile, keywordCase));
	});
	return read.map((block) => {
		const { above, below, changes, digest } = block.marker;
		const isMatch = digest === undefined || digests.some((byGroup) => byGroup().get(groupOf(block)) === digest);
		// The other markers of a stage may hold all that the digest is of.
		const isComplete = block.added.length === above + below && above + below + changes.length > 0;
		return { ...block, isIntact: isMatch && isComplete };
	});
}

/** The range of the marker and of what it records as added. */
export function rangeOfBlock({ added, start, end }: Pick<MarkedBlock, "added" | "start" | "end">): {
	readonly start: number;
	readonly end: number;
} {
	return { start: Math.min(start, added[0]?.lineStart ?? start), end: Math.max(end, added.at(-1)?.lineEnd ?? end) };
}

/** The instruction that a block records as changed; undefined if the next one has another keyword now. */
export function hostOf(change: Change, host: Instruction | undefined, escape: string): Instruction | undefined {
	const isOnbuild = change.keyword.startsWith("ONBUILD ");
	const instruction = host && isOnbuild && host.keyword === "ONBUILD" ? triggerOf(host, escape) : host;
	return instruction !== undefined && markerKeyword(instruction) === change.keyword ? instruction : undefined;
}

/** A digest is of the keywords as they were inserted, in the file's own case; formatters change it. */
type KeywordCase = (keyword: string) => string;
const CASES: readonly KeywordCase[] = [
	(keyword) => keyword,
	(keyword) => keyword.toUpperCase(),
	(keyword) => keyword.toLowerCase(),
];

/** All markers of a stage have the same digest, of what was inserted at all of their places. */
function digestByGroup(
	blocks: readonly Omit<MarkedBlock, "isIntact">[],
	{ source, directives }: Dockerfile,
	keywordCase: KeywordCase,
): ReadonlyMap<string, string> {
	const texts = new Map<string, string[]>();
	for (const block of blocks) {
		const group = groupOf(block);
		texts.set(group, [...(texts.get(group) ?? []), ...textsOf(block, source, directives.escape, keywordCase)]);
	}
	return new Map([...texts].map(([group, all]) => [group, digestOf(all)]));
}

function groupOf({ stage, marker }: Pick<MarkedBlock, "stage" | "marker">): string {
	return `${stage} ${marker.digest}`;
}

/** The text where the marker records an insertion. */
function textsOf(
	block: Omit<MarkedBlock, "isIntact">,
	source: string,
	escape: string,
	keywordCase: KeywordCase,
): string[] {
	const range = rangeOfBlock(block);
	const textBetween = (start: number, end: number): string => {
		const inside = block.added.filter((each) => each.start >= start && each.start < end);
		return applyEdits(
			source.slice(start, end),
			flatMap(inside, (each) => respell(each, start, { escape, keywordCase })),
		);
	};
	const changes = block.marker.changes.map((change) =>
		changeForDigest(change, wordsPutIn(change, hostOf(change, block.host, escape))),
	);
	return [textBetween(range.start, block.start), textBetween(block.end, range.end), ...changes];
}

/** The edits of a text from `base` on that give an added instruction the spelling that a digest is of. */
function respell(
	instruction: Instruction,
	base: number,
	{ escape, keywordCase }: { readonly escape: string; readonly keywordCase: KeywordCase },
): Edit[] {
	const { keyword, start, written } = instruction;
	const command = keyword === "ONBUILD" ? triggerOf(instruction, escape) : instruction;
	const edits = [{ start: start - base, end: start - base + written.length, text: keywordCase(written) }];
	if (command.keyword !== "ENTRYPOINT" && command.keyword !== "CMD") return edits;
	const form = commandForm(command);
	if (form === "shell") return edits;
	// Formatters change the blanks between the words, too.
	const range = command.argument.range;
	return [...edits, { start: range.start - base, end: range.end - base, text: `[${quoteAll(form.argv)}]` }];
}

/**
 * The words at the place of those that a change has inserted in an instruction. Options of the init may have been
 * changed since: `revert` removes them with it.
 */
function wordsPutIn({ kind }: Change, instruction: Instruction | undefined): readonly string[] {
	if (instruction === undefined || kind === "exec" || kind === "init-taken-off" || kind === "init-taken-out") return [];
	const form = commandForm(instruction);
	const invocation = form === "shell" ? undefined : readInitInvocation(form.argv);
	if (invocation === undefined) return [];
	const { path, command } = invocation;
	if (kind === "wrapped-shell-form") return [path, ...command.slice(0, -1)];
	return kind === "init-filled" ? [path, ...command] : [path];
}
