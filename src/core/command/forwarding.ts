import { baseName } from "../inits/invocation.ts";
import type { CommandStep } from "./command-chain.ts";
import type { Forwarding } from "./wrapper-words.ts";
import { readKnownWrapping } from "./wrappers.ts";

/**
 * Where a program that runs the rest of its words as a child forwards the stop signal; undefined if that is not known,
 * and for shells, scripts and inits.
 */
export function forwardingOf(step: CommandStep | undefined): Forwarding | undefined {
	if (step === undefined || !startsOthers(step)) return undefined;
	const forwarding = readKnownWrapping(step.argv)?.forwarding;
	return forwarding === "group" && step.argv.includes("--foreground") ? "child" : forwarding;
}

/** How many seconds after the stop signal a program kills its child; undefined if it does not. */
export function patienceOf(step: CommandStep): number | undefined {
	return startsOthers(step) ? readKnownWrapping(step.argv)?.patience : undefined;
}

/** Whether a program forwards the stop signal and ends before its child does. */
export function endsFirst(step: CommandStep | undefined): boolean {
	return step?.kind === "wrapper" && readKnownWrapping(step.argv)?.endsFirst === true;
}

/** `su app script` counts as a shell. */
function startsOthers({ kind }: CommandStep): boolean {
	return kind === "wrapper" || kind === "shell";
}

/** Whether a program that stays the parent runs its child in a process group of its own. */
export function startsOwnGroup(step: CommandStep | undefined): boolean {
	return step?.kind === "wrapper" && OWN_GROUP.has(baseName(step.argv[0] ?? ""));
}

const OWN_GROUP = new Set(["gdb", "script", "setsid", "unbuffer"]);
