import { baseName } from "../inits/invocation.ts";
import type { CommandStep } from "./command-chain.ts";

/**
 * Whether what a wrapper runs is in another process group than the wrapper's parent (setsid(1), timeout(1)), so that a
 * signal for the parent's group does not reach it.
 * @param isLeader whether the wrapper's process leads its group, as the child of an init does
 */
export function leavesGroup({ kind, argv }: CommandStep, isLeader: boolean): boolean {
	if (kind !== "wrapper") return false;
	switch (baseName(argv[0] ?? "")) {
		case "setsid":
			return true;
		case "timeout":
			return !isLeader && !argv.includes("--foreground");
		default:
			return false;
	}
}
