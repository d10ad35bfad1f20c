import type { Knowledge } from "../../core/analysis/image-lookup.ts";
import type { ImageAnswer } from "../../core/analysis/known-images.ts";
import type { FileReading, ImageAsker } from "./image-asker.ts";
import type { ImageSource, Resolution } from "./image-source.ts";
import type { ResolveStep } from "./resolve-steps.ts";

/** An image to find out about. */
export interface Question {
	readonly reference: string;
	readonly platform: string;
	/** How much the catalogue knows of it. */
	readonly inCatalogue: Knowledge;
}

/** What was found out, and by whom. */
export interface FoundAnswer {
	readonly answer: ImageAnswer;
	/** Undefined when nobody knows it. */
	readonly source?: ImageSource["name"];
	readonly digest?: string;
	/** Why it is not known what the image's files show, where that was asked. */
	readonly filesUnknown?: string;
}

/** Where answers come from, besides the catalogue. */
export interface AnswerPlaces {
	readonly steps: readonly ResolveStep[];
	readonly asker: ImageAsker;
	/** What the lock file says. */
	readonly locked: (question: Question) => ImageAnswer | undefined;
}

/**
 * Goes through the steps until one of them knows the image. Where the catalogue knows a part of it, those after it are
 * asked for all. Undefined when the catalogue is what knows it, or when nobody was asked.
 */
export async function findAnswer(question: Question, places: AnswerPlaces): Promise<FoundAnswer | undefined> {
	const { steps } = places;
	const { reference, inCatalogue } = question;
	const reasons: string[] = [];
	// What a build names by its path is not to be found elsewhere.
	for (const step of reference.startsWith("oci-layout://") ? (["layout"] as const) : steps) {
		if (step === "catalogue" && inCatalogue === "all") return undefined;
		const answer = await takeStep(step, question, places);
		if (typeof answer === "object") return answer;
		if (answer !== undefined) reasons.push(answer);
	}
	const isPart = inCatalogue !== "nothing" && steps.includes("catalogue");
	if (reasons.length > 0) return { answer: { kind: isPart ? "part" : "unknown", reason: reasons.join("; ") } };
	return steps.includes("catalogue")
		? undefined
		: { answer: { kind: "unknown", reason: "it is not in the lock file" } };
}

/** The answer that a step leads to, or why it leads to none. */
async function takeStep(
	step: ResolveStep,
	question: Question,
	{ steps, asker, locked }: AnswerPlaces,
): Promise<FoundAnswer | string | undefined> {
	if (step === "catalogue" || step === "files") return undefined;
	if (step === "lock") {
		const answer = locked(question);
		return answer && { answer };
	}
	const resolution = await asker.ask(step, question.reference, question.platform);
	if (resolution.kind === "unknown") return resolution.reason;
	if (resolution.kind === "no-platform") return { answer: resolution, source: step };
	// Nothing is installed in Windows images.
	const hasFiles = steps.includes("files") && !question.platform.startsWith("windows/");
	return found(step, resolution, hasFiles ? await asker.readFiles(resolution, question.platform) : undefined);
}

function found(
	step: NonNullable<FoundAnswer["source"]>,
	{ image, from = "its registry" }: Extract<Resolution, { readonly kind: "known" }>,
	reading: FileReading | undefined,
): FoundAnswer {
	const { digest, volumes: _volumes, env = [], ...declared } = image;
	const source = `${from}, asked just now${digest === undefined ? "" : `, ${digest}`}${describe(reading)}`;
	const shown = reading?.kind === "known" ? { distro: reading.distro, files: reading.files } : {};
	return {
		answer: { kind: "known", image: { ...declared, env, ...shown, source } },
		source: step,
		...(digest === undefined ? {} : { digest }),
		...(reading?.kind === "unknown" ? { filesUnknown: reading.reason } : {}),
	};
}

function describe(reading: FileReading | undefined): string {
	if (reading === undefined) return "";
	return reading.kind === "known" ? ", and its files" : `; its files are not known: ${reading.reason}`;
}
