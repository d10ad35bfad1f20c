// The part of the proof that is about whole stages: those of the original are all there, and refer to the same bases
// and numbers; added ones only provide an init.

import type { AnalysedStage } from "../analysis/analyse.ts";
import type { Base } from "../analysis/base.ts";
import { sourcesOf, stageNumber } from "../dockerfile/from-references.ts";
import type { Stage } from "../dockerfile/parse.ts";
import { flatMap } from "../flat-map.ts";

/** A range of the output that an edit has inserted. */
export interface AddedRange {
	readonly start: number;
	readonly end: number;
}

/** Whether an offset lies in one of the ranges, which are sorted. */
export function isWithin(offset: number, ranges: readonly AddedRange[]): boolean {
	let low = 0;
	let high = ranges.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((ranges[middle]?.end ?? 0) <= offset) low = middle + 1;
		else high = middle;
	}
	return (ranges[low]?.start ?? Number.POSITIVE_INFINITY) <= offset;
}

/** The stages of the output without those that an edit has added. */
export function originalStages(
	after: readonly AnalysedStage[],
	added: readonly AddedRange[],
): readonly AnalysedStage[] {
	return after.filter(({ stage }) => !isWithin(stage.from.lineStart, added));
}

/**
 * Proves that every stage of the original is still there, built on the same base, whatever its index is now, and that
 * added stages only provide a binary.
 * @returns what differs; undefined if nothing does
 */
export function findStageDifference(
	before: readonly AnalysedStage[],
	after: readonly AnalysedStage[],
	added: readonly AddedRange[],
): string | undefined {
	const own = originalStages(after, added);
	if (own.length !== before.length) return "the number of stages has changed";
	const places = new Map([...before, ...own].map(({ stage }, index) => [stage, index % own.length] as const));
	const strange = own.findIndex(
		({ bases }, index) => describeBases(bases, places) !== describeBases(before[index]?.bases ?? [], places),
	);
	if (strange !== -1) return `stage ${strange} is built on something else`;
	if (own.length === after.length) return undefined;
	if (own.at(-1) !== after.at(-1)) return "the last stage is an added one";
	const helpers = after.filter(({ stage }) => isWithin(stage.from.lineStart, added));
	const mistakes = flatMap(helpers, (helper) => findMistake(helper, before, added) ?? []);
	return mistakes[0] ?? findMovedNumber(before, own);
}

/** Bases as one text, with stages identified by their place in the original. */
function describeBases(bases: readonly Base[], places: ReadonlyMap<Stage, number>): string {
	return bases.map((base) => (base.kind === "stage" ? `stage ${places.get(base.stage)}` : base.kind)).join();
}

const HELPER_KEYWORDS = new Set(["ADD", "ARG", "COPY"]);

/** What is wrong with an added stage. */
function findMistake(
	{ stage }: AnalysedStage,
	before: readonly AnalysedStage[],
	added: readonly AddedRange[],
): string | undefined {
	const { name, base, instructions, platform } = stage;
	if (name === undefined || base !== "scratch" || platform !== undefined)
		return `the added stage ${name} is not a named one on scratch`;
	const other = instructions.find(
		({ keyword, lineStart }) => !HELPER_KEYWORDS.has(keyword) || !isWithin(lineStart, added),
	);
	if (other !== undefined) return `line ${other.line} must not stand in an added stage`;
	const isUsed = before.some((each) => [each.stage.name, each.stage.base, ...referencesIn(each)].includes(name));
	return isUsed ? `the name ${name} of an added stage means something else` : undefined;
}

/** Numbers count the stages of the file. */
function findMovedNumber(before: readonly AnalysedStage[], own: readonly AnalysedStage[]): string | undefined {
	const numbers = flatMap(flatMap(before, referencesIn), (text) => stageNumber(text) ?? []);
	const moved = numbers.find((number) => number < own.length && own[number]?.stage.index !== number);
	return moved === undefined ? undefined : `the stage ${moved} of a --from=${moved} is another one`;
}

function referencesIn({ stage, triggers }: AnalysedStage): string[] {
	return flatMap([...stage.instructions, ...triggers], (instruction) =>
		sourcesOf(instruction).map(({ text }) => text.toLowerCase()),
	);
}
