import type { AnalysedStage } from "../analysis/analyse.ts";
import type { StageCommand } from "../command/stage-command.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import { findTarget, findTargets } from "../dockerfile/target.ts";
import type { RewriteOptions } from "./options.ts";
import { type RequestedInit, readRequestedInits } from "./requested-inits.ts";
import { type SourceStyle, styleOf } from "./source-style.ts";
import { findStaleMarkers } from "./stale-markers.ts";

/** What is known about a stage besides its config. */
export interface StageFacts {
	/** The reason in the comment that exempts it from rewriting. */
	readonly whyIgnored: (stage: AnalysedStage) => string | undefined;
	/** What its command runs. */
	readonly commandOf: (stage: AnalysedStage) => StageCommand;
}

/** What the plans of all stages of a file need. */
export interface PlanContext extends StageFacts {
	readonly dockerfile: Dockerfile;
	readonly all: readonly AnalysedStage[];
	readonly options: RewriteOptions;
	readonly style: SourceStyle;
	/** The index of the stage that is built. */
	readonly target: number;
	/** The indexes of all stages that builds end at. */
	readonly targets: ReadonlySet<number>;
	/** The stages that ask for an init with `--init`; if there are any, only they are changed. */
	readonly requests: ReadonlyMap<number, RequestedInit>;
	/** Why stages with an earlier rewrite that was edited cannot be rewritten again, by their index. */
	readonly stale: ReadonlyMap<number, string>;
}

/** Gathers what the plans of all stages need. Throws DockerfileSyntaxError for an `--init` flag that makes no sense. */
export function makePlanContext(
	dockerfile: Dockerfile,
	all: readonly AnalysedStage[],
	options: RewriteOptions,
	{ whyIgnored, commandOf }: StageFacts,
): PlanContext {
	const { stages } = dockerfile;
	const target = (findTarget(stages, options.target) ?? findTarget(stages, undefined))?.index ?? 0;
	return {
		whyIgnored,
		commandOf,
		dockerfile,
		all,
		options,
		style: styleOf(dockerfile),
		target,
		targets: new Set([target, ...findTargets(stages, options).map(({ index }) => index)]),
		requests: readRequestedInits(dockerfile),
		stale: findStaleMarkers(dockerfile, options),
	};
}

/** Whether a named context replaces a stage, so that its instructions and flags have no effect. */
export function isReplaced({ dockerfile }: PlanContext, { stage }: AnalysedStage): boolean {
	return stage !== dockerfile.stages[stage.index];
}
