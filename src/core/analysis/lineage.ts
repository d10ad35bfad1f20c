import type { Instruction } from "../dockerfile/instruction.ts";
import { flatMap } from "../flat-map.ts";
import type { AnalysedStage } from "./analyse.ts";

/** The stage that a stage is built on. */
export function parentOf(all: readonly AnalysedStage[], { bases }: AnalysedStage): AnalysedStage | undefined {
	const [base] = bases;
	return base?.kind === "stage" ? all[base.stage.index] : undefined;
}

/** A stage after the stages that it is built on, the outermost first. */
export function ancestryOf(all: readonly AnalysedStage[], analysed: AnalysedStage | undefined): AnalysedStage[] {
	const ancestry: AnalysedStage[] = [];
	for (let current = analysed; current !== undefined; current = parentOf(all, current)) ancestry.push(current);
	return ancestry.reverse();
}

/** What runs in a stage: the triggers that fire in it, from the stage that it is built on, and its own instructions. */
export function instructionsIn(all: readonly AnalysedStage[], analysed: AnalysedStage): readonly Instruction[] {
	const { instructions } = analysed.stage;
	const triggers = parentOf(all, analysed)?.triggers ?? [];
	return triggers.length === 0 ? instructions : [...triggers, ...instructions];
}

/** What runs in a stage, after what runs in the stages that it is built on. */
export function lineageOf(all: readonly AnalysedStage[], analysed: AnalysedStage): Instruction[] {
	return flatMap(ancestryOf(all, analysed), (each) => instructionsIn(all, each));
}

/**
 * The stages that are built on a stage, directly or indirectly, in order. A stage for which `inherits` is false is left
 * out, with the stages that are built only on it.
 */
export function descendantsOf(
	all: readonly AnalysedStage[],
	analysed: AnalysedStage,
	inherits: (heir: AnalysedStage) => boolean = () => true,
): AnalysedStage[] {
	const children = childrenIn(all);
	if ((children[analysed.stage.index] ?? []).length === 0) return [];
	const found = new Set([analysed.stage.index]);
	for (const index of found) {
		for (const child of children[index] ?? []) {
			const heir = all[child];
			if (heir !== undefined && inherits(heir)) found.add(child);
		}
	}
	found.delete(analysed.stage.index);
	return flatMap(
		[...found].sort((left, right) => left - right),
		(index) => all[index] ?? [],
	);
}

/** For each stage, by its index, the stages that are built directly on it. */
type Children = readonly (readonly number[])[];

/** Cached: searching all stages for each stage is slow if there are thousands. */
const childrenOfFiles = new WeakMap<readonly AnalysedStage[], Children>();

function childrenIn(all: readonly AnalysedStage[]): Children {
	const known = childrenOfFiles.get(all);
	if (known !== undefined) return known;
	const children: number[][] = all.map(() => []);
	for (const { stage, bases } of all) {
		for (const base of bases) if (base.kind === "stage") children[base.stage.index]?.push(stage.index);
	}
	childrenOfFiles.set(all, children);
	return children;
}

/**
 * Whether a stage, or one that it is built on, sets a command, or passes a CMD on by ONBUILD. An ONBUILD ENTRYPOINT
 * takes the place of the base's, so that what this one is matters only for the stage's own image.
 */
export function hasCommandInFile(all: readonly AnalysedStage[], analysed: AnalysedStage): boolean {
	for (let current: AnalysedStage | undefined = analysed; current !== undefined; current = parentOf(all, current)) {
		const { stage, triggers } = current;
		if (stage.instructions.some(({ keyword }) => keyword === "ENTRYPOINT" || keyword === "CMD")) return true;
		if (triggers.some(({ keyword }) => keyword === "CMD")) return true;
	}
	return false;
}
