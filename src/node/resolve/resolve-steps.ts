import { UserError } from "../../core/user-error.ts";
import type { ImageSource } from "./image-source.ts";

/** Where it is looked what an image declares; `files` looks into the layers of those that a source has found. */
export type ResolveStep = "catalogue" | "lock" | ImageSource["name"] | "files";

/** All of them, in the order in which they cost time. */
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
			throw new UserError(
				`--resolve ${text}: ${JSON.stringify(name)} must be one of ${RESOLVE_STEPS.join(", ")}, with commas between several`,
			);
		return step;
	});
	return [...new Set(steps)];
}

/** What the command line adds to the steps. */
export interface StepFlags {
	readonly isFrozen: boolean;
	readonly hasEngine: boolean;
	readonly hasLayouts: boolean;
}

/**
 * The steps that are taken for a file. The lock file comes after the catalogue unless it has a place; a layout or an
 * engine that the user names is asked.
 * @param given by the user, in order
 * Throws UserError where the files of images are to be read, and no images are looked for.
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
