import { UserError } from "../../core/user-error.ts";
import { optionError } from "../option-error.ts";
import type { ImageSource } from "./image-source.ts";

/** The steps to find out what an image declares; `files` reads the layers of images that a source has found. */
export type ResolveStep = "catalogue" | "lock" | ImageSource["name"] | "files";

/** All steps, by increasing cost. */
export const RESOLVE_STEPS: readonly ResolveStep[] = ["catalogue", "lock", "layout", "engine", "registry", "files"];

/** Whether a step asks a source. The catalogue is part of pidone, the lock file of the project. */
export function isAsked(step: ResolveStep): step is ImageSource["name"] {
	return step !== "catalogue" && step !== "lock" && step !== "files";
}

/** Reads `--resolve`: names with commas. Throws UserError. */
export function readResolveSteps(text: string): ResolveStep[] {
	const steps = text.split(",").map((name) => {
		const step = RESOLVE_STEPS.find((each) => each === name.trim());
		if (step === undefined)
			throw optionError(
				"--resolve",
				text,
				`${JSON.stringify(name)} must be one of ${RESOLVE_STEPS.join(", ")}, with commas between several`,
			);
		return step;
	});
	return [...new Set(steps)];
}

/** Steps that the command line adds. */
export interface StepFlags {
	readonly isFrozen: boolean;
	readonly hasEngine: boolean;
	readonly hasLayouts: boolean;
}

/**
 * The steps for a file. The lock file comes after the catalogue unless the user gives it a place. A layout or an engine
 * that the user names is added.
 * @param given by the user, in order
 * Throws UserError for `files` without a step that finds images.
 */
export function planResolveSteps(
	given: readonly ResolveStep[] | undefined,
	{ isFrozen, hasEngine, hasLayouts }: StepFlags,
): readonly ResolveStep[] {
	if (isFrozen) return ["lock"];
	const steps: ResolveStep[] = [...(given ?? ["catalogue"])];
	if (!steps.includes("lock")) steps.splice(steps.indexOf("catalogue") + 1, 0, "lock");
	if (hasLayouts && !steps.includes("layout")) steps.push("layout");
	if (hasEngine && !steps.includes("engine")) steps.push("engine");
	if (steps.includes("files") && !steps.some(isAsked))
		throw new UserError("--resolve: files is for images that layout, engine or registry finds: add one of them");
	return steps;
}
