// The platform arguments (TARGETARCH, …) that a fragment uses: which of them a stage declares, and when that is
// impossible.
import type { AnalysedStage } from "../analysis/analyse.ts";
import { descendantsOf, instructionsIn, parentOf } from "../analysis/lineage.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import { type Assignment, readAssignments } from "../dockerfile/variables.ts";
import type { Fragment } from "../install/render.ts";

/** The stage that uses them. */
export interface ArgUser {
	readonly all: readonly AnalysedStage[];
	readonly analysed: AnalysedStage;
	/** The index of the stage that is built. */
	readonly target: number;
	/** See RewriteOptions. */
	readonly keepLines: boolean;
}

/** The platform arguments to declare for a fragment that is inserted before instruction `index`. */
export function undeclaredArgs(
	{ args }: Fragment,
	index: number,
	{ all, analysed }: Pick<ArgUser, "all" | "analysed">,
): readonly string[] {
	if (args.length === 0) return [];
	const declared = declarationsIn(analysed.stage.instructions.slice(0, index), args);
	for (let base = parentOf(all, analysed); base !== undefined; base = parentOf(all, base))
		declared.push(...declarationsIn(base.stage.instructions, args));
	return args.filter((arg) => declared.every(({ name }) => name !== arg));
}

/** Why a fragment cannot use the platform arguments in this stage. */
export function whyNoArgs(fragment: Fragment, user: ArgUser): string | undefined {
	let fixed: string | undefined;
	for (let stage: AnalysedStage | undefined = user.analysed; stage; stage = parentOf(user.all, stage))
		fixed ??= findFixed(stage.stage.instructions, fragment.args);
	if (fixed !== undefined) return `it gives ${fixed} a value of its own`;
	const missing = undeclaredArgs(fragment, user.analysed.stage.instructions.length, user);
	if (missing.length === 0) return undefined;
	const heir = heirsOf(user).find((each) =>
		instructionsIn(user.all, each).some((instruction) => sees(instruction, missing)),
	);
	return (
		heir && `the stage ${heir.stage.name ?? heir.stage.index}, based on it, would inherit ARG ${missing.join(" and ")}`
	);
}

/**
 * The stages that are built on it. With `keepLines` the file is for one build of the target, and later stages are not
 * part of it.
 */
function heirsOf({ all, analysed, target, keepLines }: ArgUser): readonly AnalysedStage[] {
	const heirs = descendantsOf(all, analysed);
	return keepLines ? heirs.filter(({ stage }) => stage.index <= target) : heirs;
}

/** What ARG instructions say about some arguments. */
function declarationsIn(instructions: readonly Instruction[], args: readonly string[]): Assignment[] {
	const declarations: Assignment[] = [];
	for (const instruction of instructions)
		if (instruction.keyword === "ARG" && mentions(instruction, args))
			declarations.push(...readAssignments(instruction, "\\").filter(({ name }) => args.includes(name)));
	return declarations;
}

/** The first of these arguments to which an ARG gives a value. */
export function findFixed(instructions: readonly Instruction[], args: readonly string[]): string | undefined {
	return declarationsIn(instructions, args).find(({ value }) => value !== undefined)?.name;
}

/**
 * Whether an ARG before an instruction changes what it does: it is in the environment of RUN, and others may
 * expand it.
 */
export function sees(instruction: Instruction, args: readonly string[]): boolean {
	return instruction.keyword === "RUN" || mentions(instruction, args);
}

function mentions({ argument }: Instruction, names: readonly string[]): boolean {
	return names.some((name) => argument.text.includes(name));
}
