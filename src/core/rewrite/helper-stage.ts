// An extra stage that selects the init's binary by BuildKit's platform arguments, for a stage that cannot have these
// arguments itself.

import type { AnalysedStage } from "../analysis/analyse.ts";
import { fromReferences, stageNumber } from "../dockerfile/from-references.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import type { Edit } from "../edit/edit.ts";
import { flatMap } from "../flat-map.ts";
import type { ViaStage } from "../install/install.ts";
import type { Fragment } from "../install/render.ts";
import { formatMarker } from "./marker.ts";
import { digestOf } from "./marker-digest.ts";
import type { RewriteOptions } from "./options.ts";
import { casedKeyword, fragmentLines, linesAt, type SourceStyle } from "./source-style.ts";

/** A stage that has an init for those after it. */
export interface HelperStage {
	readonly name: string;
	readonly content: Fragment;
	/** The edit that adds it; absent if an earlier stage needs it too and adds it. */
	readonly edit?: Edit;
}

/** The helper stages of one file. */
export class HelperStages {
	readonly #dockerfile: Dockerfile;
	readonly #all: readonly AnalysedStage[];
	readonly #options: RewriteOptions;
	readonly #style: SourceStyle;
	#references: readonly Reference[] | undefined;

	constructor(dockerfile: Dockerfile, all: readonly AnalysedStage[], options: RewriteOptions, style: SourceStyle) {
		this.#dockerfile = dockerfile;
		this.#all = all;
		this.#options = options;
		this.#style = style;
	}

	/**
	 * Plans a helper for a stage, directly before it, so that the numbers of earlier stages do not change. A text says
	 * why it cannot be added. If a helper with the same content is planned already, returns that one.
	 */
	plan(way: ViaStage, { stage }: AnalysedStage, planned: readonly HelperStage[]): HelperStage | string {
		const content = way.content();
		const same = planned.find((helper) => helper.content.text === content.text);
		if (same !== undefined) return { name: same.name, content };
		const number = this.#findNumber(stage.index);
		if (number !== undefined)
			return `a stage added for it would change the number of the stage in ${number}: use its name there`;
		const name = this.#freeName(`${way.init}-binary`, planned);
		return { name, content, edit: this.#insert(name, content, stage.from.leadStart) };
	}

	/** What refers to a stage by its number, from this index on: `--target 2`, `from=2 in line 7`. */
	#findNumber(index: number): string | undefined {
		const { target = "", otherTargets = [] } = this.#options;
		const numbered = [target, ...otherTargets].find((each) => (stageNumber(each) ?? -1) >= index);
		if (numbered !== undefined) return `--target ${numbered}`;
		const found = this.#listReferences().find(({ text }) => (stageNumber(text) ?? -1) >= index);
		return found && `from=${found.text} in line ${found.line}`;
	}

	#listReferences(): readonly Reference[] {
		this.#references ??= flatMap(this.#all, ({ stage, triggers }) =>
			flatMap([...stage.instructions, ...triggers], (instruction) =>
				fromReferences(instruction).map((text) => ({ text, line: instruction.line })),
			),
		);
		return this.#references;
	}

	/** A name that no stage, image or named context has. */
	#freeName(wanted: string, planned: readonly HelperStage[]): string {
		const { contexts = {} } = this.#options;
		const names = [
			...flatMap(this.#dockerfile.stages, ({ name = "", base }) => [name, base]),
			...this.#listReferences().map(({ text }) => text),
			...Object.keys(contexts),
			...planned.map(({ name }) => name),
		];
		const taken = new Set(names.map((name) => name.toLowerCase()));
		let name = wanted;
		for (let count = 2; taken.has(name); count++) name = `${wanted}-${count}`;
		return name;
	}

	#insert(name: string, content: Fragment, leadStart: number): Edit {
		const { source } = this.#dockerfile;
		const style = this.#style;
		const offset = Math.max(leadStart, endOfTop(source));
		const from = `${casedKeyword("FROM", style)} scratch ${casedKeyword("AS", style)} ${name}`;
		const args = content.args.map((arg) => `${casedKeyword("ARG", style)} ${arg}`);
		const lines = fragmentLines(content, style);
		const digest = digestOf([from, ...args, ...lines]);
		const marker = formatMarker({
			above: 1 + args.length,
			startsStage: true,
			below: content.instructions,
			changes: [],
			digest,
		});
		return { start: offset, end: offset, text: linesAt(source, offset, [from, ...args, marker, ...lines, ""], style) };
	}
}

interface Reference {
	readonly text: string;
	readonly line: number;
}

/** The end of what must stay at the top of a file: `#!`, parser directives, and lines that look like them. */
const TOP = /^\uFEFF?(?:[\t\v\f\r ]*(?:#|\/\/)[\t\v\f\r ]*(?:!|\w+[\t\v\f\r ]*=)[^\n]*\n)*/;

function endOfTop(source: string): number {
	return TOP.exec(source)?.[0].length ?? 0;
}
