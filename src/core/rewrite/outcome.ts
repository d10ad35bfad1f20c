/** Why a stage was rewritten, or was not. These codes are stable. */
export type OutcomeCode =
	| "rewritten"
	| "already-init"
	| "inherits-init"
	| "frontend-init"
	| "unknown-base"
	| "unknown-command"
	| "must-be-pid1"
	| "windows"
	| "no-command"
	| "inherited-command"
	| "cannot-install"
	| "cannot-replace"
	| "ignored"
	| "not-selected";

/** What the rewrite did with one stage, and why. */
export interface Outcome {
	/** Zero-based index of the stage. */
	readonly stage: number;
	/** The stage's name, when it has one. */
	readonly name?: string;
	readonly code: OutcomeCode;
	/** One sentence that states the facts. */
	readonly message: string;
	/** Offset of the instruction that decided it, in UTF-16 code units. */
	readonly start: number;
	/** Whether this changes the options of an init that an earlier rewrite has added. */
	readonly isUpdate?: boolean;
}

/** Whether a stage has no init, but could have one. */
export function needsAttention({ code }: Outcome): boolean {
	return code === "rewritten" || code === "unknown-base" || code === "cannot-install" || code === "cannot-replace";
}

/** Whether a stage should get an init, but cannot. */
export function isImpossible({ code }: Outcome): boolean {
	return code === "cannot-install" || code === "cannot-replace";
}
