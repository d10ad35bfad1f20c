import { type ImageReference, parseImageReference } from "../dockerfile/image-reference.ts";
import type { Dockerfile, Stage } from "../dockerfile/parse.ts";
import { findReferenceMistake } from "../dockerfile/reference-mistake.ts";
import { findFacts, type ImageFacts, toFacts } from "../images/facts.ts";
import { describeFromName, expandFromName, type FromName } from "./from-name.ts";
import { type GlobalsOf, makeGlobals } from "./globals.ts";
import type { ImageConfig } from "./image-config.ts";
import { type AnalysisOptions, cataloguesOf, targetPlatforms } from "./options.ts";
import { realName } from "./registry-aliases.ts";

/** What a stage is built on. */
export type Base =
	| { readonly kind: "stage"; readonly stage: Stage }
	| { readonly kind: "image"; readonly reference: ImageReference; readonly text: string; readonly facts: ImageFacts }
	/** What another build makes, which is the named context called `text`. */
	| { readonly kind: "result"; readonly text: string; readonly config: ImageConfig }
	| { readonly kind: "scratch" }
	| {
			readonly kind: "unknown";
			readonly text: string;
			readonly why: string;
			/** Whether no build can have it, as BuildKit refuses the name. */
			readonly isRefused?: true;
	  };

/** Finds the bases of a stage: one, or several when the name depends on the platform. */
export type BaseResolver = (stage: Stage) => readonly Base[];

/** Prepares the resolution of every FROM of a file. */
export function makeBaseResolver(
	dockerfile: Dockerfile,
	options: AnalysisOptions,
	globalsOf: GlobalsOf = makeGlobals(dockerfile, options),
): BaseResolver {
	const platforms = targetPlatforms(options);
	const stagesByName = groupByName(dockerfile.stages);
	return (stage) => {
		const dependsOnPlatform = stage.base.includes("$");
		const bases = new Map<string, Base>();
		for (const platform of dependsOnPlatform ? platforms : platforms.slice(0, 1)) {
			const name = expandFromName(stage.base, () => globalsOf(platform), dockerfile);
			if (typeof name === "string") bases.set(name, refused(stage.base, name));
			else if (!bases.has(name.text))
				bases.set(name.text, stated(resolve(name, { stage, stagesByName, dockerfile }, options), options));
		}
		return [...bases.values()];
	};
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

/** What a name in FROM stands among. */
interface FromPlace {
	readonly stage: Stage;
	readonly stagesByName: StagesByName;
	readonly dockerfile: Dockerfile;
}

function resolve(name: FromName, { stage, stagesByName, dockerfile }: FromPlace, options: AnalysisOptions): Base {
	const { text } = name;
	const earlier = stagesByName.get(text)?.findLast(({ index }) => index < stage.index);
	if (earlier !== undefined) return { kind: "stage", stage: earlier };
	if (text === "scratch") return { kind: "scratch" };
	const mistake = findReferenceMistake(text);
	if (mistake !== undefined)
		return refused(stage.base, describeFromName(name, "base", `is not an image name: ${mistake}`, dockerfile));
	return resolveContext(text, options) ?? resolveImage(text, options);
}

function refused(text: string, why: string): Base {
	return { kind: "unknown", text, why, isRefused: true };
}

function resolveImage(text: string, options: AnalysisOptions): Base {
	const found = findInCatalogues(text, options);
	if (found !== undefined) return { kind: "image", text, ...found };
	return { kind: "unknown", text, why: `pidone does not know the image ${text}` };
}

/**
 * What the build puts in the place of an image or a stage of this name (BuildKit: frontend/dockerui/namedcontext.go);
 * undefined when nothing.
 */
export function resolveContext(name: string, options: AnalysisOptions): Base | undefined {
	const wanted = contextName(name);
	const [given, context] = Object.entries(options.contexts ?? {}).find(([each]) => contextName(each) === wanted) ?? [];
	if (given === undefined || context === undefined) return undefined;
	const result = options.results?.[given];
	if (typeof result === "object") return { kind: "result", text: name, config: result };
	const image = IMAGE_CONTEXT.exec(context)?.[1];
	const found = image === undefined ? undefined : findInCatalogues(image, options);
	if (image !== undefined && found !== undefined) return { kind: "image", text: image, ...found };
	const why = `the named context ${name}=${context} replaces ${name}, and ${result ?? "pidone does not know it"}`;
	return { kind: "unknown", text: image ?? name, why };
}

function contextName(text: string): string {
	return text.replace(/^(?:(?:index\.)?docker\.io\/)?(?:library\/)?/, "").replace(/:latest$/, "");
}

const IMAGE_CONTEXT = /^(?:docker-image|container-image|docker):\/\/(.+)$/;

/** A base that is not known, by what the user says of all of them. */
function stated(base: Base, { anyBase }: AnalysisOptions): Base {
	if (base.kind !== "unknown" || base.isRefused || anyBase === undefined) return base;
	return { kind: "image", reference: { name: base.text }, text: base.text, facts: toFacts(anyBase, undefined) };
}

/** An image under a name that a catalogue knows. */
type KnownImage = Pick<Extract<Base, { kind: "image" }>, "reference" | "facts">;

function findInCatalogues(text: string, options: AnalysisOptions): KnownImage | undefined {
	const references = [text, realName(text, options.registryAliases) ?? []].flat().map(parseImageReference);
	for (const catalogue of cataloguesOf(options)) {
		for (const reference of references) {
			const facts = findFacts(reference, catalogue);
			if (facts !== undefined) return { reference, facts };
		}
	}
	return undefined;
}
