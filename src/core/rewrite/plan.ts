import type { AnalysedStage } from "../analysis/analyse.ts";
import { parentOf } from "../analysis/lineage.ts";
import { beginsWithInit, type StageCommand } from "../command/stage-command.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import type { Dockerfile, Stage } from "../dockerfile/parse.ts";
import { findTarget, findTargets } from "../dockerfile/target.ts";
import type { Edit } from "../edit/edit.ts";
import { pidone } from "../inits/pidone.ts";
import { CoveredStages } from "./covered-stages.ts";
import { type Decision, decide } from "./decide.ts";
import { decideTriggers } from "./decide-triggers.ts";
import { editCommands, type Impossible, type RewrittenDecision } from "./edit-commands.ts";
import { editInstall, type Placement } from "./edit-install.ts";
import {
	type Decisions,
	fillBare,
	flaggedOptions,
	refuseRequest,
	requireInit,
	takeBareOut,
	takeFlagsOff,
} from "./flagged-stage.ts";
import { HelperStages } from "./helper-stage.ts";
import { planInstall } from "./install-request.ts";
import type { RewriteOptions } from "./options.ts";
import type { Outcome, OutcomeCode } from "./outcome.ts";
import { isOwnFrontend } from "./own-frontend.ts";
import { type RequestedInit, readRequestedInits } from "./requested-inits.ts";
import { type SourceStyle, styleOf } from "./source-style.ts";

/** Everything that a rewrite would do to a file. */
export interface RewritePlan {
	/** One for every stage, in order. */
	readonly outcomes: readonly Outcome[];
	readonly edits: readonly Edit[];
}

/**
 * Plans the rewrite of a file: what becomes of each stage, and the edits that do it.
 * Throws DockerfileSyntaxError for an `--init` flag that cannot be heeded.
 */
export function planRewrite(
	dockerfile: Dockerfile,
	analysed: readonly AnalysedStage[],
	options: RewriteOptions,
	facts: StageFacts,
): RewritePlan {
	return new Planner(dockerfile, analysed, options, facts).plan();
}

/** What is known of a stage besides its config. */
export interface StageFacts {
	/** The reason of the comment that forbids to rewrite it. */
	readonly isIgnored: (stage: AnalysedStage) => string | undefined;
	/** What its command runs. */
	readonly commandOf: (stage: AnalysedStage) => StageCommand;
}

class Planner {
	readonly #dockerfile: Dockerfile;
	readonly #analysed: readonly AnalysedStage[];
	readonly #options: RewriteOptions;
	readonly #facts: StageFacts;
	readonly #style: SourceStyle;
	readonly #target: number;
	/** All stages that builds end at. */
	readonly #targets: ReadonlySet<number>;
	readonly #helpers: HelperStages;
	/** The stages that ask for an init with `--init`; if there are any, only they are changed. */
	readonly #requests: ReadonlyMap<number, RequestedInit>;
	readonly #edits: Edit[] = [];
	readonly #inits = new CoveredStages();
	/** Stages that set a command, or are built on one that does. */
	readonly #withCommand = new Set<number>();

	constructor(dockerfile: Dockerfile, analysed: readonly AnalysedStage[], options: RewriteOptions, facts: StageFacts) {
		this.#dockerfile = dockerfile;
		this.#analysed = analysed;
		this.#options = options;
		this.#facts = facts;
		this.#style = styleOf(dockerfile);
		this.#target =
			(findTarget(dockerfile.stages, options.target) ?? findTarget(dockerfile.stages, undefined))?.index ?? 0;
		const others = findTargets(dockerfile.stages, options).map(({ index }) => index);
		this.#targets = new Set([this.#target, ...others]);
		this.#helpers = new HelperStages(dockerfile, analysed, options, this.#style);
		this.#requests = readRequestedInits(dockerfile);
	}

	plan(): RewritePlan {
		const outcomes = this.#analysed.map((stage) => this.#planStage(stage));
		return { outcomes, edits: this.#edits };
	}

	#planStage(analysed: AnalysedStage): Outcome {
		this.#takeOver(analysed);
		const triggers = commandTriggers(analysed);
		const outcome = (
			code: OutcomeCode,
			message: string,
			at: Instruction | undefined = analysed.entrypoint ?? analysed.cmd,
		): Outcome =>
			makeOutcome(
				analysed.stage,
				code,
				message,
				at ?? triggers.at(-1) ?? this.#requests.get(analysed.stage.index)?.flags[0]?.instruction,
			);
		const unselected = this.#whyNotSelected(analysed);
		if (unselected !== undefined) return this.#leaveAlone(analysed, unselected, outcome);
		const ignored = this.#whyIgnored(analysed);
		if (ignored !== undefined) return outcome("ignored", ignored);
		const decision = this.#decide(analysed);
		const onbuild = this.#decideTriggers(analysed, decision);
		if (this.#isLeftToFrontend(decision, onbuild)) {
			if (coversHeirs(decision, analysed)) this.#inits.cover(analysed);
			return outcome("frontend-init", "pidone's frontend, named by # syntax=, adds the init when it builds the file");
		}
		this.#requireInit(analysed, { decision, onbuild });
		const plans = [decision, onbuild].flatMap((each) => (each?.code === "rewritten" ? [each] : []));
		const done = this.#apply(analysed, plans);
		if (typeof done === "object") return outcome(done.code, done.message);
		if (coversHeirs(decision, analysed)) this.#inits.cover(analysed);
		if (onbuild?.code === "rewritten") this.#inits.coverTriggers(analysed);
		if (done === undefined)
			return decision.code === "rewritten" ? outcome("no-command", "") : outcome(decision.code, decision.message);
		return outcome("rewritten", done, decision.code === "rewritten" ? undefined : triggers.at(-1));
	}

	/** What a stage has from those that it is built on: their init, its path, and whether they set a command. */
	#takeOver(analysed: AnalysedStage): void {
		const { index } = analysed.stage;
		this.#inits.inherit(analysed);
		const parent = parentOf(this.#analysed, analysed);
		const inherits = parent && (this.#withCommand.has(parent.stage.index) || commandTriggers(parent).length > 0);
		if (analysed.entrypoint ?? analysed.cmd ?? inherits) this.#withCommand.add(index);
	}

	/**
	 * The target is selected, and every named stage that sets a command of its own; where stages have the flag `--init`,
	 * only these are.
	 */
	#whyNotSelected(analysed: AnalysedStage): string | undefined {
		const { index, name } = analysed.stage;
		if (this.#requests.size > 0)
			return this.#requests.has(index) ? undefined : "it does not have the flag --init, as other stages do";
		if (this.#targets.has(index)) return undefined;
		if (this.#options.keepLines) return "a stage that is not the target";
		if (name === undefined) return "an unnamed stage that is not the target";
		const setsCommand =
			analysed.entrypoint !== undefined || analysed.cmd !== undefined || commandTriggers(analysed).length > 0;
		return setsCommand ? undefined : "a stage that sets no command of its own";
	}

	/** A stage that is not selected has an init all the same where it inherits that of a stage with the flag. */
	#leaveAlone(analysed: AnalysedStage, why: string, outcome: (code: OutcomeCode, message: string) => Outcome): Outcome {
		const isCovered = this.#requests.size > 0 && analysed.entrypoint === undefined;
		const heir = isCovered ? this.#inits.coverFrom(analysed) : undefined;
		return heir === undefined
			? outcome("not-selected", why)
			: outcome("inherits-init", `inherits the init of the stage ${heir}`);
	}

	/** The reason of the comment that forbids to rewrite a stage. */
	#whyIgnored(analysed: AnalysedStage): string | undefined {
		const ignored = this.#facts.isIgnored(analysed);
		if (ignored !== undefined)
			refuseRequest(
				this.#requests.get(analysed.stage.index),
				`exempted by a comment (${ignored})`,
				this.#dockerfile.source,
			);
		return ignored;
	}

	/**
	 * pidone's frontend knows all bases, by asking BuildKit, and heeds --init. In the frontend itself, and in `pidone
	 * build`, the file is to be rewritten.
	 */
	#isLeftToFrontend(decision: Decision, onbuild: Decision | undefined): boolean {
		const { keepLines = false, evenWithFrontend = false } = this.#options;
		if (keepLines || !isOwnFrontend(this.#dockerfile.directives.syntax)) return false;
		return (
			decision.code === "unknown-base" ||
			(!evenWithFrontend && (decision.code === "rewritten" || onbuild?.code === "rewritten"))
		);
	}

	#requireInit(analysed: AnalysedStage, decisions: Decisions): void {
		const request = this.#requests.get(analysed.stage.index);
		if (request !== undefined && !this.#isReplaced(analysed))
			requireInit(request, analysed, decisions, this.#dockerfile.source);
	}

	/** Whether a named context takes the place of a stage, so that its flags mean nothing. */
	#isReplaced({ stage }: AnalysedStage): boolean {
		return stage !== this.#dockerfile.stages[stage.index];
	}

	/** A stage with its instructions, whatever takes its place. */
	#ownStage({ stage }: AnalysedStage): Stage {
		return this.#dockerfile.stages[stage.index] ?? stage;
	}

	/** The options for a stage. */
	#optionsFor({ stage }: AnalysedStage): RewriteOptions {
		const request = this.#requests.get(stage.index);
		return request === undefined ? this.#options : flaggedOptions(this.#options, request);
	}

	#decide(analysed: AnalysedStage): Decision {
		if (this.#isReplaced(analysed)) return { code: "not-selected", message: "a named context replaces it" };
		const request = this.#requests.get(analysed.stage.index);
		const { chains, systemPossible } = this.#facts.commandOf(analysed);
		const found = decide(analysed, {
			chains,
			systemPossible,
			options: this.#optionsFor(analysed),
			escape: this.#dockerfile.directives.escape,
			coveredBy: this.#inits.coverFrom(analysed),
			inheritsOwnCommand: this.#withCommand.has(analysed.stage.index),
		});
		const decision = request === undefined ? found : fillBare(found, request);
		if (decision.code === "already-init" && coversHeirs(decision, analysed)) this.#inits.cover(analysed);
		return decision;
	}

	#decideTriggers(analysed: AnalysedStage, decision: Decision): Decision | undefined {
		if (decision.code === "windows" || decision.code === "must-be-pid1") return undefined;
		const isCovered = coversHeirs(decision, analysed) || this.#inits.isCovered(analysed);
		const options = this.#optionsFor(analysed);
		const isRequested = this.#requests
			.get(analysed.stage.index)
			?.flags.some(({ instruction }) => instruction.isTrigger);
		return decideTriggers(analysed, isCovered, isRequested ? { ...options, replace: false } : options);
	}

	/**
	 * Adds the edits of a stage, if there are any; throws DockerfileSyntaxError where they are asked for by a flag and
	 * cannot be made.
	 */
	#apply(analysed: AnalysedStage, plans: readonly RewrittenDecision[]): string | Impossible | undefined {
		const request = this.#requests.get(analysed.stage.index);
		if (plans.length === 0 && (request === undefined || request.flags.length === 0)) return undefined;
		const done = this.#edit(analysed, plans);
		if (typeof done === "object") refuseRequest(request, done.message, this.#dockerfile.source);
		return plans.length === 0 ? undefined : done;
	}

	/** Adds the edits of a stage; returns what was done, or what prevents it. */
	#edit(analysed: AnalysedStage, plans: readonly RewrittenDecision[]): string | Impossible {
		const { index } = analysed.stage;
		const request = this.#requests.get(index);
		const options = this.#optionsFor(analysed);
		const inherited = plans.length === 0 ? "" : this.#inits.pathOf(analysed, options.init ?? pidone.name);
		const origin = { dockerfile: this.#dockerfile, all: this.#analysed, analysed };
		const install = inherited === undefined ? planInstall(origin, options) : { path: inherited, why: "" };
		if ("impossible" in install) return { code: "cannot-install", message: install.impossible };
		const commands = editCommands(plans, { ...origin, style: this.#style, options, path: install.path });
		if ("message" in commands) return commands;
		const whats = commands.map(({ what }) => what);
		const all = [...commands, ...(request === undefined ? [] : takeFlagsOff(request))];
		const done = editInstall(install.step, all, this.#placementOf(analysed, options));
		if ("impossible" in done) return { code: "cannot-install", message: done.impossible };
		const { helper } = done;
		this.#edits.push(...done.edits, ...(request === undefined ? [] : takeBareOut(request, plans)));
		if (helper !== undefined) this.#helpers.keep(helper);
		if (plans.length > 0) this.#inits.setPath(analysed, install.path);
		const why = helper === undefined ? install.why : `${install.why}, through the stage ${helper.name}`;
		return [...whats, ...(why === "" ? [] : [why])].join("; ");
	}

	#placementOf(analysed: AnalysedStage, { keepLines = false }: RewriteOptions): Placement {
		return {
			dockerfile: this.#dockerfile,
			style: this.#style,
			all: this.#analysed,
			analysed: this.#isReplaced(analysed) ? { ...analysed, stage: this.#ownStage(analysed) } : analysed,
			helpers: this.#helpers,
			target: this.#target,
			keepLines,
		};
	}
}

/** Whether the ENTRYPOINT has an init then: one in front of CMD is lost to a stage that sets another CMD. */
function coversHeirs(decision: Decision, { end }: AnalysedStage): boolean {
	if (decision.code === "rewritten")
		return decision.plan.kind !== "replace" || decision.plan.instruction.keyword === "ENTRYPOINT";
	return decision.code === "already-init" && beginsWithInit(end.entrypoint ?? []);
}

function makeOutcome(
	{ index, name, from }: Stage,
	code: OutcomeCode,
	message: string,
	at: Instruction | undefined,
): Outcome {
	const { start } = at ?? from;
	return name === undefined ? { stage: index, code, message, start } : { stage: index, name, code, message, start };
}

function commandTriggers({ triggers }: AnalysedStage): readonly Instruction[] {
	return triggers.filter(({ keyword }) => keyword === "ENTRYPOINT" || keyword === "CMD");
}
