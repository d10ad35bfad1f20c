// What the markers of a file say was put in, and whether it still stands there as it was put in.

import { commandForm } from "../analysis/command.ts";
import { findComments } from "../dockerfile/comments.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import { triggerOf } from "../dockerfile/trigger.ts";
import { flatMap } from "../flat-map.ts";
import { readInitInvocation } from "../inits/invocation.ts";
import { markerKeyword } from "./edit-command.ts";
import { type Change, type Marker, parseMarker } from "./marker.ts";
import { changeForDigest, digestOf } from "./marker-digest.ts";

/** A marker, and what stands around it by now. */
export interface MarkedBlock {
	readonly marker: Marker;
	/** The range of the marker's line. */
	readonly start: number;
	readonly end: number;
	/** The index of the stage; -1 before the first. */
	readonly stage: number;
	/** The instructions that it says were added, as far as there are that many. */
	readonly added: readonly Instruction[];
	/** The instruction that it says was changed: the one that follows. */
	readonly host: Instruction | undefined;
	/**
	 * Whether the digest confirms all that was put into the stage: then it stands there word for word. Undefined for a
	 * marker without one, of an earlier version.
	 */
	readonly isIntact: boolean | undefined;
}

/** Reads the markers of a file, in the order of the text. */
export function readMarkedBlocks(dockerfile: Dockerfile): MarkedBlock[] {
	const instructions = [
		...dockerfile.globalArgs,
		...flatMap(dockerfile.stages, ({ from, instructions: own }) => [from, ...own]),
	];
	const indexes = new Map(instructions.map((instruction, index) => [instruction, index]));
	const read = flatMap(findComments(dockerfile), ({ text, start, end, next }): Omit<MarkedBlock, "isIntact">[] => {
		const marker = parseMarker(text);
		if (marker === undefined) return [];
		const at = (next && indexes.get(next)) ?? instructions.length;
		const added = [
			...instructions.slice(Math.max(0, at - marker.above), at),
			...instructions.slice(at, at + marker.below),
		];
		const stage = dockerfile.stages.findLast(({ from }) => from.start < start)?.index ?? -1;
		return [{ marker, start, end, stage, added, host: instructions[at + marker.below] }];
	});
	const digests = digestByGroup(read, dockerfile);
	return read.map((block) => ({
		...block,
		isIntact: block.marker.digest === undefined ? undefined : digests.get(groupOf(block)) === block.marker.digest,
	}));
}

/** The range of what a marker says was added, with the marker. */
export function rangeOfBlock({ added, start, end }: Pick<MarkedBlock, "added" | "start" | "end">): {
	readonly start: number;
	readonly end: number;
} {
	return { start: Math.min(start, added[0]?.lineStart ?? start), end: Math.max(end, added.at(-1)?.lineEnd ?? end) };
}

/** The instruction that a change of a block has changed; undefined when another one follows by now. */
export function hostOf(change: Change, host: Instruction | undefined, escape: string): Instruction | undefined {
	const isOnbuild = change.keyword.startsWith("ONBUILD ");
	const instruction = host && isOnbuild && host.keyword === "ONBUILD" ? triggerOf(host, escape) : host;
	return instruction !== undefined && markerKeyword(instruction) === change.keyword ? instruction : undefined;
}

/** All markers of a stage have the same digest, of what was put in at all of their places. */
function digestByGroup(
	blocks: readonly Omit<MarkedBlock, "isIntact">[],
	{ source, directives }: Dockerfile,
): ReadonlyMap<string, string> {
	const texts = new Map<string, string[]>();
	for (const block of blocks) {
		const group = groupOf(block);
		texts.set(group, [...(texts.get(group) ?? []), ...textsOf(block, source, directives.escape)]);
	}
	return new Map([...texts].map(([group, all]) => [group, digestOf(all)]));
}

function groupOf({ stage, marker }: Pick<MarkedBlock, "stage" | "marker">): string {
	return `${stage} ${marker.digest}`;
}

/** What stands where the marker says that something was put in. */
function textsOf(block: Omit<MarkedBlock, "isIntact">, source: string, escape: string): string[] {
	const range = rangeOfBlock(block);
	const changes = block.marker.changes.map((change) =>
		changeForDigest(change, wordsPutIn(change, hostOf(change, block.host, escape))),
	);
	return [source.slice(range.start, block.start), source.slice(block.end, range.end), ...changes];
}

/**
 * The words at the place of those that a change has put into an instruction; options of the init may have been changed
 * since, it is taken out with them.
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
