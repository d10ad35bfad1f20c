import { whyMustBePid1 } from "../command/must-be-pid1.ts";
import type { CommandChain, CommandStep } from "../command/resolve.ts";
import { signalsEverybody, signalsGroup } from "../command/signals.ts";
import { signalName, whyUnfit } from "../command/stop-signals.ts";

/** A process of a container, as far as the command tells. */
export interface ProcessNode {
	/** The argument vector as a shell would write it. */
	readonly command: string;
	/** What the process becomes by exec, and where; in order. */
	readonly becomes: readonly string[];
	readonly isPid1: boolean;
	/** What becomes of it when the container is stopped. */
	readonly onStop: string;
	/** Who waits for orphans; on PID 1 only. */
	readonly reaping?: string;
	/** Why it is not known what it runs. */
	readonly unknown?: string;
	readonly children: readonly ProcessNode[];
}

/** The processes of a command that a container starts. */
export function processTree({ steps, unknown }: CommandChain, stopSignal = "SIGTERM"): ProcessNode {
	const processes = splitProcesses(steps);
	const nodes = processes.map((process, index) =>
		makeNode(process, processes.slice(0, index), {
			stopSignal,
			unknown: index === processes.length - 1 ? unknown : undefined,
		}),
	);
	return nodes.reduceRight((child, parent) => ({ ...parent, children: [child] }));
}

/** Steps that take the place of each other are one process. */
function splitProcesses(steps: readonly CommandStep[]): readonly (readonly CommandStep[])[] {
	const processes: CommandStep[][] = [];
	for (const step of steps) {
		const current = processes.at(-1);
		if (step.how === "exec" && current !== undefined) current.push(step);
		else processes.push([step]);
	}
	return processes;
}

interface Stop {
	readonly stopSignal: string;
	readonly unknown: string | undefined;
}

function makeNode(
	process: readonly CommandStep[],
	before: readonly (readonly CommandStep[])[],
	{ stopSignal, unknown }: Stop,
): ProcessNode {
	const [first] = process;
	const last = process.at(-1);
	if (first === undefined || last === undefined) throw new Error("BUG: a process without a program");
	const isPid1 = before.length === 0;
	const inner = last.invocation === undefined ? last.argv : last.argv.slice(0, last.invocation.length);
	return {
		command: quoteWords(first === last ? inner : first.argv),
		becomes: process
			.slice(1)
			.filter(hasOwnWords)
			.map((step) => (step === last ? describeStep(step, inner) : describeStep(step, step.argv))),
		isPid1,
		onStop: isPid1 ? onStopOfPid1(last, stopSignal) : onStopOfChild(last, before, stopSignal),
		...(isPid1 ? { reaping: reapingOf(last) } : {}),
		...(unknown === undefined ? {} : { unknown }),
		children: [],
	};
}

/** A script that its shell reads says no more than the shell's words. */
function hasOwnWords({ kind, place }: CommandStep): boolean {
	return kind !== "script" || place !== undefined;
}

function describeStep({ place }: CommandStep, argv: readonly string[]): string {
	return quoteWords(argv) + (place === undefined ? "" : ` (${place})`);
}

function onStopOfPid1({ invocation, argv }: CommandStep, signal: string): string {
	if (invocation !== undefined) return `gets ${signal} and forwards it`;
	if (whyMustBePid1(argv) !== undefined) return `gets ${signal}, and stops what it supervises in its own way`;
	const unfit = whyUnfit(signalName(signal), argv[0] ?? "", argv.slice(1));
	return unfit === undefined
		? `gets ${signal}, which the kernel drops unless the program handles it: PID 1 has no default action`
		: `gets ${signal}; ${unfit}`;
}

function reapingOf({ invocation, argv }: CommandStep): string {
	const isInit = invocation !== undefined || whyMustBePid1(argv) !== undefined;
	return isInit ? "reaps every orphan" : "reaps no orphans unless it was written to: they stay as zombies";
}

function onStopOfChild(step: CommandStep, before: readonly (readonly CommandStep[])[], signal: string): string {
	const need = whyMustBePid1(step.argv);
	if (need !== undefined) return `is not PID 1, but must be: ${need}`;
	const received = whatReaches(before, signal);
	const unfit = received.startsWith("gets")
		? whyUnfit(signalName(signal), step.argv[0] ?? "", step.argv.slice(1))
		: undefined;
	return unfit === undefined ? received : `${received}; ${unfit}`;
}

/** What comes to a child through the processes above it. */
function whatReaches(before: readonly (readonly CommandStep[])[], signal: string): string {
	const above = before.map((process) => process.at(-1));
	const inits = above.flatMap((step) => step?.invocation ?? []);
	if (inits.some(signalsEverybody)) return `gets ${signal}, like every process`;
	if (inits.some(signalsGroup)) return `gets ${signal}, like its whole process group`;
	const shells = above.filter((step) => step?.kind === "shell" || step?.kind === "script");
	if (shells.some((step) => step?.hasTrap)) return `gets what its script's trap sends on ${signal}`;
	if (shells.length === 0)
		return inits.length > 0 ? `gets ${signal} from the init` : `gets ${signal} if its parent forwards it`;
	return inits.length > 0
		? `gets nothing: its shell does not forward ${signal}`
		: `never gets ${signal}; killed with the container after 10 s`;
}

function quoteWords(argv: readonly string[]): string {
	return argv.map((word) => (/^[\w@%+=:,./…-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(" ");
}
