import type { ExpansionBudget } from "./expansion-budget.ts";

/** The value of a variable; `undefined`: not set. */
export type Lookup = (name: string) => string | undefined;

/** How words are read. */
export interface LexOptions {
	/** The escape character in force. */
	readonly escape: string;
	/** Keep quotes and escape characters in the result. */
	readonly raw?: boolean;
	/** Treat quotes as ordinary characters. */
	readonly plainQuotes?: boolean;
	/** Keep an unset variable as it is written. */
	readonly keepUnset?: boolean;
	/** The value for an unset variable without a default; the empty string unless given. */
	readonly unset?: string;
	/** Whether a variable may be set although no value is known, so that `${name:?}` is not an error. */
	readonly mayBeSet?: (name: string) => boolean;
	/** The budget that this text draws on; a new one unless given. */
	readonly budget?: ExpansionBudget;
}
