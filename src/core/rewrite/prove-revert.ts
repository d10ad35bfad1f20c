// What must hold after a revert, in addition to what the markers' digests confirm.

import { type AnalysedStage, analyse } from "../analysis/analyse.ts";
import { lineageOf } from "../analysis/lineage.ts";
import { sourcesOf, stageNumber } from "../dockerfile/from-references.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import { type Dockerfile, parseDockerfile } from "../dockerfile/parse.ts";
import { type Edit, sortEdits } from "../edit/edit.ts";
import { flatMap } from "../flat-map.ts";
import { readInitInvocation } from "../inits/invocation.ts";
import { findInstalledInits } from "../install/installed-init.ts";
import type { MarkedBlock } from "./marked-block.ts";
import { originalStages } from "./prove-stages.ts";

/** A command that stays, and begins with an init that the revert would remove. */
export interface OrphanedInit {
	readonly path: string;
	/** The instruction, as it stands after the revert. */
	readonly command: Instruction;
}

/**
 * Finds a command that stays, and begins with an init that was at that path before the revert and is gone after it.
 * The command's own marker may be missing: then its words end with `--`, as a rewrite writes them.
 */
export function findOrphanedInit(
	dockerfile: Dockerfile,
	text: string,
	edits: readonly Edit[],
): OrphanedInit | undefined {
	const marked = analyse(dockerfile, {});
	const before = originalStages(marked, sortEdits(edits));
	const after = analyse(parseDockerfile(text), {});
	for (const [index, stage] of after.entries()) {
		const own = findOwnInit(stage);
		const original = before[index];
		if (own === undefined || original === undefined) continue;
		if (hasInit(own.path, original, marked, dockerfile.source) && !hasInit(own.path, stage, after, text)) return own;
	}
	return undefined;
}

/** Whether the instructions of a stage, or of those that it is built on, put an init at a path. */
function hasInit(path: string, stage: AnalysedStage, all: readonly AnalysedStage[], source: string): boolean {
	return findInstalledInits(lineageOf(all, stage), { distro: stage.end.distro, source }).some(
		(installed) => installed.path === path,
	);
}

/** Whether what stays refers to a stage that was removed, or to a later one by its number. */
export function needsRemovedStage({ stages }: Dockerfile, output: string, blocks: readonly MarkedBlock[]): boolean {
	const removed = flatMap(blocks, ({ marker, stage }) => (marker.startsStage ? (stages[stage] ?? []) : []));
	const [first] = removed;
	if (first === undefined) return false;
	const names = new Set(removed.map(({ name }) => name));
	return analyse(parseDockerfile(output), {}).some(({ stage, triggers }) => {
		const references = flatMap([...stage.instructions, ...triggers], sourcesOf);
		return (
			names.has(stage.base.toLowerCase()) ||
			references.some(({ text }) => names.has(text.toLowerCase()) || (stageNumber(text) ?? -1) >= first.index)
		);
	});
}

/** The init that one of the stage's own commands begins with, if it is as a rewrite writes it. */
function findOwnInit({ entrypoint, cmd, end }: AnalysedStage): OrphanedInit | undefined {
	const commands = [[entrypoint, end.entrypoint] as const, [cmd, end.cmd] as const];
	for (const [command, argv = []] of commands) {
		const invocation = command && readInitInvocation(argv);
		if (command !== undefined && invocation !== undefined && argv[invocation.length - 1] === "--")
			return { path: invocation.path, command };
	}
	return undefined;
}
