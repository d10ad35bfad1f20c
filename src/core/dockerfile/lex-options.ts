import type { ExpansionBudget } from "./expansion-budget.ts";

/** What a variable stands for; `undefined`: not set. */
export type Lookup = (name: string) => string | undefined;

/** How words are read. */
export interface LexOptions {
	/** The escape character in force. */
	readonly escape: string;
	/** Keep quotes and escape characters in the result. */
	readonly raw?: boolean;
	/** Take quotes for characters like any other. */
	readonly plainQuotes?: boolean;
	/** Leave a variable that is not set as it is written. */
	readonly keepUnset?: boolean;
	/** What stands for a variable that is not set and has no default; the empty string unless given. */
	readonly unset?: string;
	/** Whether a variable that is not set here may be set all the same, so that `${name:?}` is not an error. */
	readonly mayBeSet?: (name: string) => boolean;
	/** What this text may use up; one of its own unless given. */
	readonly budget?: ExpansionBudget;
}
