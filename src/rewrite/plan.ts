import type { AnalysedStage } from "../analysis/analyse.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import type { Dockerfile, Stage } from "../dockerfile/parse.ts";
import { findTarget } from "../dockerfile/target.ts";
import type { Edit } from "../edit/edit.ts";
import { type Decision, decide } from "./decide.ts";
import { decideTriggers } from "./decide-triggers.ts";
import { type CommandEdits, editCommand } from "./edit-command.ts";
import { editInstall } from "./edit-install.ts";
import { planInstall } from "./install-request.ts";
import { lineageOf, parentOf } from "./lineage.ts";
import type { RewriteOptions } from "./options.ts";
import type { Outcome, OutcomeCode } from "./outcome.ts";
import { type SourceStyle, styleOf } from "./source-style.ts";

/** Everything that a rewrite would do to a file. */
export interface RewritePlan {
	/** One for every stage, in order. */
	readonly outcomes: readonly Outcome[];
	readonly edits: readonly Edit[];
}

/** Plans the rewrite of a file: what becomes of each stage, and the edits that do it. */
export function planRewrite(dockerfile: Dockerfile, analysed: readonly AnalysedStage[], options: RewriteOptions, isIgnored: IsIgnored): RewritePlan {
	return new Planner(dockerfile, analysed, options, isIgnored).plan();
}

/** Whether a comment in the file forbids to rewrite a stage. */
export type IsIgnored = (stage: AnalysedStage) => string | undefined;

class Planner {
	readonly #dockerfile: Dockerfile;
	readonly #analysed: readonly AnalysedStage[];
	readonly #options: RewriteOptions;
	readonly #isIgnored: IsIgnored;
	readonly #style: SourceStyle;
	readonly #target: number;
	readonly #edits: Edit[] = [];
	/** Stages whose ENTRYPOINT begins with an init after the rewrite. */
	readonly #covered = new Set<number>();
	/** Stages whose ONBUILD ENTRYPOINT does. */
	readonly #coveredTriggers = new Set<number>();
	/** Stages that set a command, or are built on one that does. */
	readonly #withCommand = new Set<number>();
	/** Paths of the init by the stages that have it. */
	readonly #paths = new Map<number, string>();

	constructor(dockerfile: Dockerfile, analysed: readonly AnalysedStage[], options: RewriteOptions, isIgnored: IsIgnored) {
		this.#dockerfile = dockerfile;
		this.#analysed = analysed;
		this.#options = options;
		this.#isIgnored = isIgnored;
		this.#style = styleOf(dockerfile);
		this.#target = (findTarget(dockerfile.stages, options.target) ?? findTarget(dockerfile.stages, undefined))?.index ?? 0;
	}

	plan(): RewritePlan {
		const outcomes = this.#analysed.map((stage) => this.#planStage(stage));
		return { outcomes, edits: this.#edits };
	}

	#planStage(analysed: AnalysedStage): Outcome {
		this.#takeOver(analysed);
		const triggers = commandTriggers(analysed);
		const outcome = (code: OutcomeCode, message: string, at: Instruction | undefined = analysed.entrypoint ?? analysed.cmd): Outcome =>
			makeOutcome(analysed.stage, code, message, at ?? triggers.at(-1));
		const unselected = this.#whyNotSelected(analysed);
		if (unselected !== undefined) return outcome("not-selected", unselected);
		const ignored = this.#isIgnored(analysed);
		if (ignored !== undefined) return outcome("ignored", ignored);
		const decision = this.#decide(analysed);
		const onbuild = this.#decideTriggers(analysed, decision);
		const plans = [decision, onbuild].flatMap((each) => (each?.code === "rewritten" ? [each] : []));
		const done = plans.length > 0 ? this.#edit(analysed, plans) : undefined;
		if (typeof done === "object") return outcome(done.code, done.message);
		if (decision.code === "rewritten") this.#covered.add(analysed.stage.index);
		if (onbuild?.code === "rewritten") this.#coveredTriggers.add(analysed.stage.index);
		if (done === undefined) return decision.code === "rewritten" ? outcome("no-command", "") : outcome(decision.code, decision.message);
		return outcome("rewritten", done, decision.code === "rewritten" ? undefined : triggers.at(-1));
	}

	/** What a stage has from those that it is built on: their init, its path, and whether they set a command. */
	#takeOver(analysed: AnalysedStage): void {
		const { index } = analysed.stage;
		this.#inheritPath(analysed);
		if (analysed.entrypoint === undefined && this.#coverFrom(analysed) !== undefined) this.#covered.add(index);
		const parent = parentOf(this.#analysed, analysed);
		const inherits = parent && (this.#withCommand.has(parent.stage.index) || commandTriggers(parent).length > 0);
		if (analysed.entrypoint ?? analysed.cmd ?? inherits) this.#withCommand.add(index);
	}

	/** The target is selected, and every named stage that sets a command of its own. */
	#whyNotSelected(analysed: AnalysedStage): string | undefined {
		const { index, name } = analysed.stage;
		if (index === this.#target) return undefined;
		if (this.#options.keepLines) return "a stage that is not the target";
		if (name === undefined) return "an unnamed stage that is not the target";
		const setsCommand = analysed.entrypoint !== undefined || analysed.cmd !== undefined || commandTriggers(analysed).length > 0;
		return setsCommand ? undefined : "a stage that sets no command of its own";
	}

	#decide(analysed: AnalysedStage): Decision {
		const decision = decide(analysed, {
			options: this.#options,
			escape: this.#dockerfile.directives.escape,
			coveredBy: this.#coverFrom(analysed),
			inheritsOwnCommand: this.#withCommand.has(analysed.stage.index),
		});
		if (decision.code === "already-init") this.#covered.add(analysed.stage.index);
		return decision;
	}

	#decideTriggers(analysed: AnalysedStage, decision: Decision): Decision | undefined {
		if (decision.code === "windows" || decision.code === "must-be-pid1") return undefined;
		const isCovered = decision.code === "rewritten" || this.#covered.has(analysed.stage.index);
		return decideTriggers(analysed, isCovered, this.#options);
	}

	/** The stage from which an ENTRYPOINT with an init is inherited; all of the bases have to have one. */
	#coverFrom({ bases }: AnalysedStage): string | undefined {
		const parents = bases.map((base) => (base.kind === "stage" ? base.stage : undefined));
		const [first] = parents;
		const isCovered = parents.every((parent) => parent && (this.#covered.has(parent.index) || this.#coveredTriggers.has(parent.index)));
		if (first === undefined || !isCovered) return undefined;
		return first.name ?? String(first.index);
	}

	#inheritPath({ stage, bases }: AnalysedStage): void {
		const paths = bases.map((base) => (base.kind === "stage" ? this.#paths.get(base.stage.index) : undefined));
		const [path] = paths;
		if (path !== undefined && paths.every((other) => other === path)) this.#paths.set(stage.index, path);
	}

	/** Adds the edits of a stage; returns what was done, or what prevents it. */
	#edit(analysed: AnalysedStage, plans: readonly RewrittenDecision[]): string | { readonly code: OutcomeCode; readonly message: string } {
		const { index } = analysed.stage;
		const { source } = this.#dockerfile;
		const lineage = lineageOf(this.#analysed, analysed);
		const inherited = this.#paths.get(index);
		const install = inherited === undefined ? planInstall(this.#analysed, analysed, lineage, this.#options) : { path: inherited, why: "" };
		if ("impossible" in install) return { code: "cannot-install", message: install.impossible };
		const commands: CommandEdits[] = [];
		for (const { plan, exec } of plans) {
			const edits = editCommand(plan, exec, { source, style: this.#style, options: this.#options, path: install.path });
			if ("impossible" in edits) return { code: "cannot-replace", message: edits.impossible };
			commands.push(edits);
		}
		const placement = { source, style: this.#style, all: this.#analysed, analysed, lineage, keepLines: this.#options.keepLines ?? false };
		const edits = editInstall(install.step, commands, placement);
		if ("impossible" in edits) return { code: "cannot-install", message: edits.impossible };
		this.#edits.push(...edits);
		this.#paths.set(index, install.path);
		return [...commands.map(({ what }) => what), ...(install.why === "" ? [] : [install.why])].join("; ");
	}
}

type RewrittenDecision = Extract<Decision, { code: "rewritten" }>;

function makeOutcome({ index, name, from }: Stage, code: OutcomeCode, message: string, at: Instruction | undefined): Outcome {
	return { stage: index, ...(name === undefined ? {} : { name }), code, message, offset: (at ?? from).start };
}

function commandTriggers({ triggers }: AnalysedStage): readonly Instruction[] {
	return triggers.filter(({ keyword }) => keyword === "ENTRYPOINT" || keyword === "CMD");
}
