import type { ImageConfig } from "../analysis/image-config.ts";
import type { CommandChain, CommandStep } from "../command/command-chain.ts";
import { staysParent } from "../command/distro-shell.ts";
import { canEndInExec } from "../command/exec-use.ts";
import { endsFirst, forwardingOf, patienceOf } from "../command/forwarding.ts";
import { leavesBehind, leavesInGroup } from "../command/launchers.ts";
import { whyMustBePid1 } from "../command/must-be-pid1.ts";
import { findReceivers, type Receiver, type Reception } from "../command/reception.ts";
import { readShell } from "../command/shell-words.ts";
import { signalName, whyUnfit } from "../command/stop-signals.ts";
import { baseName } from "../inits/invocation.ts";
import { findStartFault, type StartFault } from "./start-fault.ts";

/** A process of a container, as far as the command shows. */
export interface ProcessNode {
	/** The argument vector as a shell would write it. */
	readonly command: string;
	/** The programs that the process becomes by exec, in order, and where. */
	readonly becomes: readonly string[];
	readonly isPid1: boolean;
	/** What happens to it when the container is stopped. */
	readonly onStop: string;
	/** Who reaps orphans; only on PID 1. */
	readonly reaping?: string;
	/** Why it is unknown what it runs. */
	readonly unknown?: string;
	readonly children: readonly ProcessNode[];
}

const REAPS_ALL = "reaps every orphan";

/** Whether a process acts as an init: PID 1 that reaps, and stops what runs below it. */
export function isInit({ reaping }: ProcessNode): boolean {
	return reaping === REAPS_ALL;
}

/** The image that a command runs in, as far as it decides what becomes of the processes. */
export type TreeImage = Partial<Pick<ImageConfig, "stopSignal" | "distro">>;

/** The processes of a command that a container starts. */
export function processTree({ steps, unknown }: CommandChain, image: TreeImage = {}): ProcessNode {
	const receivers = findReceivers(steps);
	const isBelowInit = receivers[0]?.process.at(-1)?.invocation !== undefined;
	const withholder = receivers[receivers.findIndex(({ reception }) => reception === "none") - 1]?.process.at(-1);
	const faults = receivers.map((_, index) => faultOf(receivers, index));
	const nodes = receivers.map((receiver, index) =>
		makeNode(receiver, {
			stopSignal: image.stopSignal ?? "SIGTERM",
			isBelowInit,
			parent: receivers[index - 1]?.process.at(-1),
			withholder,
			fault: faults[index]?.parent ?? faults[index - 1]?.child,
			mayReplaceParent: mayReplaceItself(steps, receivers[index - 1]?.process.at(-1), image),
			unknown: index === receivers.length - 1 ? unknown : undefined,
		}),
	);
	return nodes.reduceRight((child, parent) => ({ ...parent, children: [child] }));
}

/** Why the last program of a process does not run the next process. */
function faultOf(receivers: readonly Receiver[], index: number): StartFault | undefined {
	const step = receivers[index]?.process.at(-1);
	const isPid1 = index === 0;
	const isMain = isPid1 || receivers[index - 1]?.process.at(-1)?.invocation !== undefined;
	return step === undefined || index === receivers.length - 1 ? undefined : findStartFault(step, isPid1, isMain);
}

interface Stop {
	readonly stopSignal: string;
	/** Whether PID 1 is an init. */
	readonly isBelowInit: boolean;
	/** The last program of the parent process. */
	readonly parent: CommandStep | undefined;
	/** The first program that does not forward the signal. */
	readonly withholder: CommandStep | undefined;
	/** Why it does not run as it should, so that it does not matter what it gets. */
	readonly fault: string | undefined;
	/** Whether the process may take the place of the shell that starts it. */
	readonly mayReplaceParent: boolean;
	readonly unknown: string | undefined;
}

function makeNode({ process, reception }: Receiver, stop: Stop): ProcessNode {
	const { stopSignal, unknown, fault } = stop;
	const [first] = process;
	const last = process.at(-1);
	if (first === undefined || last === undefined) throw new Error("BUG: a process without a program");
	const isPid1 = reception === "pid1";
	const inner = last.invocation === undefined ? last.argv : last.argv.slice(0, last.invocation.length);
	return {
		command: quoteWords(first === last ? inner : first.argv, first.unknownWords),
		becomes: process
			.slice(1)
			.filter(hasOwnWords)
			.map((step) => (step === last ? describeStep(step, inner) : describeStep(step, step.argv))),
		isPid1,
		onStop: fault ?? (isPid1 ? onStopOfPid1(last, stopSignal) : onStopOfChild(last, reception, stop)),
		...(isPid1 ? { reaping: reapingOf(last) } : {}),
		...(unknown === undefined ? {} : { unknown }),
		children: [],
	};
}

/** A script that its shell reads adds nothing to the shell's words. */
function hasOwnWords({ kind, place }: CommandStep): boolean {
	return kind !== "script" || place !== undefined;
}

function describeStep({ place, unknownWords }: CommandStep, argv: readonly string[]): string {
	return quoteWords(argv, unknownWords) + (place === undefined ? "" : ` (${place})`);
}

function onStopOfPid1(step: CommandStep, signal: string): string {
	const { invocation, argv } = step;
	const forwarding = forwardingOf(step) ?? "none";
	if (invocation !== undefined || forwarding !== "none") return `gets ${signal} and forwards it`;
	if (whyMustBePid1(argv) !== undefined) return `gets ${signal}, and stops what it supervises in its own way`;
	const unfit = whyUnfit(signalName(signal), argv[0] ?? "", argv.slice(1));
	return unfit === undefined
		? `gets ${signal}, which the kernel drops unless the program handles it: PID 1 has no default action`
		: `gets ${signal}; ${unfit}`;
}

function reapingOf({ invocation, argv }: CommandStep): string {
	const isReaper = invocation !== undefined || whyMustBePid1(argv) !== undefined;
	return isReaper ? REAPS_ALL : "reaps no orphans unless it was written to: they stay as zombies";
}

function onStopOfChild({ argv }: CommandStep, reception: Reception, stop: Stop): string {
	const need = whyMustBePid1(argv);
	if (need !== undefined) return `is not PID 1, but must be: ${need}`;
	const received = describeReception(reception, stop);
	const unfit = received.startsWith("gets") ? whyUnfinished(argv, reception, stop) : undefined;
	return unfit === undefined ? received : `${received}; ${unfit}`;
}

/** Why a program that gets the signal, or what it starts, does not finish its work; undefined if it may. */
function whyUnfinished(argv: readonly string[], reception: Reception, { stopSignal }: Stop): string | undefined {
	const [program = "", ...words] = argv;
	const isAlone = reception === "init" || reception === "forwarder";
	return leavesBehind(argv) && (isAlone || !leavesInGroup(argv))
		? `${baseName(program)} does not forward it to the program that it starts`
		: whyUnfit(signalName(stopSignal), program, words);
}

/** Some shells replace themselves by the last command of a text, also without exec. */
function mayReplaceItself(
	steps: readonly CommandStep[],
	step: CommandStep | undefined,
	{ distro }: TreeImage,
): boolean {
	if (step?.kind !== "shell") return false;
	const operand = readShell(step.argv);
	const text = operand?.kind === "text" ? step.argv[operand.at] : undefined;
	const starter = steps[steps.indexOf(step) - 1];
	return text !== undefined && !staysParent(step.argv[0] ?? "", distro, starter) && canEndInExec(text);
}

function describeReception(reception: Reception, stop: Stop): string {
	const { stopSignal: signal, isBelowInit, parent, withholder, mayReplaceParent } = stop;
	const unless = mayReplaceParent ? ", unless its shell replaces itself with it, as only some shells do" : "";
	switch (reception) {
		case "pid1":
			return `gets ${signal}`;
		case "everybody":
			return `gets ${signal}, like every process`;
		case "group":
			return `gets ${signal}, like its whole process group`;
		case "init":
			return `gets ${signal} from the init`;
		case "forwarder":
			return `gets ${signal} from ${describeParent(parent)}${describePatience(parent)}`;
		case "parent":
			return `gets ${signal} if its parent forwards it`;
		case "trap":
			return `gets what its script's trap sends on ${signal}`;
		case "none":
			return isBelowInit
				? `gets nothing: ${describeParent(withholder)} does not forward ${signal}${unless}`
				: `never gets ${signal}${unless}; killed with the container after 10 s`;
	}
}

function describeParent(step: CommandStep | undefined): string {
	return step === undefined || forwardingOf(step) === undefined ? "its shell" : baseName(step.argv[0] ?? "");
}

function describePatience(parent: CommandStep | undefined): string {
	if (endsFirst(parent)) return ", which does not wait for it";
	const patience = parent && patienceOf(parent);
	return patience === undefined ? "" : `, which kills it ${patience} s later`;
}

/** Quotes words as for a shell; unknown ones keep their variables. */
function quoteWords(argv: readonly string[], unknown: readonly number[]): string {
	return argv.map((word, index) => (unknown.includes(index) ? quoteVariables(word) : quoteWord(word))).join(" ");
}

function quoteWord(word: string): string {
	return /^[\w@%+=:,./…-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

function quoteVariables(word: string): string {
	return /[\s"';&|<>]/.test(word) ? `"${word.replaceAll('"', '\\"')}"` : word;
}
