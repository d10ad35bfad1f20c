import type { AnalysedStage } from "../analysis/analyse.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import type { Edit } from "../edit/edit.ts";
import { flatMap } from "../flat-map.ts";
import type { RewriteOptions } from "./options.ts";
import type { Outcome } from "./outcome.ts";
import { makePlanContext, type StageFacts } from "./plan-context.ts";
import { planStage } from "./plan-stage.ts";
import type { PlannedStage } from "./planned-stage.ts";

/** What a rewrite does to a file. */
export interface RewritePlan {
	/** One for every stage, in order. */
	readonly outcomes: readonly Outcome[];
	readonly edits: readonly Edit[];
}

/**
 * Plans the rewrite of a file: what becomes of each stage, and the edits that do it.
 * Throws DockerfileSyntaxError for an `--init` flag that cannot be satisfied.
 */
export function planRewrite(
	dockerfile: Dockerfile,
	analysed: readonly AnalysedStage[],
	options: RewriteOptions,
	facts: StageFacts,
): RewritePlan {
	const context = makePlanContext(dockerfile, analysed, options, facts);
	const planned: PlannedStage[] = [];
	for (const stage of analysed) planned.push(planStage(context, stage, planned));
	return {
		outcomes: planned.map(({ outcome }) => outcome),
		edits: flatMap(planned, ({ edits }) => edits),
	};
}
