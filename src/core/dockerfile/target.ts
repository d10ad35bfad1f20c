import type { Stage } from "./parse.ts";

/** The options that select the stages to build. */
interface TargetOptions {
	readonly target?: string;
	readonly otherTargets?: readonly string[];
}

/** The targets of all builds of the file, `target` first, without those that do not exist. */
export function findTargets(stages: readonly Stage[], { target, otherTargets = [] }: TargetOptions): readonly Stage[] {
	const others = otherTargets.map((each) => findTarget(stages, each === "" ? undefined : each));
	return [...new Set([findTarget(stages, target), ...others])].filter((stage) => stage !== undefined);
}

/**
 * The target stage of a build: the last one, or the one that `--target` selects by name or number (BuildKit:
 * instructions.HasStage); undefined if there is none.
 */
export function findTarget(stages: readonly Stage[], target: string | undefined): Stage | undefined {
	if (target === undefined) return stages.at(-1);
	const name = target.toLowerCase();
	return stages.findLast((stage) => stage.name === name) ?? (/^\d+$/.test(target) ? stages[Number(target)] : undefined);
}
