import type { ShellState } from "./state.ts";
import type { ShellScope, ShellValue } from "./value.ts";
import type { WorkBudget } from "./work-budget.ts";

/** What is known about a script from outside. */
export interface TraceContext {
	/** `$0`. */
	readonly script: string;
	/** The script's name in messages. */
	readonly file: string;
	readonly args: readonly ShellValue[];
	/** Whether more arguments follow, which are unknown. */
	readonly isOpen: boolean;
	/** Whether bash runs it. */
	readonly isBash: boolean;
	/** The script's environment; undefined for a variable that nothing is known to set. */
	readonly lookup: (name: string) => ShellValue | undefined;
	/** The text of a sourced file; undefined if it is unknown. */
	readonly readSourced: (
		path: string,
		folder: string | undefined,
	) => { readonly text: string; readonly file: string } | undefined;
	readonly budget: WorkBudget;
}

/** The values of parameters in a state of a script. */
export function scopeIn({ script, lookup }: TraceContext, { args, isOpen, variables, jobs }: ShellState): ShellScope {
	return {
		script,
		args,
		isOpen,
		lastJob: jobs === 0 ? undefined : { text: "$!", isKnown: false, job: jobs },
		lookup: (name) => {
			const own = variables.get(name);
			if (own !== undefined) return own;
			const value = lookup(name);
			return value && [value];
		},
	};
}

/**
 * Whether what a script starts in a state gets a process group of its own. Without a terminal, only bash has job
 * control: dash 0.5.12 and the shell of busybox 1.35 turn it off again, as was measured.
 */
export function startsJobs({ isBash }: TraceContext, { controlsJobs }: ShellState): boolean {
	return isBash && controlsJobs;
}
