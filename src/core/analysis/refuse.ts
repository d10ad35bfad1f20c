import { type SourceReference, sourcesOf } from "../dockerfile/from-references.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import { DockerfileSyntaxError } from "../dockerfile/syntax-error.ts";
import { findTargets } from "../dockerfile/target.ts";
import { flatMap } from "../flat-map.ts";
import type { AnalysedStage } from "./analyse.ts";
import { findSourceMistake, findSourceStage } from "./copy-sources.ts";
import type { Mistake } from "./mistake.ts";
import type { AnalysisOptions } from "./options.ts";

/**
 * Rejects a file that parses, but that BuildKit does not build (dockerfile2llb/convert.go): because of a FROM, a source
 * of a COPY, or a text to expand in a stage that the target needs. Throws DockerfileSyntaxError.
 */
export function refuseUnbuildable(
	dockerfile: Dockerfile,
	analysed: readonly AnalysedStage[],
	options: AnalysisOptions,
): void {
	const mistake =
		analysed.find(({ fromMistake }) => fromMistake)?.fromMistake ??
		findInSources(dockerfile, analysed, options) ??
		findInTarget(dockerfile, analysed, options);
	if (mistake !== undefined)
		throw new DockerfileSyntaxError(mistake.message, dockerfile.source, mistake.offset, { isParsed: true });
}

function findInSources(
	dockerfile: Dockerfile,
	analysed: readonly AnalysedStage[],
	options: AnalysisOptions,
): Mistake | undefined {
	for (const { stage } of analysed) {
		for (const { source, instruction } of listSources(stage.instructions)) {
			const message = findSourceMistake(source, dockerfile, options);
			if (message !== undefined) return { message, offset: instruction.start };
		}
	}
	return undefined;
}

/** BuildKit expands nothing in stages that the target does not need. */
function findInTarget(
	dockerfile: Dockerfile,
	analysed: readonly AnalysedStage[],
	options: AnalysisOptions,
): Mistake | undefined {
	const needed = new Set(findTargets(dockerfile.stages, options).map(({ index }) => index));
	let mistake: Mistake | undefined;
	// A stage that is needed comes earlier; anything else is a mistake.
	for (const stage of analysed.toReversed()) {
		if (!needed.has(stage.stage.index)) continue;
		mistake = addNeeded(stage, analysed, dockerfile, needed) ?? stage.mistake ?? mistake;
	}
	return mistake;
}

/** Adds the stages that a stage needs. Finds an instruction that needs a stage that does not come earlier. */
function addNeeded(
	{ stage, bases }: AnalysedStage,
	all: readonly AnalysedStage[],
	dockerfile: Dockerfile,
	needed: Set<number>,
): Mistake | undefined {
	const parents = flatMap(bases, (base) => (base.kind === "stage" ? (all[base.stage.index] ?? []) : []));
	for (const parent of parents) needed.add(parent.stage.index);
	const sources = flatMap([...parents.map(({ triggers }) => triggers), stage.instructions], listSources);
	for (const { source, instruction } of sources) {
		const found = findSourceStage(source, dockerfile);
		if (found !== undefined && found.index >= stage.index)
			return {
				message: `the stage ${source.text} must come before the stage that copies from it`,
				offset: instruction.start,
			};
		if (found !== undefined) needed.add(found.index);
	}
	return undefined;
}

interface PlacedSource {
	readonly source: SourceReference;
	readonly instruction: Instruction;
}

function listSources(instructions: readonly Instruction[]): PlacedSource[] {
	const sources: PlacedSource[] = [];
	for (const instruction of instructions)
		for (const source of sourcesOf(instruction)) sources.push({ source, instruction });
	return sources;
}
