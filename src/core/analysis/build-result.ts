import { findTarget } from "../dockerfile/target.ts";
import { analyseSource } from "./analyse-source.ts";
import type { ImageConfig } from "./image-config.ts";
import { ancestryOf } from "./lineage.ts";
import type { AnalysisOptions } from "./options.ts";

/**
 * What the image that a Dockerfile's target becomes declares, or why that is not known: part of a sentence. See
 * `results` of AnalysisOptions.
 */
export function findBuildResult(text: string, options: AnalysisOptions): ImageConfig | string {
	const { dockerfile, stages } = analyseSource(text, options);
	const target = stages[findTarget(dockerfile.stages, options.target)?.index ?? stages.length];
	if (target === undefined) return "it has no such stage";
	if (target.triggers.some(({ keyword }) => /^(?:CMD|ENTRYPOINT|SHELL|USER)$/.test(keyword)))
		return "its ONBUILD instructions change what runs";
	if (target.end.entrypoint !== undefined) return target.end;
	const bases = ancestryOf(stages, target)[0]?.bases ?? [];
	return bases.find((base) => base.kind === "unknown")?.why ?? "its base differs between the platforms";
}
