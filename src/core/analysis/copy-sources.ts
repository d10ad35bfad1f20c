import { type SourceReference, sourcesOf } from "../dockerfile/from-references.ts";
import type { Dockerfile, Stage } from "../dockerfile/parse.ts";
import { findReferenceMistake } from "../dockerfile/reference-mistake.ts";
import { flatMap } from "../flat-map.ts";
import type { AnalysisOptions } from "./options.ts";

/** The stage that a source refers to: the last one with this name (BuildKit: findStateByName). */
export function findSourceStage({ text, countsStages }: SourceReference, { stages }: Dockerfile): Stage | undefined {
	if (countsStages && NUMBER.test(text)) return stages[Number(text)];
	const name = text.toLowerCase();
	return stages.findLast((stage) => stage.name === name);
}

/**
 * What BuildKit rejects in the name of a source, whichever stage is built. Podman and buildah (with `commandShell`)
 * expand variables in it.
 */
export function findSourceMistake(
	source: SourceReference,
	dockerfile: Dockerfile,
	{ commandShell }: AnalysisOptions,
): string | undefined {
	const { text, countsStages } = source;
	if (findSourceStage(source, dockerfile) !== undefined) return undefined;
	if (countsStages && NUMBER.test(text)) return describeNumber(Number(text), dockerfile);
	if (text.includes("$") && commandShell !== undefined) return undefined;
	if (text.includes("$"))
		return `--from=${text}: variables are not expanded here: add a stage, FROM ${text} AS NAME, and use its name`;
	const mistake = findReferenceMistake(text);
	return mistake === undefined ? undefined : `--from=${text} is neither a stage nor an image name: ${mistake}`;
}

const NUMBER = /^[+-]?\d+$/;

/** BuildKit numbers the images in COPY --from after the stages. */
function describeNumber(number: number, dockerfile: Dockerfile): string | undefined {
	const { stages } = dockerfile;
	const sources = flatMap(stages, ({ instructions }) => flatMap(instructions, sourcesOf));
	const images = sources.filter(
		(source) => !(source.countsStages && NUMBER.test(source.text)) && findSourceStage(source, dockerfile) === undefined,
	).length;
	return number >= 0 && number < stages.length + images
		? undefined
		: `--from=${number}: no such stage; the file has ${stages.length}, numbered from 0`;
}
