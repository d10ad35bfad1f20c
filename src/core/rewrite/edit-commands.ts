import type { AnalysedStage } from "../analysis/analyse.ts";
import { descendantsOf } from "../analysis/lineage.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import type { Environment } from "../inits/effective-invocation.ts";
import type { RewrittenDecision } from "./decide.ts";
import { type CommandEdits, editCommand } from "./edit-command.ts";
import { whyNotJson } from "./not-json.ts";
import type { RewriteOptions } from "./options.ts";
import type { OutcomeCode } from "./outcome.ts";
import type { SourceStyle } from "./source-style.ts";

/** What prevents the edits of a stage. */
export interface Impossible {
	readonly code: OutcomeCode;
	readonly message: string;
}

interface EditContext {
	readonly dockerfile: Dockerfile;
	readonly all: readonly AnalysedStage[];
	readonly analysed: AnalysedStage;
	readonly style: SourceStyle;
	readonly options: RewriteOptions;
	/** The init's path in the image. */
	readonly path: string;
}

/** The edits of a stage's commands and of those in its triggers, or what prevents them. */
export function editCommands(
	plans: readonly RewrittenDecision[],
	{ dockerfile: { source }, all, analysed, style, options, path }: EditContext,
): readonly CommandEdits[] | Impossible {
	const commands: CommandEdits[] = [];
	for (const { plan, exec } of plans) {
		const unwritable = whyNotJson(plan);
		if (unwritable !== undefined) return { code: "cannot-install", message: unwritable };
		const environments = plan.kind === "replace" ? environmentsOf(all, analysed, plan.instruction) : [];
		const edits = editCommand(plan, exec, { source, style, options, path, environments });
		if ("impossible" in edits) return { code: "cannot-replace", message: edits.impossible };
		commands.push(edits);
	}
	return commands;
}

/**
 * The environments in which an instruction's command starts: the stage's, and those of the stages that inherit it. A
 * stage that an ONBUILD reaches is among its heirs.
 */
function environmentsOf(
	all: readonly AnalysedStage[],
	analysed: AnalysedStage,
	{ keyword, isTrigger }: Instruction,
): Environment[] {
	const { entrypoint, cmd } = analysed.end;
	const heirs = descendantsOf(
		all,
		analysed,
		({ end }) => isTrigger || (end.entrypoint === entrypoint && (keyword === "ENTRYPOINT" || end.cmd === cmd)),
	);
	return [analysed, ...heirs].map(({ environment }) => environment);
}
