import { flatMap } from "../flat-map.ts";
import type { InitInvocation } from "../inits/invocation.ts";
import type { CommandChain, CommandStep } from "./command-chain.ts";
import { endsFirst, forwardingOf, startsOwnGroup } from "./forwarding.ts";
import { leavesInGroup } from "./launchers.ts";
import { leadsGroup, leavesGroup } from "./process-groups.ts";
import { signalsEverybody, signalsGroup } from "./signals.ts";

/**
 * How a process of a container gets a signal that is sent to the container: as PID 1; from an init that signals all
 * processes, or from a program that signals a process group; from the init that is its parent; from another
 * parent, which is known to forward it, or may; from the trap of a script, which may send another one; or not at all,
 * since a program above it does not forward it.
 */
export type Reception = "pid1" | "everybody" | "group" | "init" | "forwarder" | "parent" | "trap" | "none";

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
		receivers.push({ process, reception: receptionBelow(receivers, process) });
	return receivers;
}

/** Whether an init that gets the signal forwards it to everything that the steps start. */
export function reachesAll(steps: readonly CommandStep[]): boolean {
	const receivers = findReceivers(steps);
	return surelySignalled(receivers).some(signalsEverybody) || reachesGroup(receivers);
}

/**
 * Whether the last of the processes, and its children, belong to a process group that an init or another program
 * signals.
 */
function reachesGroup(receivers: readonly Receiver[]): boolean {
	return isInSignalledGroup(
		receivers,
		receivers.map(({ process }) => process),
	);
}

/**
 * Whether a group that one of some receivers signals has the last of some processes.
 * @param processes those of the receivers, and perhaps one more
 */
function isInSignalledGroup(receivers: readonly Receiver[], processes: readonly Process[]): boolean {
	return receivers.some((receiver, at) => {
		if (!isSure(receiver.reception)) return false;
		const step = receiver.process.at(-1);
		// An init signals the group of its child, another program its own.
		const first = step?.invocation === undefined ? at : at + 1;
		const signals = step?.invocation ? signalsGroup(step.invocation) : forwardingOf(step) === "group";
		return signals && first < processes.length && !hasLeft(processes, first);
	});
}

/** Whether the last of some processes is in another process group than the one at an index. */
function hasLeft(processes: readonly Process[], first: number): boolean {
	return processes.some((process, index) => {
		if (index <= first) return false;
		const parent = processes[index - 1]?.at(-1);
		const isLeader = process[0]?.isJob === true || leadsGroup(parent);
		return isLeader || startsOwnGroup(parent) || process.some((step) => leavesGroup(step, isLeader));
	});
}

/**
 * Whether an init that signals only its child would signal a program that does not forward signals to what it starts: a
 * shell, with a text or a script of the Dockerfile, or a program that is known for it.
 */
export function needsGroup(chains: readonly CommandChain[]): boolean {
	return chains.some(({ steps }) => {
		const processes = splitProcesses(steps);
		const at = processes.findIndex((_, index) => !forwardsIn(processes, index));
		const process = processes[at] ?? [];
		const last = process.at(-1);
		// Not every run reads the build context.
		const isRead = processes.slice(0, at + 1).every((each) => each.every(({ file }) => file?.origin !== "context"));
		return isRead && last !== undefined && withholds(last, processes[at + 1]?.[0]);
	});
}

/** Whether a process forwards signals to its child, in its own process group. */
function forwardsIn(processes: readonly Process[], index: number): boolean {
	const last = processes[index]?.at(-1);
	const forwarding = forwardingOf(last);
	const isForwarder = (forwarding === "child" || forwarding === "group") && !endsFirst(last);
	return isForwarder && !startsOwnGroup(last) && index < processes.length - 1;
}

/** Whether a program does not forward signals to what it starts in its own process group, or does not wait for it. */
function withholds(step: CommandStep, child: CommandStep | undefined): boolean {
	if (child === undefined) return step.kind === "program" && leavesInGroup(step.argv);
	const forwarding = forwardingOf(step);
	if (forwarding !== undefined) return (forwarding === "none" || endsFirst(step)) && !startsOwnGroup(step);
	return (step.kind === "shell" || step.kind === "script") && !canTrap(step, child) && !child.isJob;
}

type Process = readonly CommandStep[];

/** Steps that replace each other are one process. */
function splitProcesses(steps: readonly CommandStep[]): readonly Process[] {
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

function receptionBelow(above: readonly Receiver[], child: Process): Reception {
	const parent = above.at(-1);
	if (parent === undefined) return "pid1";
	if (surelySignalled(above).some(signalsEverybody)) return "everybody";
	if (isInSignalledGroup(above, [...above.map(({ process }) => process), child])) return "group";
	const { reception } = parent;
	// It is not known which signal a trap sends, and to which process.
	if (reception === "none" || reception === "trap") return reception;
	const step = parent.process.at(-1);
	const forwarding = forwardingOf(step);
	if (forwarding === "none") return "none";
	if (forwarding !== undefined) return isSure(reception) ? "forwarder" : "parent";
	if (step?.kind === "shell" || step?.kind === "script") return canTrap(step, child[0]) ? "trap" : "none";
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
