import type { Stage } from "./parse.ts";

/** The options that say which stages are built. */
interface TargetOptions {
	readonly target?: string;
	readonly otherTargets?: readonly string[];
}

/** The stages that builds of the file end at, that of `target` first; those that do not exist are left out. */
export function findTargets(stages: readonly Stage[], { target, otherTargets = [] }: TargetOptions): readonly Stage[] {
	const others = otherTargets.map((each) => findTarget(stages, each === "" ? undefined : each));
	return [...new Set([findTarget(stages, target), ...others])].filter((stage) => stage !== undefined);
}

/**
 * The stage that a build is for: the last one, or the one that `--target` names or counts (BuildKit:
 * instructions.HasStage); undefined when there is none.
 */
export function findTarget(stages: readonly Stage[], target: string | undefined): Stage | undefined {
	if (target === undefined) return stages.at(-1);
	const name = target.toLowerCase();
	return stages.findLast((stage) => stage.name === name) ?? (/^\d+$/.test(target) ? stages[Number(target)] : undefined);
}
