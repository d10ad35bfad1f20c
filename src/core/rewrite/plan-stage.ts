import type { AnalysedStage } from "../analysis/analyse.ts";
import { beginsWithInit } from "../command/stage-command.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import { DEFAULT_INIT } from "../inits/init.ts";
import { readInitInvocation } from "../inits/invocation.ts";
import { type CommandPlan, type Decision, decide, inheritsInit, type KeptDecision } from "./decide.ts";
import { decideTriggers } from "./decide-triggers.ts";
import { editStage } from "./edit-stage.ts";
import { type Decisions, fillBare, flaggedOptions, refuseRequest, requireInit } from "./flagged-stage.ts";
import { findHeirNeed } from "./heir-needs.ts";
import type { RewriteOptions } from "./options.ts";
import type { Outcome } from "./outcome.ts";
import { isOwnFrontend } from "./own-frontend.ts";
import { isReplaced, type PlanContext } from "./plan-context.ts";
import { type Inheritance, inherit, type PlannedStage } from "./planned-stage.ts";
import type { RequestedInit } from "./requested-inits.ts";

/** A stage, and what is known before it is planned. */
interface StageContext {
	readonly file: PlanContext;
	readonly analysed: AnalysedStage;
	readonly earlier: readonly PlannedStage[];
	readonly inherited: Inheritance;
	/** What its `--init` flags request. */
	readonly request: RequestedInit | undefined;
	/** The options for this stage. */
	readonly stageOptions: RewriteOptions;
	/** The ENTRYPOINT and CMD instructions that it passes to its children by ONBUILD. */
	readonly triggers: readonly Instruction[];
}

/**
 * Plans one stage, after those before it.
 * Throws DockerfileSyntaxError for an `--init` flag that cannot be satisfied.
 */
export function planStage(file: PlanContext, analysed: AnalysedStage, earlier: readonly PlannedStage[]): PlannedStage {
	const context = makeStageContext(file, analysed, earlier);
	const { request } = context;
	const exemption = findExemption(context);
	if (exemption !== undefined) return makePlanned(context, exemption);
	const decision = decideCommand(context);
	const decisions = { decision, onbuild: decideOnbuild(context, decision) };
	if (isLeftToFrontend(file, decisions))
		return makePlanned(context, LEFT_TO_FRONTEND, { hasInit: coversHeirs(decision, analysed) });
	const { dockerfile } = file;
	const stale = isRewritten(decisions) ? file.stale.get(analysed.stage.index) : undefined;
	if (stale !== undefined) {
		refuseRequest(request, stale, dockerfile.source);
		return makePlanned(context, { code: "cannot-install", message: stale });
	}
	if (request !== undefined && !isReplaced(file, analysed))
		requireInit(request, analysed, decisions, dockerfile.source);
	return planEdits(context, decisions);
}

function makeStageContext(file: PlanContext, analysed: AnalysedStage, earlier: readonly PlannedStage[]): StageContext {
	const request = file.requests.get(analysed.stage.index);
	return {
		file,
		analysed,
		earlier,
		inherited: inherit(analysed, earlier),
		request,
		stageOptions: request === undefined ? file.options : flaggedOptions(file.options, request),
		triggers: analysed.triggers.filter(({ keyword }) => keyword === "ENTRYPOINT" || keyword === "CMD"),
	};
}

/**
 * Why a stage does not change, whatever it runs. A stage that is not selected may still inherit the init of a stage
 * with the flag.
 */
function findExemption(context: StageContext): KeptDecision | undefined {
	const { file, analysed, inherited, request } = context;
	const unselected = whyNotSelected(context);
	if (unselected !== undefined) {
		return file.requests.size > 0 && inherited.coveredBy !== undefined
			? inheritsInit(inherited.coveredBy)
			: { code: "not-selected", message: unselected };
	}
	const ignored = file.whyIgnored(analysed);
	if (ignored === undefined) return undefined;
	refuseRequest(request, `exempted by a comment (${ignored})`, file.dockerfile.source);
	return { code: "ignored", message: ignored };
}

/**
 * The selected stages are the target and every named stage that sets a command. If there are `--init` flags, only the
 * stages that have one are selected.
 */
function whyNotSelected({ file, analysed, request, triggers }: StageContext): string | undefined {
	const { options, requests, targets } = file;
	const { stage, entrypoint, cmd } = analysed;
	if (requests.size > 0)
		return request === undefined ? "it does not have the flag --init, as other stages do" : undefined;
	if (targets.has(stage.index)) return undefined;
	if (options.keepLines) return "a stage that is not the target";
	if (stage.name === undefined) return "an unnamed stage that is not the target";
	const setsCommand = entrypoint !== undefined || cmd !== undefined || triggers.length > 0;
	return setsCommand ? undefined : "a stage that sets no command of its own";
}

function decideCommand({ file, analysed, inherited, request, stageOptions }: StageContext): Decision {
	if (isReplaced(file, analysed)) return { code: "not-selected", message: "a named context replaces it" };
	const { chains, systemPossible } = file.commandOf(analysed);
	const decision = decide(analysed, {
		chains,
		systemPossible,
		options: stageOptions,
		escape: file.dockerfile.directives.escape,
		coveredBy: inherited.coveredBy,
		cmdReplacedBy: inherited.cmdReplacedBy,
		inheritsOwnCommand: inherited.hasCommand,
	});
	const kept = findHeirNeed(decision, analysed, file);
	if (kept !== undefined) return kept;
	return request === undefined ? decision : fillBare(decision, request);
}

function decideOnbuild(
	{ analysed, inherited, stageOptions }: StageContext,
	decision: Decision,
): CommandPlan | undefined {
	if (decision.code === "windows" || decision.code === "must-be-pid1") return undefined;
	const isCovered = coversHeirs(decision, analysed) || inherited.coveredBy !== undefined;
	return decideTriggers(analysed, isCovered, stageOptions);
}

const LEFT_TO_FRONTEND: KeptDecision = {
	code: "frontend-init",
	message: "pidone's frontend, named by # syntax=, adds the init when it builds the file",
};

/**
 * pidone's frontend knows all bases, because it asks BuildKit, and handles --init. The frontend itself and `pidone
 * build` rewrite the file anyway.
 */
function isLeftToFrontend({ dockerfile, options }: PlanContext, decisions: Decisions): boolean {
	const { keepLines = false, evenWithFrontend = false } = options;
	if (keepLines || !isOwnFrontend(dockerfile.directives.syntax)) return false;
	return decisions.decision.code === "unknown-base" || (isRewritten(decisions) && !evenWithFrontend);
}

function isRewritten({ decision, onbuild }: Decisions): boolean {
	return decision.code === "rewritten" || onbuild !== undefined;
}

function planEdits(context: StageContext, { decision, onbuild }: Decisions): PlannedStage {
	const { file, analysed, earlier, request, stageOptions } = context;
	const own = decision.code === "rewritten" ? decision.plan : undefined;
	const plans = [own, onbuild].filter((plan) => plan !== undefined);
	const kept = decision.code === "rewritten" || onbuild !== undefined ? undefined : decision;
	const hasInit = coversHeirs(decision, analysed);
	if (kept !== undefined && (request === undefined || request.flags.length === 0))
		return makePlanned(context, kept, { hasInit });
	const done = editStage(file, {
		analysed,
		plans,
		options: stageOptions,
		path: kept === undefined ? inheritedPath(context) : "",
		earlier,
	});
	if ("message" in done) {
		refuseRequest(request, done.message, file.dockerfile.source);
		return makePlanned(context, done, { hasInit: hasInit && own === undefined });
	}
	const { edits, helper, path: initPath, what } = done;
	if (kept !== undefined) return makePlanned(context, kept, { edits, hasInit });
	const at = own === undefined ? context.triggers.at(-1) : undefined;
	const outcome = { code: "rewritten", message: what } as const;
	return makePlanned(context, outcome, {
		edits,
		helper,
		initPath,
		hasInit: hasInit || (onbuild !== undefined && givesEntrypoint(onbuild)),
		hasReplacedCmd: plans.some((plan) => !givesEntrypoint(plan)),
		at,
	});
}

/** Whether the planned ENTRYPOINT has an init. An init in CMD is lost when a child sets another CMD. */
function coversHeirs(decision: Decision, { end }: AnalysedStage): boolean {
	if (decision.code === "rewritten") return givesEntrypoint(decision.plan);
	return decision.code === "already-init" && beginsWithInit(end.entrypoint ?? []);
}

/** Whether a plan puts the init into ENTRYPOINT, and not in the place of another one in CMD. */
function givesEntrypoint(plan: CommandPlan): boolean {
	return plan.kind !== "replace" || plan.instruction.keyword === "ENTRYPOINT";
}

/** The path of the init, if the rewrite has added it to the stages that this one is built on. */
function inheritedPath({ inherited: { initPath }, stageOptions }: StageContext): string | undefined {
	const program = initPath === undefined ? undefined : readInitInvocation([initPath])?.program;
	return program === (stageOptions.init ?? DEFAULT_INIT) ? initPath : undefined;
}

/** How a plan differs from that of an unchanged stage. */
interface Made extends Partial<Pick<PlannedStage, "edits" | "helper" | "hasInit" | "hasReplacedCmd" | "initPath">> {
	/** The instruction that decided it, unless that is its command. */
	readonly at?: Instruction | undefined;
}

function makePlanned(
	{ analysed, inherited, request, triggers }: StageContext,
	{ code, message }: Pick<Outcome, "code" | "message">,
	{ edits = [], helper, hasInit = false, hasReplacedCmd = false, initPath = inherited.initPath, at }: Made = {},
): PlannedStage {
	const { index, name, from } = analysed.stage;
	const command = analysed.entrypoint ?? analysed.cmd;
	const { start } = at ?? command ?? triggers.at(-1) ?? request?.flags[0]?.instruction ?? from;
	return {
		outcome: name === undefined ? { stage: index, code, message, start } : { stage: index, name, code, message, start },
		edits,
		helper,
		hasCommand: inherited.hasCommand || command !== undefined || triggers.length > 0,
		hasInit: hasInit || inherited.coveredBy !== undefined,
		hasReplacedCmd: hasReplacedCmd || inherited.cmdReplacedBy !== undefined,
		initPath,
	};
}
