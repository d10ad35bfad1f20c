import { flatMap } from "../flat-map.ts";
import type { InitInvocation } from "../inits/invocation.ts";
import type { CommandChain, CommandStep } from "./command-chain.ts";
import { leavesGroup } from "./process-groups.ts";
import { signalsEverybody, signalsGroup } from "./signals.ts";

/**
 * How a process of a container gets a signal that is sent to the container: as PID 1; from an init that signals all
 * processes, or the process group of its child; from the init that is its parent; from its parent, if that forwards it;
 * from the trap of a script, which may send another one; or not at all, since a shell waits for it.
 */
export type Reception = "pid1" | "everybody" | "group" | "init" | "parent" | "trap" | "none";

/** A process, and how a signal reaches it. */
export interface Receiver {
	/** The programs that replace each other in it by exec; never empty. */
	readonly process: readonly CommandStep[];
	readonly reception: Reception;
}

/** The processes of a command, PID 1 first: each is the child of the one before. */
export function findReceivers(steps: readonly CommandStep[]): readonly Receiver[] {
	const receivers: Receiver[] = [];
	for (const process of splitProcesses(steps))
		receivers.push({ process, reception: receptionBelow(receivers, process[0]) });
	return receivers;
}

/** Whether an init that gets the signal forwards it to everything that the steps start. */
export function reachesAll(steps: readonly CommandStep[]): boolean {
	const receivers = findReceivers(steps);
	return surelySignalled(receivers).some(signalsEverybody) || reachesGroup(receivers);
}

/** Whether an init signals a process group to which the last of the processes, and its children, belong. */
function reachesGroup(receivers: readonly Receiver[]): boolean {
	const at = receivers.findLastIndex((receiver) => surelySignalled([receiver]).some(signalsGroup));
	const below = receivers.slice(at + 1);
	return at !== -1 && !below.some(({ process }, index) => process.some((step) => leavesGroup(step, index === 0)));
}

/**
 * Whether an init that signals only its child would signal a shell, with a text or a script of the Dockerfile, that
 * does not forward signals to what it starts.
 */
export function needsGroup(chains: readonly CommandChain[]): boolean {
	return chains.some(({ steps }) => {
		const [child = []] = splitProcesses(steps);
		const last = child.at(-1);
		const next = steps[child.length];
		if (last === undefined || next === undefined || canTrap(last, next)) return false;
		// Not every run reads the build context.
		return (last.kind === "shell" || last.kind === "script") && child.every(({ file }) => file?.origin !== "context");
	});
}

/** Steps that replace each other are one process. */
function splitProcesses(steps: readonly CommandStep[]): readonly (readonly CommandStep[])[] {
	const processes: CommandStep[][] = [];
	for (const step of steps) {
		const current = processes.at(-1);
		if (step.how === "exec" && current !== undefined) current.push(step);
		else processes.push([step]);
	}
	return processes;
}

/**
 * Whether a shell's trap can run while a child of the shell does: it waits until a child in the foreground ends, unless
 * it is one for EXIT.
 */
export function canTrap({ hasTrap, hasExitTrap }: CommandStep, child: CommandStep | undefined): boolean {
	return hasExitTrap || (hasTrap && child?.isForeground !== true);
}

function receptionBelow(above: readonly Receiver[], child: CommandStep | undefined): Reception {
	const parent = above.at(-1);
	if (parent === undefined) return "pid1";
	if (surelySignalled(above).some(signalsEverybody)) return "everybody";
	if (reachesGroup(above)) return "group";
	const { reception } = parent;
	// It is not known which signal a trap sends, and to which process.
	if (reception === "none" || reception === "trap") return reception;
	const step = parent.process.at(-1);
	if (step?.kind === "shell" || step?.kind === "script") return canTrap(step, child) ? "trap" : "none";
	return step?.invocation !== undefined && isSure(reception) ? "init" : "parent";
}

/** The inits that get the signal, whatever other programs do. */
function surelySignalled(receivers: readonly Receiver[]): readonly InitInvocation[] {
	return flatMap(
		receivers.filter(({ reception }) => isSure(reception)),
		({ process }) => process.at(-1)?.invocation ?? [],
	);
}

function isSure(reception: Reception): boolean {
	return reception !== "parent" && reception !== "trap" && reception !== "none";
}
