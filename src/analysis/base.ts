import { type ImageReference, parseImageReference, variablesIn } from "../dockerfile/image-reference.ts";
import type { Dockerfile, Stage } from "../dockerfile/parse.ts";
import { expandWord } from "../dockerfile/shell-lex.ts";
import type { Variables } from "../dockerfile/variables.ts";
import { findFacts, type ImageFacts, toFacts } from "../images/facts.ts";
import { makeGlobals } from "./globals.ts";
import type { ImageConfig } from "./image-config.ts";
import { type AnalysisOptions, cataloguesOf, targetPlatforms } from "./options.ts";

/** What a stage is built on. */
export type Base =
	| { readonly kind: "stage"; readonly stage: Stage }
	| { readonly kind: "image"; readonly reference: ImageReference; readonly text: string; readonly facts: ImageFacts }
	/** What another build makes, which is the named context called `text`. */
	| { readonly kind: "result"; readonly text: string; readonly config: ImageConfig }
	| { readonly kind: "scratch" }
	| { readonly kind: "unknown"; readonly text: string; readonly why: string };

/** Finds the bases of a stage: one, or several when the name depends on the platform. */
export type BaseResolver = (stage: Stage) => readonly Base[];

/** Stands for a variable without value; no image's name can hold it. */
const OPEN = "\u0000";

/** Prepares the resolution of every FROM of a file. */
export function makeBaseResolver(dockerfile: Dockerfile, options: AnalysisOptions): BaseResolver {
	const platforms = targetPlatforms(options);
	const globalsOf = makeGlobals(dockerfile, options);
	const stagesByName = groupByName(dockerfile.stages);
	return (stage) => {
		const dependsOnPlatform = stage.base.includes("$");
		const bases = new Map<string, Base>();
		for (const platform of dependsOnPlatform ? platforms : platforms.slice(0, 1)) {
			const text = expandBase(stage.base, globalsOf(platform), dockerfile.directives.escape);
			if (!bases.has(text)) bases.set(text, stated(resolve(text, stage, stagesByName, options), options));
		}
		return [...bases.values()];
	};
}

/** The name in a FROM with its variables expanded; the text of the error when it cannot be. */
function expandBase(text: string, globals: Variables, escape: string): string {
	try {
		return expandWord(text, (name) => globals.get(name), { escape, unset: OPEN });
	} catch {
		return OPEN;
	}
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

function resolve(text: string, stage: Stage, stagesByName: StagesByName, options: AnalysisOptions): Base {
	const earlier = stagesByName.get(text)?.findLast(({ index }) => index < stage.index);
	if (earlier !== undefined) return { kind: "stage", stage: earlier };
	if (text === "scratch") return { kind: "scratch" };
	return resolveContext(text, options) ?? resolveImage(text, stage, options);
}

function resolveImage(text: string, stage: Stage, options: AnalysisOptions): Base {
	const reference = parseImageReference(text.replaceAll(OPEN, ""));
	const tagStart = text.lastIndexOf(":");
	const isTagOpen = text.includes(OPEN);
	const isNameOpen = isTagOpen && (text.indexOf(OPEN) < tagStart || tagStart <= text.lastIndexOf("/"));
	const facts = isNameOpen || reference.name === "" ? undefined : findInCatalogues(reference, isTagOpen, options);
	if (facts !== undefined) return { kind: "image", reference, text, facts };
	if (isTagOpen) return { kind: "unknown", text: stage.base, why: openVariables(stage.base) };
	return { kind: "unknown", text, why: `nothing is known of the image ${text}` };
}

/** What the build puts in the place of an image or a stage of this name (BuildKit: frontend/dockerui/namedcontext.go); undefined when nothing. */
export function resolveContext(name: string, options: AnalysisOptions): Base | undefined {
	const wanted = contextName(name);
	const [given, context] = Object.entries(options.contexts ?? {}).find(([each]) => contextName(each) === wanted) ?? [];
	if (given === undefined || context === undefined) return undefined;
	const result = options.results?.[given];
	if (typeof result === "object") return { kind: "result", text: name, config: result };
	const image = IMAGE_CONTEXT.exec(context)?.[1];
	const reference = image === undefined ? undefined : parseImageReference(image);
	const facts = reference && findInCatalogues(reference, false, options);
	if (image !== undefined && reference !== undefined && facts !== undefined) return { kind: "image", reference, text: image, facts };
	const why = `the named context ${name}=${context} takes the place of ${name}, and ${result ?? "nothing is known of it"}`;
	return { kind: "unknown", text: image ?? name, why };
}

function contextName(text: string): string {
	return text.replace(/^(?:(?:index\.)?docker\.io\/)?(?:library\/)?/, "").replace(/:latest$/, "");
}

const IMAGE_CONTEXT = /^(?:docker-image|container-image|docker):\/\/(.+)$/;

/** A base that is not known, by what the user says of all of them. */
function stated(base: Base, { anyBase }: AnalysisOptions): Base {
	if (base.kind !== "unknown" || anyBase === undefined) return base;
	return { kind: "image", reference: { name: base.text }, text: base.text, facts: toFacts(anyBase, undefined) };
}

function findInCatalogues(reference: ImageReference, isTagOpen: boolean, options: AnalysisOptions): ImageFacts | undefined {
	for (const catalogue of cataloguesOf(options)) {
		const facts = findFacts(reference, isTagOpen, catalogue);
		if (facts !== undefined) return facts;
	}
	return undefined;
}

function openVariables(text: string): string {
	const names = [...new Set(variablesIn(text))];
	return `the base ${text} depends on ${names.join(" and ") || "variables"}: give a value with --build-arg ${names[0] ?? "NAME"}=…`;
}
