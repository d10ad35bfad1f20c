import { type AnalysedStage, shellAt } from "../analysis/analyse.ts";
import { commandForm, entrypointWords } from "../analysis/command.ts";
import type { CommandChain, CommandStep } from "../command/command-chain.ts";
import { isOrdinaryProgram } from "../command/ordinary-programs.ts";
import { needsGroup } from "../command/reception.ts";
import { findPid1Init, findPid1Need, type StageCommand } from "../command/stage-command.ts";
import type { ExecForm } from "../dockerfile/exec-form.ts";
import type { InitFlag } from "../dockerfile/init-flag.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import { isPosixShell } from "../dockerfile/posix-shell.ts";
import { DEFAULT_INIT } from "../inits/init.ts";
import { type InitInvocation, readInitInvocation } from "../inits/invocation.ts";
import { canExec } from "./command-edits.ts";
import { describeMissingOptions } from "./missing-init-options.ts";
import type { RewriteOptions } from "./options.ts";
import type { OutcomeCode } from "./outcome.ts";
import {
	describeUnknownCmd,
	describeUnknownEntrypoint,
	describeUnknownShell,
	nameInheritedOption,
} from "./unknown-base.ts";
import { whyWindows } from "./windows.ts";

/** What to edit so that a stage's command goes through an init. */
export type CommandPlan =
	| { readonly kind: "wrap-exec"; readonly instruction: Instruction; readonly group: boolean }
	| {
			readonly kind: "wrap-shell";
			readonly instruction: Instruction;
			readonly shell: readonly string[];
			/** Whether its text gets the prefix `exec `; otherwise, signals go to its process group. */
			readonly exec: boolean;
	  }
	| {
			readonly kind: "insert";
			readonly above: Instruction;
			readonly entrypoint: readonly string[];
			readonly group: boolean;
			/** Whether the text of the shell form below gets the prefix `exec `. */
			readonly exec: boolean;
	  }
	| {
			readonly kind: "append";
			readonly entrypoint: readonly string[];
			readonly cmd: readonly string[];
			readonly group: boolean;
	  }
	| { readonly kind: "replace"; readonly instruction: Instruction }
	| {
			readonly kind: "fill";
			readonly flag: InitFlag;
			readonly entrypoint: readonly string[];
			readonly cmd: readonly string[];
			readonly group: boolean;
	  };

/** A decision to rewrite a command. */
interface RewrittenDecision {
	readonly code: "rewritten";
	readonly plan: CommandPlan;
}

/** A decision to keep a command, with the reason. */
export interface KeptDecision {
	readonly code: Exclude<OutcomeCode, "rewritten">;
	readonly message: string;
}

export type Decision = RewrittenDecision | KeptDecision;

/** A decision depends on what the rewrite makes of the stages that the stage is built on. */
export interface DecisionInput extends StageCommand {
	readonly options: RewriteOptions;
	/** The escape character of the file. */
	readonly escape: string;
	/** The name of the stage from which it inherits an ENTRYPOINT that begins with an init after the rewrite. */
	readonly coveredBy: string | undefined;
	/** The name of the stage from which it inherits a CMD whose init the rewrite replaces. */
	readonly cmdReplacedBy: string | undefined;
	/** Whether a stage that it is built on sets a command, which could not be edited there. */
	readonly inheritsOwnCommand: boolean;
}

/** Decides what to edit in a stage, case by case. */
export function decide(analysed: AnalysedStage, input: DecisionInput): Decision {
	const { end, entrypoint, cmd } = analysed;
	const windows = whyWindows(analysed, input.escape);
	if (windows !== undefined) return { code: "windows", message: windows };
	if (end.mustBePid1 !== undefined) return { code: "must-be-pid1", message: end.mustBePid1 };
	const existing = decideExisting(analysed, input);
	if (existing !== undefined) return existing;
	if (entrypoint !== undefined) return decideEntrypoint(entrypoint, analysed, input);
	if (input.coveredBy !== undefined) return inheritsInit(input.coveredBy);
	if (end.entrypoint === undefined)
		return { code: "unknown-base", message: describeUnknownEntrypoint(analysed, input) };
	if (cmd !== undefined) return decideCmd(cmd, end.entrypoint, analysed, input);
	return decideInherited(end.entrypoint, end.cmd, analysed, input);
}

/** The outcome of a stage whose ENTRYPOINT comes, with an init, from another stage. */
export function inheritsInit(stage: string): KeptDecision {
	return { code: "inherits-init", message: `inherits the init of the stage ${stage}` };
}

/** Decides about a command that starts an init, or a program that must be PID 1. */
function decideExisting(
	{ end, entrypoint: own, cmd, bases }: AnalysedStage,
	{ options, coveredBy, cmdReplacedBy, chains, systemPossible }: DecisionInput,
): Decision | undefined {
	const pid1 = findPid1Need(chains);
	if (pid1 !== undefined) return { code: "must-be-pid1", message: pid1.message };
	if (systemPossible !== undefined) return { code: "unknown-command", message: systemPossible };
	if (own === undefined && coveredBy !== undefined) return undefined;
	const invocation = readInitInvocation(end.entrypoint ?? []) ?? readInitOfCmd(end.cmd ?? [], chains);
	if (invocation === undefined) return decideInner(chains, options);
	if (isScript(invocation, chains))
		return (
			decideInner(chains, options) ?? {
				code: "unknown-command",
				message: `${invocation.path} is a script here, and not the init of that name: give it another name`,
			}
		);
	if (!options.replace || invocation.program === (options.init ?? DEFAULT_INIT))
		return { code: "already-init", message: describeExisting(invocation, options) };
	if (cmdReplacedBy !== undefined) return inheritsInit(cmdReplacedBy);
	const instruction = [own, cmd].find((each) => isOtherInit(each, options));
	if (instruction === undefined)
		return {
			code: "cannot-replace",
			message: `${invocation.path} comes from ${describeOrigin(bases)}`,
		};
	return { code: "rewritten", plan: { kind: "replace", instruction } };
}

function describeExisting(invocation: InitInvocation, options: RewriteOptions): string {
	const missing = describeMissingOptions(invocation, options);
	return `${invocation.path} runs as PID 1${missing === undefined ? "" : `, ${missing}`}`;
}

/** Where an init is set that a stage inherits, and how to replace it. */
function describeOrigin([base]: AnalysedStage["bases"]): string {
	return base?.kind === "stage"
		? `the stage ${base.stage.name ?? base.stage.index}, where it was not replaced`
		: "the base image: replace it in that image";
}

/**
 * The init at the head of a CMD; undefined if it is only an argument, because what the ENTRYPOINT starts is known not
 * to run its arguments.
 */
function readInitOfCmd(cmd: readonly string[], chains: readonly CommandChain[]): InitInvocation | undefined {
	const isArgument = chains.every(({ steps, unknown }) => {
		if (unknown !== undefined || steps.some(({ kind }) => kind === "init")) return false;
		// A shell's text or a script that runs its arguments would have been followed to the init.
		const isInText = steps.slice(0, -1).some(({ kind }) => kind === "shell" || kind === "script");
		return isInText || isOrdinaryProgram(steps.at(-1)?.argv[0] ?? "");
	});
	return isArgument ? undefined : readInitInvocation(cmd);
}

/** Whether the Dockerfile has a script where the name of an init stands. */
function isScript({ path }: InitInvocation, chains: readonly CommandChain[]): boolean {
	return chains.some(({ steps }) => steps.some(({ kind, argv }) => kind !== "init" && argv[0] === path));
}

/** Whether an instruction begins with an init other than the requested one. */
export function isOtherInit(instruction: Instruction | undefined, { init = DEFAULT_INIT }: RewriteOptions): boolean {
	const invocation = instruction && readInitInvocation(execArgv(instruction));
	return invocation !== undefined && invocation.program !== init;
}

/** Decides about an init that a shell's text or a script starts, or that has another name. */
function decideInner(
	chains: readonly CommandChain[],
	{ replace, init = DEFAULT_INIT }: RewriteOptions,
): Decision | undefined {
	const found = findPid1Init(chains);
	if (found?.invocation === undefined) return undefined;
	const { message, advice } = describeInner(chains, found, found.invocation);
	return replace && found.invocation.program !== init
		? { code: "cannot-replace", message: `${message}: ${advice}` }
		: { code: "already-init", message };
}

/** What starts an init that is not the first word of its command, and what to do so that it can be replaced. */
function describeInner(
	chains: readonly CommandChain[],
	init: CommandStep,
	{ path, program }: InitInvocation,
): { readonly message: string; readonly advice: string } {
	const there = "change it there";
	if (init.place !== undefined) return { message: `its script, at ${init.place}, starts ${path}`, advice: there };
	const steps = chains.find((chain) => chain.steps.includes(init))?.steps ?? [];
	const before = steps.slice(0, steps.indexOf(init));
	const starter = before.some(({ kind }) => kind === "shell") ? "its shell command" : before[0]?.argv[0];
	if (starter !== undefined)
		return {
			message: `${starter} starts ${path}`,
			advice: `write it in exec form, ENTRYPOINT ["${path}", …, "--", …], and --replace can change it`,
		};
	if (readInitInvocation(init.argv) !== undefined)
		return { message: `the first line of its script starts ${path}`, advice: there };
	return {
		message: `${path} runs as PID 1 and is ${program} by another name`,
		advice: `call it ${program}, and --replace can change it`,
	};
}

function execArgv(instruction: Instruction): readonly string[] {
	const form = commandForm(instruction);
	return form === "shell" ? [] : form.argv;
}

function decideEntrypoint(
	entrypoint: Instruction,
	analysed: AnalysedStage,
	{ options, chains }: DecisionInput,
): Decision {
	const shell = options.commandShell ?? shellAt(analysed, entrypoint);
	if (shell === undefined && commandForm(entrypoint) === "shell")
		return { code: "unknown-base", message: describeUnknownShell(analysed, options) };
	const exec = getsExec(entrypoint, shell, options);
	return { code: "rewritten", plan: planWrap(entrypoint, analysed.cmd, { shell, exec, chains }) };
}

/** Plans an init in front of an ENTRYPOINT; `shell` is in force there, and known if it is in shell form. */
export function planWrap(
	instruction: Instruction,
	cmd: Instruction | undefined,
	{
		shell = [],
		exec,
		chains,
	}: {
		readonly shell: readonly string[] | undefined;
		readonly exec: boolean;
		readonly chains: readonly CommandChain[];
	},
): CommandPlan {
	const form = commandForm(instruction);
	return form === "shell"
		? { kind: "wrap-shell", instruction, shell, exec }
		: { kind: "wrap-exec", instruction, group: leavesShell(form, cmd) || needsGroup(chains) };
}

/** Whether an ENTRYPOINT in exec form is empty, so that the shell of a CMD is the main child. */
function leavesShell({ argv }: ExecForm, cmd: Instruction | undefined): boolean {
	return entrypointWords(argv).length === 0 && cmd !== undefined && commandForm(cmd) === "shell";
}

function decideCmd(
	cmd: Instruction,
	entrypoint: readonly string[],
	analysed: AnalysedStage,
	{ options, chains }: DecisionInput,
): Decision {
	const { end } = analysed;
	if (end.cmd === undefined) return { code: "unknown-base", message: describeUnknownShell(analysed, options) };
	const exec = getsExec(cmd, options.commandShell ?? end.shell, options);
	const group = commandForm(cmd) === "shell" ? !exec : needsGroup(chains);
	return { code: "rewritten", plan: { kind: "insert", above: cmd, entrypoint, group, exec } };
}

/** Whether a shell form gets the prefix `exec `, so that the program replaces its shell. */
function getsExec(
	instruction: Instruction,
	shell: readonly string[] | undefined,
	{ exec = false }: RewriteOptions,
): boolean {
	return exec && canExec(instruction) && shell !== undefined && isPosixShell(shell);
}

function decideInherited(
	entrypoint: readonly string[],
	cmd: readonly string[] | undefined,
	analysed: AnalysedStage,
	{ options, chains, inheritsOwnCommand }: DecisionInput,
): Decision {
	const command = [...entrypoint, ...(cmd ?? [])];
	if (cmd === undefined && (command.length === 0 || options.inherited))
		return { code: "unknown-base", message: describeUnknownCmd(analysed, options) };
	if (command.length === 0) return { code: "no-command", message: "declares no command, and neither does its base" };
	if ((options.inherited || inheritsOwnCommand) && cmd !== undefined) {
		return {
			code: "rewritten",
			plan: { kind: "append", entrypoint, cmd, group: isPosixShell(command.slice(0, 2)) || needsGroup(chains) },
		};
	}
	return {
		code: "inherited-command",
		message: `runs its base's own command, ${command.join(" ")}: pass ${nameInheritedOption(options)} to restate it after the init`,
	};
}
