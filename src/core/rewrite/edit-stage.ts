import type { AnalysedStage } from "../analysis/analyse.ts";
import { descendantsOf } from "../analysis/lineage.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import type { Edit } from "../edit/edit.ts";
import { flatMap } from "../flat-map.ts";
import type { Environment } from "../inits/effective-invocation.ts";
import type { CommandPlan, KeptDecision } from "./decide.ts";
import { type CommandEdits, editCommand } from "./edit-command.ts";
import { editInstall } from "./edit-install.ts";
import { commentOutBareFlags, removeCommandFlags } from "./flagged-stage.ts";
import { type HelperStage, planHelper } from "./helper-stage.ts";
import { planInstall } from "./install-request.ts";
import { whyNotJson } from "./not-json.ts";
import type { RewriteOptions } from "./options.ts";
import { isReplaced, type PlanContext } from "./plan-context.ts";
import type { PlannedStage } from "./planned-stage.ts";

/** What to do in a stage. */
export interface StageRequest {
	readonly analysed: AnalysedStage;
	/** How to make its commands go through an init; none if only `--init` flags are removed. */
	readonly plans: readonly CommandPlan[];
	/** The options for this stage. */
	readonly options: RewriteOptions;
	/** The path of the init, if the stage has it already; empty if it needs none. */
	readonly path: string | undefined;
	/** The stages before it. */
	readonly earlier: readonly PlannedStage[];
}

/** The edits of a stage. */
export interface StageEdits {
	readonly edits: readonly Edit[];
	/** The stage from which it copies the init. */
	readonly helper: HelperStage | undefined;
	/** The path of the init. */
	readonly path: string;
	/** What they do, in words. */
	readonly what: string;
}

/** Makes the edits of a stage, or says what prevents them. */
export function editStage(context: PlanContext, request: StageRequest): StageEdits | KeptDecision {
	const { dockerfile, all, style, target } = context;
	const { analysed, plans, options, earlier } = request;
	const flags = context.requests.get(analysed.stage.index);
	const install =
		request.path === undefined ? planInstall({ dockerfile, all, analysed }, options) : { path: request.path, why: "" };
	if (typeof install === "string") return { code: "cannot-install", message: install };
	const commands = editCommands(context, request, install.path);
	if ("message" in commands) return commands;
	const done = editInstall(install.step, [...commands, ...(flags === undefined ? [] : removeCommandFlags(flags))], {
		dockerfile,
		style,
		all,
		analysed: withOwnStage(context, analysed),
		planHelper: (way) => {
			const helpers = flatMap(earlier, ({ helper }) => helper ?? []);
			return planHelper(way, analysed.stage, helpers, context);
		},
		target,
		keepLines: options.keepLines ?? false,
	});
	if (typeof done === "string") return { code: "cannot-install", message: done };
	const { edits, helper } = done;
	const why = helper === undefined ? install.why : `${install.why}, through the stage ${helper.name}`;
	return {
		edits: [...edits, ...(flags === undefined ? [] : commentOutBareFlags(flags, plans))],
		helper,
		path: install.path,
		what: [...commands.map(({ what }) => what), why].filter((text) => text !== "").join("; "),
	};
}

/** The edits of a stage's commands and of those in its triggers, or what prevents them. */
function editCommands(
	{ dockerfile: { source }, all, style }: PlanContext,
	{ plans, analysed, options }: StageRequest,
	path: string,
): readonly CommandEdits[] | KeptDecision {
	const commands: CommandEdits[] = [];
	for (const plan of plans) {
		const unwritable = whyNotJson(plan);
		if (unwritable !== undefined) return { code: "cannot-install", message: unwritable };
		const environments = plan.kind === "replace" ? environmentsOf(all, analysed, plan.instruction) : [];
		const edits = editCommand(plan, { source, style, options, path, environments });
		if (typeof edits === "string") return { code: "cannot-replace", message: edits };
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

/** A stage with its own instructions, even if a named context replaces it. */
function withOwnStage(context: PlanContext, analysed: AnalysedStage): AnalysedStage {
	const own = context.dockerfile.stages[analysed.stage.index];
	return own !== undefined && isReplaced(context, analysed) ? { ...analysed, stage: own } : analysed;
}
