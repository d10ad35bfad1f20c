import type { AnalysedStage } from "../../analysis/analyse.ts";
import { commandArgv } from "../../analysis/command.ts";
import type { CommandChain, CommandStep } from "../../command/command-chain.ts";
import type { FollowedFile } from "../../command/follow-source.ts";
import type { Instruction } from "../../dockerfile/instruction.ts";
import { isPosixShell } from "../../dockerfile/posix-shell.ts";
import { findTargets } from "../../dockerfile/target.ts";
import { flatMap } from "../../flat-map.ts";
import { DEFAULT_SHELL } from "../../images/facts.ts";
import type { RewriteOptions } from "../../rewrite/options.ts";
import { whyWindows } from "../../rewrite/windows.ts";

/** What a container of a stage runs, ENTRYPOINT and CMD together. */
export interface EffectiveCommand {
	readonly analysed: AnalysedStage;
	/** Every way that the command may take, the most likely first. */
	readonly chains: readonly CommandChain[];
	/** The programs of the most likely way, PID 1 first. */
	readonly steps: readonly CommandStep[];
	/** The last of the steps, which does the work. */
	readonly main: CommandStep;
	/** The stage's own instruction that contains the word at an index; undefined if the stage inherits the word. */
	readonly instructionAt: (index: number) => Instruction | undefined;
}

/** The stages that can be built and run: the target and every named one, except those for Windows. */
export function runnableStages({ dockerfile, stages }: FollowedFile, options: RewriteOptions): AnalysedStage[] {
	const last = dockerfile.stages.length - 1;
	const targets = findTargets(dockerfile.stages, options);
	return stages.filter((analysed) => {
		const { index, name } = analysed.stage;
		const isTarget = targets.some((target) => target.index === index);
		return (
			(name !== undefined || index === last || isTarget) &&
			whyWindows(analysed, dockerfile.directives.escape) === undefined
		);
	});
}

/** The commands of the stages that set one themselves and may have an init. */
export function effectiveCommands(file: FollowedFile, runnable: readonly AnalysedStage[]): EffectiveCommand[] {
	return flatMap(runnable, (analysed) => {
		const { entrypoint, cmd, end } = analysed;
		if ((entrypoint ?? cmd) === undefined || end.mustBePid1 !== undefined) return [];
		const { chains } = file.commands.of(analysed);
		const steps = chains[0]?.steps ?? [];
		const main = steps.at(-1);
		if (main === undefined) return [];
		const length = (end.entrypoint ?? (entrypoint && commandArgv(entrypoint, DEFAULT_SHELL)) ?? []).length;
		return [{ analysed, chains, steps, main, instructionAt: (index: number) => (index < length ? entrypoint : cmd) }];
	});
}

/** Whether an ENTRYPOINT is a shell with its text, so that CMD only sets the parameters of the text. */
export function ignoresCmd(entrypoint: readonly string[]): boolean {
	return entrypoint.length > 2 && isPosixShell(entrypoint.slice(0, -1));
}
