import { type ImageReference, parseImageReference } from "../dockerfile/image-reference.ts";
import { builtInCatalogue } from "../images/catalogue/built-in.ts";
import { type Catalogue, catalogueOf } from "../images/catalogue.ts";
import { findFacts, type ImageFacts, toFacts } from "../images/facts.ts";
import { type ImageAnswer, lookUpAnswer } from "./known-images.ts";
import type { AnalysisOptions } from "./options.ts";
import { realName } from "./registry-aliases.ts";

/** A known image. */
export interface ImageBase {
	readonly kind: "image";
	readonly reference: ImageReference;
	readonly text: string;
	readonly facts: ImageFacts;
	/** Why the sources that were asked know no more about it. */
	readonly whyNoMore?: string;
}

/** An unknown base, and why it is unknown. */
export interface UnknownBase {
	readonly kind: "unknown";
	readonly text: string;
	readonly why: string;
	/** Whether no build can use it, because BuildKit rejects the name. */
	readonly isRefused?: true;
	/** Whether the image does not exist for one of the platforms. */
	readonly isMissing?: true;
	/** Whether a source was asked for it. */
	readonly isAsked?: true;
}

/** The platforms for which to look an image up. */
export interface WantedPlatforms {
	readonly platforms: readonly string[];
	/** Whether the user has not named them, so that the build may be for only one of them. */
	readonly isGuessed: boolean;
}

/**
 * Looks an image up: first in the user's own images, then in the answers of sources for each platform, then in the
 * catalogue. Platforms on which the image is the same share one base.
 * @param unknown the message if the image is unknown
 */
export function lookUpImage(
	text: string,
	{ platforms, isGuessed }: WantedPlatforms,
	options: AnalysisOptions,
	unknown = `pidone does not know the image ${text}`,
): readonly (ImageBase | UnknownBase)[] {
	const stated = findStated(text, options);
	if (stated !== undefined) return [stated];
	const answers = platforms.map((platform) => lookUpAnswer(options.images, text, platform));
	const isAnswered = answers.some((answer) => answer !== undefined);
	if (!isAnswered) return [findIn(builtInCatalogue(), text, options) ?? { kind: "unknown", text, why: unknown }];
	const bases = answers.map((answer, index) =>
		toBase(answer, text, { platform: platforms[index] ?? "", unknown, options }),
	);
	const known = bases.filter(({ kind }) => kind === "image");
	if (!isGuessed) return distinct(bases);
	if (known.length > 0) return distinct(known);
	return [whyNone(text, answers) ?? bases[0] ?? { kind: "unknown", text, why: unknown }];
}

/** Whether the user has stated what an image declares. */
export function isStated(text: string, options: AnalysisOptions): boolean {
	return findStated(text, options) !== undefined;
}

/** How much the catalogue knows about an image: `part` if the CMD or SHELL varies among its tags. */
export type Knowledge = "nothing" | "part" | "all";

/** How much the catalogue knows about an image, by its name or the name that an alias stands for. */
export function knowledgeOf(text: string, options: AnalysisOptions): Knowledge {
	const facts = findInCatalogue(text, options);
	if (facts === undefined) return "nothing";
	return facts.cmd === undefined || facts.shell === undefined ? "part" : "all";
}

/** The catalogue's facts about an image, by its name or the name that an alias stands for. */
export function findInCatalogue(text: string, options: AnalysisOptions): ImageFacts | undefined {
	return findIn(builtInCatalogue(), text, options)?.facts;
}

/** The user's facts about an image. */
function findStated(text: string, options: AnalysisOptions): ImageBase | undefined {
	return options.bases === undefined ? undefined : findIn(catalogueOf(options.bases), text, options);
}

function findIn(catalogue: Catalogue, text: string, { registryAliases }: AnalysisOptions): ImageBase | undefined {
	const alias = realName(text, registryAliases);
	return findNamed(catalogue, text, text) ?? (alias === undefined ? undefined : findNamed(catalogue, alias, text));
}

function findNamed(catalogue: Catalogue, name: string, text: string): ImageBase | undefined {
	const reference = parseImageReference(name);
	const facts = findFacts(reference, catalogue);
	return facts === undefined ? undefined : { kind: "image", reference, text, facts };
}

interface AnswerPlace {
	readonly platform: string;
	readonly unknown: string;
	readonly options: AnalysisOptions;
}

function toBase(
	answer: ImageAnswer | undefined,
	text: string,
	{ platform, unknown, options }: AnswerPlace,
): ImageBase | UnknownBase {
	if (answer === undefined || answer.kind === "part") {
		const base = findIn(builtInCatalogue(), text, options);
		if (base === undefined) return { kind: "unknown", text, why: `${unknown} on ${platform}` };
		return answer === undefined ? base : { ...base, whyNoMore: answer.reason };
	}
	if (answer.kind === "unknown") return { kind: "unknown", text, why: `${unknown}: ${answer.reason}`, isAsked: true };
	if (answer.kind === "no-platform")
		return {
			kind: "unknown",
			text,
			why: `${text} does not exist for ${platform}: ${describeAvailable(answer.available)}`,
			isMissing: true,
		};
	// A config contains neither the distribution, nor why a program must be PID 1.
	const { distro, mustBePid1 } = findInCatalogue(text, options) ?? {};
	const { distro: own = platform.startsWith("windows/") ? "windows" : distro, files, ...declared } = answer.image;
	const facts = toFacts({ ...(mustBePid1 === undefined ? {} : { mustBePid1 }), ...declared }, own);
	const shown = files === undefined ? {} : { files };
	return { kind: "image", reference: parseImageReference(text), text, facts: { ...facts, ...shown } };
}

/** What to say about an image that does not exist for the default platforms. */
function whyNone(text: string, answers: readonly (ImageAnswer | undefined)[]): ImageBase | UnknownBase | undefined {
	const [answer] = answers;
	if (answer?.kind !== "no-platform") return undefined;
	const { available } = answer;
	if (available.length > 0 && available.every((platform) => platform.startsWith("windows/"))) {
		const source = "the platforms that it exists for";
		return { kind: "image", reference: parseImageReference(text), text, facts: toFacts({ source }, "windows") };
	}
	const why = `${text} exists for none of the platforms that are built unless --platform is given: ${describeAvailable(available)}`;
	return { kind: "unknown", text, why, isAsked: true };
}

function describeAvailable(platforms: readonly string[]): string {
	return platforms.length === 0 ? "no platform is named" : `it exists for ${platforms.join(", ")}`;
}

function distinct<T>(values: readonly T[]): readonly T[] {
	return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
