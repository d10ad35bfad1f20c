// An extra stage that selects the init's binary by BuildKit's platform arguments, for a stage that cannot have these
// arguments itself.

import type { AnalysedStage } from "../analysis/analyse.ts";
import { sourcesOf, stageNumber } from "../dockerfile/from-references.ts";
import type { Stage } from "../dockerfile/parse.ts";
import type { Edit } from "../edit/edit.ts";
import { flatMap } from "../flat-map.ts";
import type { ViaStage } from "../install/install.ts";
import type { Fragment } from "../install/render.ts";
import { formatMarker } from "./marker.ts";
import { digestOf } from "./marker-digest.ts";
import type { RewriteOptions } from "./options.ts";
import type { PlanContext } from "./plan-context.ts";
import { casedKeyword, declareArgs, fragmentLines, linesAt } from "./source-style.ts";

/** A stage that has an init for those after it. */
export interface HelperStage {
	readonly name: string;
	readonly content: Fragment;
	/** The edit that adds it; absent if an earlier stage needs it too and adds it. */
	readonly edit?: Edit;
}

/**
 * Plans a helper for a stage, directly before it, so that the numbers of earlier stages do not change. A text says why
 * it cannot be added. If a helper with the same content is planned already, returns that one.
 */
export function planHelper(
	way: ViaStage,
	{ index, from }: Stage,
	planned: readonly HelperStage[],
	context: PlanContext,
): HelperStage | string {
	const content = way.content();
	const same = planned.find((helper) => helper.content.text === content.text);
	if (same !== undefined) return { name: same.name, content };
	const references = listReferences(context.all);
	const number = findNumber(index, references, context.options);
	if (number !== undefined)
		return `a stage added for it would change the number of the stage in ${number}: use its name there`;
	const name = freeName(`${way.init}-binary`, [...references, ...planned.map(({ name }) => ({ text: name }))], context);
	return { name, content, edit: insertStage(name, content, from.leadStart, context) };
}

interface Reference {
	readonly text: string;
	readonly line: number;
}

function listReferences(all: readonly AnalysedStage[]): readonly Reference[] {
	return flatMap(all, ({ stage, triggers }) =>
		flatMap([...stage.instructions, ...triggers], (instruction) =>
			sourcesOf(instruction).map(({ text }) => ({ text, line: instruction.line })),
		),
	);
}

/** What refers to a stage by its number, from this index on: `--target 2`, `from=2 in line 7`. */
function findNumber(
	index: number,
	references: readonly Reference[],
	{ target = "", otherTargets = [] }: RewriteOptions,
): string | undefined {
	const isMoved = (text: string): boolean => (stageNumber(text) ?? -1) >= index;
	const numbered = [target, ...otherTargets].find(isMoved);
	if (numbered !== undefined) return `--target ${numbered}`;
	const found = references.find(({ text }) => isMoved(text));
	return found && `from=${found.text} in line ${found.line}`;
}

/** A name that no stage, image or named context has. */
function freeName(
	wanted: string,
	others: readonly { readonly text: string }[],
	{ dockerfile, options: { contexts = {} } }: PlanContext,
): string {
	const names = [
		...flatMap(dockerfile.stages, ({ name = "", base }) => [name, base]),
		...others.map(({ text }) => text),
		...Object.keys(contexts),
	];
	const taken = new Set(names.map((name) => name.toLowerCase()));
	let name = wanted;
	for (let count = 2; taken.has(name); count++) name = `${wanted}-${count}`;
	return name;
}

function insertStage(
	name: string,
	content: Fragment,
	leadStart: number,
	{ dockerfile: { source }, style }: PlanContext,
): Edit {
	const offset = Math.max(leadStart, endOfTop(source));
	const from = `${casedKeyword("FROM", style)} scratch ${casedKeyword("AS", style)} ${name}`;
	const args = declareArgs(content.args, style);
	const lines = fragmentLines(content, style);
	const marker = formatMarker({
		above: 1 + args.length,
		startsStage: true,
		below: content.instructions,
		changes: [],
		digest: digestOf([from, ...args, ...lines]),
	});
	return { start: offset, end: offset, text: linesAt(source, offset, [from, ...args, marker, ...lines, ""], style) };
}

/** The end of what must stay at the top of a file: `#!`, parser directives, and lines that look like them. */
const TOP = /^\uFEFF?(?:[\t\v\f\r ]*(?:#|\/\/)[\t\v\f\r ]*(?:!|\w+[\t\v\f\r ]*=)[^\n]*\n)*/;

function endOfTop(source: string): number {
	return TOP.exec(source)?.[0].length ?? 0;
}
