import type { AnalysedStage } from "../analysis/analyse.ts";
import { readInitInvocation } from "../inits/invocation.ts";

/** Which stages have an init after the rewrite, and where: what is built on them has it from there. */
export class CoveredStages {
	/** Stages whose ENTRYPOINT begins with an init. */
	readonly #covered = new Set<number>();
	/** Stages whose ONBUILD ENTRYPOINT does. */
	readonly #coveredTriggers = new Set<number>();
	/** Paths of the init by the stages that have it. */
	readonly #paths = new Map<number, string>();

	/** Takes over what a stage has from those that it is built on. */
	inherit(analysed: AnalysedStage): void {
		const { stage, bases } = analysed;
		const paths = bases.map((base) => (base.kind === "stage" ? this.#paths.get(base.stage.index) : undefined));
		const [path] = paths;
		if (path !== undefined && paths.every((other) => other === path)) this.#paths.set(stage.index, path);
		if (analysed.entrypoint === undefined && this.coverFrom(analysed) !== undefined) this.#covered.add(stage.index);
	}

	cover({ stage }: AnalysedStage): void {
		this.#covered.add(stage.index);
	}

	coverTriggers({ stage }: AnalysedStage): void {
		this.#coveredTriggers.add(stage.index);
	}

	isCovered({ stage }: AnalysedStage): boolean {
		return this.#covered.has(stage.index);
	}

	/** The stage from which an ENTRYPOINT with an init is inherited; all of the bases have to have one. */
	coverFrom({ bases }: AnalysedStage): string | undefined {
		const parents = bases.map((base) => (base.kind === "stage" ? base.stage : undefined));
		const [first] = parents;
		const isCovered = parents.every(
			(parent) => parent && (this.#covered.has(parent.index) || this.#coveredTriggers.has(parent.index)),
		);
		if (first === undefined || !isCovered) return undefined;
		return first.name ?? String(first.index);
	}

	setPath({ stage }: AnalysedStage, path: string): void {
		this.#paths.set(stage.index, path);
	}

	/** The path of an init that a stage has from those that it is built on. */
	pathOf({ stage }: AnalysedStage, init: string): string | undefined {
		const path = this.#paths.get(stage.index);
		return path !== undefined && readInitInvocation([path])?.program === init ? path : undefined;
	}
}
