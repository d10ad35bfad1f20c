import { join } from "node:path";
import { lookUpImage } from "../../core/analysis/image-lookup.ts";
import { type AnalysisOptions, targetPlatforms } from "../../core/analysis/options.ts";
import { compareFacts, type FactDifference } from "../../core/images/compare-facts.ts";
import type { ImageFacts } from "../../core/images/facts.ts";
import { toOneLine, toPrintableJson } from "../../core/report/printable.ts";
import { UserError } from "../../core/user-error.ts";
import { version } from "../../version.ts";
import type { Io } from "../io.ts";
import { findAnswer } from "../resolve/find-answer.ts";
import { ImageAsker } from "../resolve/image-asker.ts";
import type { ResolveStep } from "../resolve/resolve-steps.ts";
import { makeSource } from "../settings/image-sources.ts";
import type { SettingsFinder } from "../settings/settings-finder.ts";

/** The result of a comparison. */
interface ImageDiff {
	readonly image: string;
	readonly platform: string;
	/** Why nothing was compared. */
	readonly unknown?: string;
	/** The sources that were asked. */
	readonly source?: string;
	readonly differences?: readonly FactDifference[];
}

/**
 * `pidone images --diff`: compares the known facts about images with the answers of sources (by default, registries).
 * Resolves to the exit code: 1 if something differs, 2 if something could not be compared.
 */
export async function diffImages(
	images: readonly string[],
	settings: SettingsFinder,
	{ json = false }: { readonly json?: boolean },
	io: Io,
): Promise<number> {
	if (images.length === 0)
		throw new UserError("--diff: name the images to compare, such as pidone images --diff node:20");
	const file = join(io.cwd, "Dockerfile");
	const options = await settings.optionsFor(file);
	const steps = await settings.stepsFor(file, ["registry"]);
	const asked = steps.filter((step) => step !== "catalogue" && step !== "lock");
	if (asked.length === 0)
		throw new UserError("--diff: --resolve names no source to ask: add registry, engine or layout");
	const asker = new ImageAsker((name) => makeSource(name, settings.sources, io.cwd));
	const diffs = await Promise.all(
		images.flatMap((image) =>
			targetPlatforms(options).map((platform) => diffImage(image, platform, { options, steps: asked, asker })),
		),
	);
	const counted = diffs.filter((diff) => !isBeside(diff, diffs, options));
	if (json) io.out(`${toPrintableJson({ version, images: counted })}\n`);
	else for (const line of describeAll(counted)) io.out(`${toOneLine(line)}\n`);
	if (counted.some(({ differences = [] }) => differences.length > 0)) return 1;
	return counted.some(({ unknown }) => unknown !== undefined) ? 2 : 0;
}

interface DiffContext {
	readonly options: AnalysisOptions;
	readonly steps: readonly ResolveStep[];
	readonly asker: ImageAsker;
}

async function diffImage(image: string, platform: string, { options, steps, asker }: DiffContext): Promise<ImageDiff> {
	const wanted = { platforms: [platform], isGuessed: false };
	const [stated] = lookUpImage(image, wanted, options);
	if (stated?.kind !== "image") return { image, platform, unknown: "the catalogue does not know it" };
	const question = { reference: image, platform, inCatalogue: "all" as const };
	const found = await findAnswer(question, { steps, asker, locked: () => undefined });
	const answer = found?.answer ?? { kind: "unknown" as const, reason: "nobody was asked" };
	const { bases: _bases, ...others } = options;
	const [base] = lookUpImage(image, wanted, { ...others, images: { [image]: { [platform]: answer } } });
	if (base?.kind !== "image") return { image, platform, unknown: whyNot(answer) };
	return { image, platform, source: base.facts.source, differences: compare(stated.facts, base.facts) };
}

function compare(stated: ImageFacts, found: ImageFacts): readonly FactDifference[] {
	// The catalogue says nothing about Windows images except that they are Windows images.
	return stated.distro === "windows" ? [] : compareFacts(stated, found);
}

type Answer = NonNullable<Awaited<ReturnType<typeof findAnswer>>>["answer"];

function whyNot(answer: Answer): string {
	if (answer.kind === "unknown" || answer.kind === "part") return answer.reason;
	return answer.kind === "no-platform" ? `it exists only for ${answer.available.join(", ") || "no platform"}` : "";
}

/** Whether an image merely lacks one of the default platforms, and was compared on another one. */
function isBeside(diff: ImageDiff, all: readonly ImageDiff[], { platforms }: AnalysisOptions): boolean {
	const isNamed = platforms !== undefined;
	return (
		!isNamed &&
		diff.unknown !== undefined &&
		all.some(({ image, differences }) => image === diff.image && differences !== undefined)
	);
}

/** One line for each message, with the platforms that it applies to. */
function describeAll(diffs: readonly ImageDiff[]): string[] {
	const lines = new Map<string, { readonly image: string; readonly text: string; readonly platforms: string[] }>();
	for (const diff of diffs) {
		for (const text of describe(diff)) {
			const line = lines.get(`${diff.image} ${text}`) ?? { image: diff.image, text, platforms: [] };
			line.platforms.push(diff.platform);
			lines.set(`${diff.image} ${text}`, line);
		}
	}
	return [...lines.values()].map(({ image, text, platforms }) => `${image} on ${platforms.join(", ")}: ${text}`);
}

function describe({ unknown, source, differences = [] }: ImageDiff): string[] {
	if (unknown !== undefined) return [`not compared: ${unknown}`];
	if (differences.length === 0) return [`the same (${source})`];
	return differences.map(({ fact, stated, found }) => `${fact} is ${found}, but ${stated} is stated (${source})`);
}
