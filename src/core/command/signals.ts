// Where an init forwards signals.
import type { InitInvocation } from "../inits/invocation.ts";

/** Whether an init forwards signals to more than its child: to the child's process group, or to all processes. */
export function signalsGroup({ program, options }: Pick<InitInvocation, "program" | "options">): boolean {
	const has = (name: string): boolean => options.some((option) => option.name === name);
	if (program === "dumb-init") return !has("-c");
	return program !== "pid1" && (has("-g") || signalsEverybody({ program, options }));
}

/** Whether an init forwards signals to every process (`pidone -a`). */
export function signalsEverybody({ program, options }: Pick<InitInvocation, "program" | "options">): boolean {
	return program === "pidone" && options.some(({ name }) => name === "-a");
}
