import type { AnalysedStage } from "../analysis/analyse.ts";
import type { Edit } from "../edit/edit.ts";
import type { RewrittenDecision } from "./decide.ts";
import { editCommands, type Impossible } from "./edit-commands.ts";
import { editInstall } from "./edit-install.ts";
import { commentOutBareFlags, removeCommandFlags } from "./flagged-stage.ts";
import type { HelperStage } from "./helper-stage.ts";
import { planInstall } from "./install-request.ts";
import type { RewriteOptions } from "./options.ts";
import { isReplaced, type PlanContext } from "./plan-context.ts";

/** What to do in a stage. */
export interface StageRequest {
	readonly analysed: AnalysedStage;
	/** How to make its commands go through an init; none if only `--init` flags are removed. */
	readonly plans: readonly RewrittenDecision[];
	/** The options for this stage. */
	readonly options: RewriteOptions;
	/** The path of the init, if the stage has it already; empty if it needs none. */
	readonly path: string | undefined;
	/** The helper stages of the stages before it. */
	readonly helpers: readonly HelperStage[];
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
export function editStage(context: PlanContext, request: StageRequest): StageEdits | Impossible {
	const { dockerfile, all, style, target } = context;
	const { analysed, plans, options, helpers } = request;
	const flags = context.requests.get(analysed.stage.index);
	const install =
		request.path === undefined ? planInstall({ dockerfile, all, analysed }, options) : { path: request.path, why: "" };
	if ("impossible" in install) return { code: "cannot-install", message: install.impossible };
	const commands = editCommands(plans, { dockerfile, all, analysed, style, options, path: install.path });
	if ("message" in commands) return commands;
	const done = editInstall(install.step, [...commands, ...(flags === undefined ? [] : removeCommandFlags(flags))], {
		dockerfile,
		style,
		all,
		analysed: withOwnStage(context, analysed),
		planHelper: (way) => context.helpers.plan(way, analysed, helpers),
		target,
		keepLines: options.keepLines ?? false,
	});
	if ("impossible" in done) return { code: "cannot-install", message: done.impossible };
	const { helper } = done;
	const why = helper === undefined ? install.why : `${install.why}, through the stage ${helper.name}`;
	return {
		edits: [...done.edits, ...(flags === undefined ? [] : commentOutBareFlags(flags, plans))],
		helper,
		path: install.path,
		what: [...commands.map(({ what }) => what), why].filter((text) => text !== "").join("; "),
	};
}

/** A stage with its own instructions, even if a named context replaces it. */
function withOwnStage(context: PlanContext, analysed: AnalysedStage): AnalysedStage {
	const own = context.dockerfile.stages[analysed.stage.index];
	return own !== undefined && isReplaced(context, analysed) ? { ...analysed, stage: own } : analysed;
}
