import type { AnalysedStage } from "./analyse.ts";
import { parentOf } from "./lineage.ts";

/**
 * Computes a value for each stage from the value of the stage that it is built on, once each: the time for a long chain
 * of stages is linear.
 */
export class ByLineage<Value> {
	readonly #all: readonly AnalysedStage[];
	readonly #make: (analysed: AnalysedStage, parent: Value | undefined) => Value;
	readonly #known = new Map<AnalysedStage, { readonly value: Value }>();

	constructor(all: readonly AnalysedStage[], make: (analysed: AnalysedStage, parent: Value | undefined) => Value) {
		this.#all = all;
		this.#make = make;
	}

	/** The value of a stage. */
	of(analysed: AnalysedStage): Value {
		const open: AnalysedStage[] = [];
		let known: { readonly value: Value } | undefined;
		for (let stage: AnalysedStage | undefined = analysed; stage !== undefined; stage = parentOf(this.#all, stage)) {
			known = this.#known.get(stage);
			if (known !== undefined) break;
			open.push(stage);
		}
		for (const stage of open.reverse()) {
			known = { value: this.#make(stage, known?.value) };
			this.#known.set(stage, known);
		}
		if (known === undefined) throw new Error("BUG: a stage has no lineage");
		return known.value;
	}
}
