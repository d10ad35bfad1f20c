import type { AnalysedStage } from "../../analysis/analyse.ts";
import type { FollowedFile } from "../../command/follow-source.ts";
import type { Instruction } from "../../dockerfile/instruction.ts";
import type { Finding, Level } from "../../finding.ts";
import type { RewriteOptions } from "../../rewrite/options.ts";
import { type EffectiveCommand, effectiveCommands, runnableStages } from "./effective-command.ts";

/** What rules use besides the Dockerfile. */
export interface RuleContext {
	readonly options: RewriteOptions;
	/** The stages that can be built and run, except those for Windows. */
	readonly runnable: readonly AnalysedStage[];
	/** The commands of the stages that set one themselves. */
	readonly commands: readonly EffectiveCommand[];
}

/** Computes what most rules need. */
export function makeRuleContext(file: FollowedFile, options: RewriteOptions): RuleContext {
	const runnable = runnableStages(file, options);
	return { options, runnable, commands: effectiveCommands(file, runnable) };
}

/** What a rule reports. The rule adds its code, and its level unless the finding has its own. */
export type RuleFinding = Omit<Finding, "code" | "level"> & Partial<Pick<Finding, "level">>;

/** One thing to look for in a Dockerfile. */
export interface Rule {
	/** Also the name of its file, its test and its page in docs/rules. */
	readonly code: string;
	readonly level: Level;
	/** What it looks for, in a few words. */
	readonly title: string;
	readonly check: (file: FollowedFile, context: RuleContext) => Iterable<RuleFinding>;
}

/** The range of an instruction, from its keyword to the end of its argument. */
export function rangeOf(instruction: Instruction): { readonly start: number; readonly end: number } {
	const { argument, start, written } = instruction;
	return { start, end: Math.max(start + written.length, argument.offsetAt(argument.text.length)) };
}

/** A finding about a whole instruction. */
export function findingAt(
	instruction: Instruction,
	{ stage }: Pick<AnalysedStage, "stage">,
	message: string,
): RuleFinding {
	return { message, ...rangeOf(instruction), stage: stage.index };
}
