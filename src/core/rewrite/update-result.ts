import type { AnalysedFile } from "../analysis/analyse-source.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import { applyEdits, type Edit } from "../edit/edit.ts";
import { flatMap } from "../flat-map.ts";
import { describeMarked, ownStages } from "./describe-marked.ts";
import { readMarkedBlocks } from "./marked-block.ts";
import type { Outcome } from "./outcome.ts";
import type { AnalysedRewrite } from "./result.ts";

/**
 * Expresses an update as a change of the present file, stage by stage.
 * @param updated the rewrite of the original
 * @param present what a rewrite that ignores the markers would say about the file's stages
 */
export function describeUpdate(
	{ dockerfile, stages }: AnalysedFile,
	updated: AnalysedRewrite,
	present: readonly Outcome[],
): AnalysedRewrite {
	const { source } = dockerfile;
	const { text, output } = updated;
	const own = ownStages(dockerfile, readMarkedBlocks(dockerfile));
	const before = segmentsOf(dockerfile);
	const after = segmentsOf(output.dockerfile);
	const edits = flatMap(before, ({ start, end }, index) =>
		trimEdit({ start, end, text: text.slice(after[index]?.start, after[index]?.end) }, source),
	);
	if (before.length !== after.length || applyEdits(source, edits) !== text)
		throw new Error("BUG: an update is more than the changes of its stages");
	const was = describeMarked(dockerfile);
	const is = describeMarked(output.dockerfile);
	const outcomes = present.map((now, index): Outcome => {
		const place = own.indexOf(index);
		const key = String(place);
		const outcome = updated.outcomes[place];
		if (outcome === undefined || was.get(key) === is.get(key)) return now;
		const here = { ...outcome, stage: index, start: now.start };
		return was.has(key) ? { ...here, code: "rewritten", message: `updated: ${outcome.message}`, isUpdate: true } : here;
	});
	const stagesAfter = stages.map((stage, index) => updated.after[own.indexOf(index)] ?? stage);
	return { text, isChanged: true, outcomes, edits, output, after: stagesAfter };
}

/**
 * The ranges of the text before the first FROM, and of each stage. An added stage belongs to the one before it.
 */
function segmentsOf(dockerfile: Dockerfile): { readonly start: number; readonly end: number }[] {
	const own = ownStages(dockerfile, readMarkedBlocks(dockerfile));
	const starts = [0, ...flatMap(own, (index) => dockerfile.stages[index]?.from.leadStart ?? [])];
	return starts.map((start, index) => ({ start, end: starts[index + 1] ?? dockerfile.source.length }));
}

/** An edit without the lines that are the same at both ends; none if all are. */
function trimEdit({ start, end, text }: Edit, source: string): Edit[] {
	const before = source.slice(start, end).split(/(?<=\n)/);
	const after = text.split(/(?<=\n)/);
	const shorter = Math.min(before.length, after.length);
	let head = 0;
	while (head < shorter && before[head] === after[head]) head++;
	if (head === before.length && head === after.length) return [];
	let tail = 0;
	while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
	const length = (lines: readonly string[]): number => lines.join("").length;
	return [
		{
			start: start + length(before.slice(0, head)),
			end: end - length(before.slice(before.length - tail)),
			text: after.slice(head, after.length - tail).join(""),
		},
	];
}
