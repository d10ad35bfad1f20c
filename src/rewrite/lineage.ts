import type { AnalysedStage } from "../analysis/analyse.ts";
import type { Instruction } from "../dockerfile/instruction.ts";

/** The stage that a stage is built on. */
export function parentOf(all: readonly AnalysedStage[], { bases }: AnalysedStage): AnalysedStage | undefined {
	const [base] = bases;
	return base?.kind === "stage" ? all[base.stage.index] : undefined;
}

/** A stage behind the stages that it is built on, the outermost first. */
export function ancestryOf(all: readonly AnalysedStage[], analysed: AnalysedStage | undefined): AnalysedStage[] {
	const ancestry: AnalysedStage[] = [];
	for (let current = analysed; current !== undefined; current = parentOf(all, current)) ancestry.push(current);
	return ancestry.reverse();
}

/** The instructions of a stage behind those of the stages that it is built on. */
export function lineageOf(all: readonly AnalysedStage[], analysed: AnalysedStage): Instruction[] {
	return ancestryOf(all, analysed).flatMap(({ stage }) => stage.instructions);
}

/** The stages that are built on a stage, directly or not. */
export function descendantsOf(all: readonly AnalysedStage[], analysed: AnalysedStage): AnalysedStage[] {
	const family = new Set([analysed.stage.index]);
	for (const { stage, bases } of all) {
		if (bases.some((base) => base.kind === "stage" && family.has(base.stage.index))) family.add(stage.index);
	}
	return all.filter(({ stage }) => stage !== analysed.stage && family.has(stage.index));
}

/** Whether a stage, or one that it is built on, sets a command or leaves one to others by ONBUILD. */
export function hasCommandInFile(all: readonly AnalysedStage[], analysed: AnalysedStage): boolean {
	return ancestryOf(all, analysed).some(({ stage, triggers }) =>
		[...stage.instructions, ...triggers].some(({ keyword }) => keyword === "ENTRYPOINT" || keyword === "CMD"),
	);
}
