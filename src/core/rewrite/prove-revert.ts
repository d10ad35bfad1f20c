// What has to hold after a revert, beyond what the markers' digests confirm.
import { type AnalysedStage, analyse } from "../analysis/analyse.ts";
import type { ImageConfig } from "../analysis/image-config.ts";
import { lineageOf } from "../analysis/lineage.ts";
import { fromReferences, stageNumber } from "../dockerfile/from-references.ts";
import { type Dockerfile, parseDockerfile } from "../dockerfile/parse.ts";
import { type Edit, sortEdits } from "../edit/edit.ts";
import { readInitInvocation } from "../inits/invocation.ts";
import { findInstalledInits } from "../install/installed-init.ts";
import type { MarkedBlock } from "./marked-block.ts";
import { originalStages } from "./prove-stages.ts";

export const EXEC = "exec ";

/** Whether every stage runs what it ran after the init, as far as both are known. */
export function runsTheSame(dockerfile: Dockerfile, text: string, edits: readonly Edit[]): boolean {
	const before = originalStages(analyse(dockerfile, {}), sortEdits(edits));
	const after = analyse(parseDockerfile(text), {});
	return (
		before.length === after.length &&
		after.every((stage, index) => {
			const original = before[index];
			return (
				original !== undefined && isSame(original.end, stage.end) && isSame(original.afterTriggers, stage.afterTriggers)
			);
		})
	);
}

function isSame(before: ImageConfig, after: ImageConfig): boolean {
	return [
		[before.entrypoint, after.entrypoint],
		[before.cmd, after.cmd],
	].every(
		([original, command]) =>
			original === undefined || command === undefined || commandOf(original) === commandOf(command),
	);
}

function commandOf(argv: readonly string[]): string {
	const command = readInitInvocation(argv)?.command ?? argv;
	return JSON.stringify(command.map((word) => (word.startsWith(EXEC) ? word.slice(EXEC.length) : word)));
}

/**
 * Whether a command that stays begins with an init that was at that very path before the revert, and is not there any
 * more: its own marker is gone.
 */
export function needsRemovedInit(dockerfile: Dockerfile, text: string, edits: readonly Edit[]): boolean {
	const marked = analyse(dockerfile, {});
	const before = originalStages(marked, sortEdits(edits));
	const after = analyse(parseDockerfile(text), {});
	return after.some((stage, index) => {
		const path = ownInit(stage);
		const original = before[index];
		if (path === undefined || original === undefined) return false;
		return hasInit(path, original, marked, dockerfile.source) && !hasInit(path, stage, after, text);
	});
}

/** Whether the instructions of a stage, or of those that it is built on, put an init at a path. */
function hasInit(path: string, stage: AnalysedStage, all: readonly AnalysedStage[], source: string): boolean {
	return findInstalledInits(lineageOf(all, stage), { distro: stage.end.distro, source }).some(
		(installed) => installed.path === path,
	);
}

/** Whether what stays names a stage that was taken out, or one after it by its number. */
export function needsRemovedStage({ stages }: Dockerfile, text: string, blocks: readonly MarkedBlock[]): boolean {
	const removed = blocks.flatMap(({ marker, stage }) => (marker.startsStage ? (stages[stage] ?? []) : []));
	const [first] = removed;
	if (first === undefined) return false;
	const names = new Set(removed.map(({ name }) => name));
	return analyse(parseDockerfile(text), {}).some(({ stage, triggers }) => {
		const references = [...stage.instructions, ...triggers].flatMap((instruction) => fromReferences(instruction));
		return (
			names.has(stage.base.toLowerCase()) ||
			references.some((each) => names.has(each.toLowerCase()) || (stageNumber(each) ?? -1) >= first.index)
		);
	});
}

/** The path of the init with which a command of the stage itself begins. */
function ownInit({ entrypoint, cmd, end }: AnalysedStage): string | undefined {
	const commands = [...(entrypoint ? [end.entrypoint ?? []] : []), ...(cmd ? [end.cmd ?? []] : [])];
	return commands.map((argv) => readInitInvocation(argv)?.path).find((path) => path !== undefined);
}
