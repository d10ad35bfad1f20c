import type { Dockerfile } from "../dockerfile/parse.ts";
import { flatMap } from "../flat-map.ts";
import { makeBaseNamer } from "./base.ts";
import { makeGlobals } from "./globals.ts";
import { isStated, type Knowledge, knowledgeOf } from "./image-lookup.ts";
import type { AnalysisOptions } from "./options.ts";

/** An image that a Dockerfile is built on. */
export interface ImageUse {
	/** As FROM has it, all variables expanded, or the whole text of a named context in an OCI image layout. */
	readonly reference: string;
	readonly platforms: readonly string[];
	/** Whether the user has not named the platforms, so that one of them is enough. */
	readonly isGuessed: boolean;
	/** How much the built-in catalogue knows about it. */
	readonly inCatalogue: Knowledge;
}

/**
 * Lists the images that the stages of a Dockerfile are built on, each once, except those that the user has stated.
 */
export function listImageUses(dockerfile: Dockerfile, options: AnalysisOptions): ImageUse[] {
	const nameBases = makeBaseNamer(dockerfile, options, makeGlobals(dockerfile, options));
	const uses = new Map<string, ImageUse>();
	for (const { base, wanted } of flatMap(dockerfile.stages, nameBases)) {
		if (base.kind !== "named") continue;
		if (isStated(base.text, options)) continue;
		const before = uses.get(base.text);
		uses.set(base.text, {
			reference: base.text,
			platforms: [...new Set([...(before?.platforms ?? []), ...wanted.platforms])],
			isGuessed: wanted.isGuessed && (before?.isGuessed ?? true),
			inCatalogue: knowledgeOf(base.text, options),
		});
	}
	return [...uses.values()];
}
