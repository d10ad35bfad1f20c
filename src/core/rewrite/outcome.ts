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

/** What became of one stage. */
export interface Outcome {
	/** Zero-based index of the stage. */
	readonly stage: number;
	/** The stage's name, when it has one. */
	readonly name?: string;
	readonly code: OutcomeCode;
	/** One sentence that gives the facts. */
	readonly message: string;
	/** Offset of the instruction that decided it, in UTF-16 code units. */
	readonly start: number;
	/** Whether there is an init, which an earlier rewrite has put in, and other options are given now. */
	readonly isUpdate?: boolean;
}

/** Outcomes that leave a stage without an init that could have one. */
export function needsAttention({ code }: Outcome): boolean {
	return code === "rewritten" || code === "unknown-base" || code === "cannot-install" || code === "cannot-replace";
}

/** Outcomes of a stage that is to have an init and cannot. */
export function isImpossible({ code }: Outcome): boolean {
	return code === "cannot-install" || code === "cannot-replace";
}
