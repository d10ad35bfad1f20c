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

/** An answer, and its source. */
export interface FoundAnswer {
	readonly answer: ImageAnswer;
	/** Undefined if no source knows it. */
	readonly source?: ImageSource["name"];
	readonly digest?: string;
	/** Why the facts from the image's files are unknown, if they were requested. */
	readonly filesUnknown?: string;
}

/** The sources of answers, apart from the catalogue. */
export interface AnswerPlaces {
	readonly steps: readonly ResolveStep[];
	readonly asker: ImageAsker;
	/** What the lock file says. */
	readonly locked: (question: Question) => ImageAnswer | undefined;
}

/**
 * Goes through the steps until one of them knows the image. If the catalogue knows only a part of it, later steps are
 * asked for the rest. Undefined if the catalogue knows it, or no source was asked.
 */
export async function findAnswer(question: Question, places: AnswerPlaces): Promise<FoundAnswer | undefined> {
	const { steps } = places;
	const { reference, inCatalogue } = question;
	const reasons: string[] = [];
	// Only the layout itself has an image that a build refers to by path.
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

/** The answer of a step, or why it has none. */
async function takeStep(
	step: ResolveStep,
	question: Question,
	places: AnswerPlaces,
): Promise<FoundAnswer | string | undefined> {
	const { steps, asker, locked } = places;
	if (step === "catalogue" || step === "files") return undefined;
	if (step === "lock") {
		const answer = locked(question);
		return answer && addFiles({ answer }, question, places);
	}
	const resolution = await asker.ask(step, question.reference, question.platform);
	if (resolution.kind === "unknown") return resolution.reason;
	if (resolution.kind === "no-platform") return { answer: resolution, source: step };
	const hasFiles = wantsFiles(question, steps);
	return found(step, resolution, hasFiles ? await asker.readFiles(resolution, question.platform) : undefined);
}

/** Nothing is installed in Windows images. */
function wantsFiles({ platform }: Question, steps: readonly ResolveStep[]): boolean {
	return steps.includes("files") && !platform.startsWith("windows/");
}

/** What the lock file declares; if that is without the files, and they were requested, with those of a later source. */
async function addFiles(locked: FoundAnswer, question: Question, places: AnswerPlaces): Promise<FoundAnswer> {
	const { steps } = places;
	const { answer } = locked;
	if (answer.kind !== "known" || answer.image.files !== undefined || !wantsFiles(question, steps)) return locked;
	const later = steps.filter((step, index) => step === "files" || index > steps.indexOf("lock"));
	const found = await findAnswer(question, { ...places, steps: later });
	if (found?.answer.kind !== "known" || found.answer.image.files === undefined) return locked;
	const { distro, files, source } = found.answer.image;
	const shown = { ...(distro === undefined ? {} : { distro }), files };
	return {
		answer: { kind: "known", image: { ...answer.image, ...shown, source: `${answer.image.source}; ${source}` } },
	};
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
