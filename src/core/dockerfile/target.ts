import type { Stage } from "./parse.ts";

/**
 * The stage that a build is for: the last one, or the one that `--target` names or counts (BuildKit:
 * instructions.HasStage); undefined when there is none.
 */
export function findTarget(stages: readonly Stage[], target: string | undefined): Stage | undefined {
	if (target === undefined) return stages.at(-1);
	const name = target.toLowerCase();
	return stages.findLast((stage) => stage.name === name) ?? (/^\d+$/.test(target) ? stages[Number(target)] : undefined);
}
