import type { AnalysedStage } from "../analysis/analyse.ts";
import { descendantsOf } from "../analysis/lineage.ts";
import { findPid1Need } from "../command/stage-command.ts";
import type { Decision, KeptDecision } from "./decide.ts";
import type { PlanContext } from "./plan-context.ts";

/**
 * Why a stage's ENTRYPOINT must not get an init: a stage that is built on it inherits the ENTRYPOINT, and its own CMD
 * must be PID 1, or may have to be.
 */
export function findHeirNeed(
	decision: Decision,
	analysed: AnalysedStage,
	{ all, commandOf }: Pick<PlanContext, "all" | "commandOf">,
): KeptDecision | undefined {
	if (decision.code !== "rewritten" || decision.plan.kind === "replace") return undefined;
	const { entrypoint } = analysed.end;
	for (const heir of descendantsOf(all, analysed, ({ end }) => end.entrypoint === entrypoint)) {
		const { chains, systemPossible } = commandOf(heir);
		const need = findPid1Need(chains)?.message;
		const reason = need ?? systemPossible;
		if (reason === undefined) continue;
		const { name, index, from } = heir.stage;
		return {
			code: need === undefined ? "unknown-command" : "must-be-pid1",
			message: `the stage ${name ?? index} (line ${from.line}) inherits this command's ENTRYPOINT: ${reason}`,
		};
	}
	return undefined;
}
