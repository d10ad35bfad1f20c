import { baseName } from "../inits/invocation.ts";
import type { CommandStep } from "./command-chain.ts";
import { signalsGroup } from "./signals.ts";

/**
 * Whether a process leads its process group: PID 1 does, because container engines start a session for it, and so does
 * the child of an init, but not that of dumb-init -c.
 * @param parent the last program of its parent; undefined for PID 1
 */
export function leadsGroup(parent: CommandStep | undefined): boolean {
	if (parent === undefined) return true;
	const { invocation } = parent;
	return invocation !== undefined && (invocation.program !== "dumb-init" || signalsGroup(invocation));
}

/** As `leadsGroup`, for the process that runs the last of some steps. */
export function lastLeadsGroup(steps: readonly CommandStep[]): boolean {
	const at = steps.findLastIndex(({ how }) => how === "child");
	return steps[at]?.isJob === true || leadsGroup(steps[at - 1]);
}

/**
 * Whether a wrapper's process leaves its process group, so that a signal for the group does not reach it. A leader
 * keeps its group, since it has the same number.
 * @param isLeader whether the process leads its group
 */
export function leavesGroup({ kind, argv }: CommandStep, isLeader: boolean): boolean {
	if (kind !== "wrapper" || isLeader) return false;
	switch (baseName(argv[0] ?? "")) {
		case "chpst":
			return argv.includes("-P");
		case "timeout":
			return !argv.includes("--foreground");
		case "pgrphack":
		case "s6-setsid":
		case "setsid":
			return true;
		default:
			return false;
	}
}
