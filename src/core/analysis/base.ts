import type { Dockerfile, Stage } from "../dockerfile/parse.ts";
import { findReferenceMistake } from "../dockerfile/reference-mistake.ts";
import { flatMap } from "../flat-map.ts";
import { toFacts } from "../images/facts.ts";
import { describeFromName, expandFromName, type FromName } from "./from-name.ts";
import type { GlobalsOf } from "./globals.ts";
import type { ImageConfig } from "./image-config.ts";
import { type ImageBase, lookUpImage, type UnknownBase, type WantedPlatforms } from "./image-lookup.ts";
import { type AnalysisOptions, targetPlatforms } from "./options.ts";
import { stagePlatforms } from "./stage-platforms.ts";

/** The base of a stage. */
export type Base =
	| { readonly kind: "stage"; readonly stage: Stage }
	| ImageBase
	/** The result of another build: the named context `text`. */
	| { readonly kind: "result"; readonly text: string; readonly config: ImageConfig }
	| { readonly kind: "scratch" }
	| UnknownBase;

/** Returns a function that finds the bases of a stage of this file: one, or several if they depend on the platform. */
export function makeBaseResolver(
	dockerfile: Dockerfile,
	options: AnalysisOptions,
	globalsOf: GlobalsOf,
): (stage: Stage) => readonly Base[] {
	const nameBases = makeBaseNamer(dockerfile, options, globalsOf);
	const lookUp = ({ base, wanted }: NamedBase): Base | readonly Base[] =>
		base.kind === "named" ? lookUpImage(base.text, wanted, options, base.unknown) : base;
	return (stage) => flatMap(nameBases(stage), lookUp).map((base) => stated(base, options));
}

/** An image that a FROM names, or that a named context stands for. */
interface NamedImage {
	readonly kind: "named";
	readonly text: string;
	/** The message if the image is unknown. */
	readonly unknown?: string;
}

/** What a FROM refers to on some of the stage's platforms, before any image is looked up. */
interface NamedBase {
	readonly base: NamedImage | Exclude<Base, ImageBase>;
	readonly wanted: WantedPlatforms;
}

/** Returns a function that reads what a stage of this file is built on, from its FROM or a context that replaces it. */
export function makeBaseNamer(
	dockerfile: Dockerfile,
	options: AnalysisOptions,
	globalsOf: GlobalsOf,
): (stage: Stage) => readonly NamedBase[] {
	const targets = targetPlatforms(options);
	const stagesByName = groupByName(dockerfile.stages);
	return (stage) => {
		const wanted = wantedPlatforms(stage, dockerfile, options);
		const replacement = findReplacement(stage, options);
		if (replacement !== undefined) return [{ base: replacement, wanted }];
		const dependsOnPlatform = stage.base.includes("$");
		const { platforms, isGuessed } = wanted;
		const names = new Map<string, { readonly name: FromName | string; readonly platforms: string[] }>();
		for (const [index, target] of targets.entries()) {
			if (index > 0 && !dependsOnPlatform) break;
			const name = expandFromName(stage.base, () => globalsOf(target), dockerfile);
			const key = typeof name === "string" ? stage.base : name.text;
			const group = names.get(key) ?? { name, platforms: [] };
			group.platforms.push(...(dependsOnPlatform ? platforms.slice(index, index + 1) : platforms));
			names.set(key, group);
		}
		return [...names.values()].map(({ name, platforms: each }) => ({
			base:
				typeof name === "string"
					? refused(stage.base, name)
					: readName(name, { stage, stagesByName, dockerfile }, options),
			wanted: { platforms: [...new Set(each)], isGuessed },
		}));
	};
}

/** The platforms for which to look up the bases of a stage: in the image's order, if there are as many. */
function wantedPlatforms(stage: Stage, dockerfile: Dockerfile, options: AnalysisOptions): WantedPlatforms {
	const built = stagePlatforms(stage, dockerfile, options);
	const isNamed = stage.platform !== undefined && !stage.platform.includes("$");
	const isGuessed = options.platforms === undefined && !isNamed;
	// refuse.ts reports what is wrong with a FROM --platform.
	return "mistake" in built
		? { platforms: targetPlatforms(options), isGuessed }
		: { platforms: built.platforms, isGuessed: isGuessed || built.dependsOnBuilder };
}

type StagesByName = ReadonlyMap<string | undefined, readonly Stage[]>;

function groupByName(stages: readonly Stage[]): StagesByName {
	const groups = new Map<string | undefined, Stage[]>();
	for (const stage of stages) {
		const group = groups.get(stage.name);
		if (group === undefined) groups.set(stage.name, [stage]);
		else group.push(stage);
	}
	return groups;
}

/** What a name in FROM can refer to. */
interface FromPlace {
	readonly stage: Stage;
	readonly stagesByName: StagesByName;
	readonly dockerfile: Dockerfile;
}

function readName(
	name: FromName,
	{ stage, stagesByName, dockerfile }: FromPlace,
	options: AnalysisOptions,
): NamedBase["base"] {
	const { text } = name;
	const earlier = stagesByName.get(text)?.findLast(({ index }) => index < stage.index);
	if (earlier !== undefined) return { kind: "stage", stage: earlier };
	if (text === "scratch") return { kind: "scratch" };
	const mistake = findReferenceMistake(text);
	if (mistake !== undefined)
		return refused(stage.base, describeFromName(name, "base", `is not an image name: ${mistake}`, dockerfile));
	return findContext(text, options) ?? { kind: "named", text };
}

function refused(text: string, why: string): UnknownBase {
	return { kind: "unknown", text, why, isRefused: true };
}

/** The named context that replaces a whole stage, so that none of its instructions run; undefined if there is none. */
export function findReplacement({ name }: Stage, options: AnalysisOptions): NamedBase["base"] | undefined {
	return name === undefined ? undefined : findContext(name, options);
}

/**
 * The named context that replaces an image or a stage of this name (BuildKit: frontend/dockerui/namedcontext.go);
 * undefined if there is none.
 */
function findContext(name: string, options: AnalysisOptions): NamedBase["base"] | undefined {
	if (options.contexts === undefined) return undefined;
	const wanted = contextName(name);
	const [given, context] = Object.entries(options.contexts).find(([each]) => contextName(each) === wanted) ?? [];
	if (given === undefined || context === undefined) return undefined;
	const result = options.results?.[given];
	if (typeof result === "object") return { kind: "result", text: name, config: result };
	const image = IMAGE_CONTEXT.exec(context)?.[1] ?? (LAYOUT_CONTEXT.test(context) ? context : undefined);
	const reason = RESULT_CONTEXT.test(context) ? "pidone does not have its Dockerfile" : "pidone does not know it";
	const unknown = `the named context ${name}=${context} replaces ${name}, and ${result ?? reason}`;
	// No source can know what is not an image.
	return image === undefined
		? { kind: "unknown", text: name, why: unknown, isAsked: true }
		: { kind: "named", text: image, unknown };
}

function contextName(text: string): string {
	return text.replace(/^(?:(?:index\.)?docker\.io\/)?(?:library\/)?/, "").replace(/:latest$/, "");
}

const IMAGE_CONTEXT = /^(?:docker-image|container-image|docker):\/\/(.+)$/;

/** The result of another target of bake, or of another service of Compose. */
const RESULT_CONTEXT = /^(?:target|service):/;

/** A context in an OCI image layout is looked up by its whole text. */
const LAYOUT_CONTEXT = /^oci-layout:\/\/./;

/** The base for an unknown image: what the user has declared for all of them. */
function stated(base: Base, { anyBase }: AnalysisOptions): Base {
	if (base.kind !== "unknown" || base.isRefused || base.isMissing || anyBase === undefined) return base;
	return { kind: "image", reference: { name: base.text }, text: base.text, facts: toFacts(anyBase, undefined) };
}
