import type { AnalysedStage } from "../analysis/analyse.ts";
import type { Edit } from "../edit/edit.ts";
import type { HelperStage } from "./helper-stage.ts";
import type { Outcome } from "./outcome.ts";

/** What a rewrite makes of one stage, and what the stages built on it inherit. */
export interface PlannedStage {
	readonly outcome: Outcome;
	readonly edits: readonly Edit[];
	/** The stage from which it copies the init. */
	readonly helper: HelperStage | undefined;
	/** Whether it passes on a command of this file: its own, an inherited one, or one of its ONBUILDs. */
	readonly hasCommand: boolean;
	/** Whether its ENTRYPOINT, or the one that it passes on by ONBUILD, begins with an init. */
	readonly hasInit: boolean;
	/** Whether the CMD that it passes on begins with an init that the rewrite has put in the place of another. */
	readonly hasReplacedCmd: boolean;
	/** The path of the init that the rewrite has put into it. */
	readonly initPath: string | undefined;
}

/** What a stage inherits from the stages that it is built on: one, or several if platforms differ. */
export interface Inheritance {
	/** Whether they pass on a command of this file. */
	readonly hasCommand: boolean;
	/** The stage from which it inherits an ENTRYPOINT with an init; undefined if it sets its own. */
	readonly coveredBy: string | undefined;
	/** The stage from which it inherits a CMD whose init was replaced; undefined if it sets a command itself. */
	readonly cmdReplacedBy: string | undefined;
	/** The path of the init that the rewrite has put into all of them. */
	readonly initPath: string | undefined;
}

/** Reads what a stage inherits from those before it. */
export function inherit({ bases, entrypoint, cmd }: AnalysedStage, earlier: readonly PlannedStage[]): Inheritance {
	const parents = bases.map((base) => (base.kind === "stage" ? base.stage : undefined));
	const planned = parents.map((parent) => parent && earlier[parent.index]);
	const [first] = parents;
	const [parent] = planned;
	const parentName = first && (first.name ?? String(first.index));
	const isCovered = entrypoint === undefined && planned.every((each) => each?.hasInit);
	const isReplaced = (entrypoint ?? cmd) === undefined && planned.every((each) => each?.hasReplacedCmd);
	return {
		hasCommand: parent?.hasCommand === true,
		coveredBy: isCovered ? parentName : undefined,
		cmdReplacedBy: isReplaced ? parentName : undefined,
		initPath: planned.every((each) => each?.initPath === parent?.initPath) ? parent?.initPath : undefined,
	};
}
