// Who gets a signal that is sent to a container.
import type { InitInvocation } from "../inits/invocation.ts";
import type { CommandStep } from "./resolve.ts";

/** Whether an init sends signals to more than its child: to the child's process group, or to everybody. */
export function signalsGroup({ program, options }: Pick<InitInvocation, "program" | "options">): boolean {
	const has = (name: string): boolean => options.some((option) => option.name === name);
	if (program === "dumb-init") return !has("-c");
	return program !== "pid1" && (has("-g") || signalsEverybody({ program, options }));
}

/** Whether an init sends signals to every process (`pidone -a`). */
export function signalsEverybody({ program, options }: Pick<InitInvocation, "program" | "options">): boolean {
	return program === "pidone" && options.some(({ name }) => name === "-a");
}

/** Whether an init in front sends the signal to all that the steps start. */
export function reachesAll(steps: readonly CommandStep[]): boolean {
	return steps.some(({ invocation }) => invocation !== undefined && signalsGroup(invocation));
}
