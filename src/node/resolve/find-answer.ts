import type { ImageAnswer } from "../../core/analysis/known-images.ts";
import type { ImageAsker } from "./image-asker.ts";
import type { Resolution } from "./image-source.ts";
import type { ResolveStep } from "./resolve-steps.ts";

/** An image to find out about. */
export interface Question {
	readonly reference: string;
	readonly platform: string;
	readonly isInCatalogue: boolean;
}

/** What was found out, and by whom. */
export interface FoundAnswer {
	readonly answer: ImageAnswer;
	/** Undefined when nobody knows it. */
	readonly source?: Exclude<ResolveStep, "catalogue" | "lock">;
	readonly digest?: string;
}

/** Where answers come from, besides the catalogue. */
export interface AnswerPlaces {
	readonly steps: readonly ResolveStep[];
	readonly asker: ImageAsker;
	/** What the lock file says. */
	readonly locked: (question: Question) => ImageAnswer | undefined;
}

/**
 * Goes through the steps until one of them knows the image. Undefined when the catalogue is what knows it, or when
 * nobody was asked.
 */
export async function findAnswer(question: Question, places: AnswerPlaces): Promise<FoundAnswer | undefined> {
	const { steps } = places;
	const reasons: string[] = [];
	// What a build names by its path is not to be found elsewhere.
	for (const step of question.reference.startsWith("oci-layout://") ? (["layout"] as const) : steps) {
		if (step === "catalogue" && question.isInCatalogue) return undefined;
		const answer = await takeStep(step, question, places);
		if (typeof answer === "object") return answer;
		if (answer !== undefined) reasons.push(answer);
	}
	if (reasons.length > 0) return { answer: { kind: "unknown", reason: reasons.join("; ") } };
	return steps.includes("catalogue")
		? undefined
		: { answer: { kind: "unknown", reason: "it is not in the lock file" } };
}

/** The answer that a step leads to, or why it leads to none. */
async function takeStep(
	step: ResolveStep,
	question: Question,
	{ asker, locked }: AnswerPlaces,
): Promise<FoundAnswer | string | undefined> {
	if (step === "catalogue") return undefined;
	if (step === "lock") {
		const answer = locked(question);
		return answer && { answer };
	}
	const resolution = await asker.ask(step, question.reference, question.platform);
	if (resolution.kind === "unknown") return resolution.reason;
	return resolution.kind === "known" ? found(step, resolution) : { answer: resolution, source: step };
}

function found(
	step: NonNullable<FoundAnswer["source"]>,
	{ image, from = "its registry" }: Extract<Resolution, { readonly kind: "known" }>,
): FoundAnswer {
	const { digest, volumes: _volumes, env = [], ...declared } = image;
	const source = `${from}, asked just now${digest === undefined ? "" : `, ${digest}`}`;
	return {
		answer: { kind: "known", image: { ...declared, env, source } },
		source: step,
		...(digest === undefined ? {} : { digest }),
	};
}
