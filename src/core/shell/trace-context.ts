import type { ShellValue } from "./value.ts";
import type { WorkBudget } from "./work-budget.ts";

/** Where a script is followed. */
export interface TraceContext {
	/** `$0`. */
	readonly script: string;
	/** What messages call the script. */
	readonly file: string;
	readonly args: readonly ShellValue[];
	/** Whether more arguments follow that are not known. */
	readonly isOpen: boolean;
	/** The script's environment; undefined for a variable that nothing is known to set. */
	readonly lookup: (name: string) => ShellValue | undefined;
	/** The text of a script that is sourced; undefined if it is not known. */
	readonly readSourced: (
		path: string,
		folder: string | undefined,
	) => { readonly text: string; readonly file: string } | undefined;
	readonly budget: WorkBudget;
}
