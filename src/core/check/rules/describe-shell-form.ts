import { type AnalysedStage, shellAt } from "../../analysis/analyse.ts";
import { onlyWaits } from "../../command/brief-text.ts";
import type { CommandChain, CommandStep } from "../../command/command-chain.ts";
import { staysParent } from "../../command/distro-shell.ts";
import { canEndInExec, findExecPlace } from "../../command/exec-use.ts";
import { whyMustBePid1 } from "../../command/must-be-pid1.ts";
import { findReceivers, type Reception } from "../../command/reception.ts";
import { readShell, replacesItself } from "../../command/shell-words.ts";
import type { Instruction } from "../../dockerfile/instruction.ts";
import { isPosixShell } from "../../dockerfile/posix-shell.ts";
import type { Distro } from "../../images/catalogue-entry.ts";
import { baseName, type InitInvocation } from "../../inits/invocation.ts";
import { canExec, quoteAll } from "../../rewrite/command-edits.ts";
import { ignoresCmd } from "./effective-command.ts";
import { maskQuotes, readMainCommand } from "./shell-text.ts";

/**
 * What happens to SIGTERM because of a shell form, and what to write instead; undefined if it does no harm, or if that
 * is uncertain.
 * @param chains what the stage's command runs
 * @param distro whose /bin/sh the image has
 */
export function describeShellForm(
	instruction: Instruction,
	analysed: AnalysedStage,
	chains: readonly CommandChain[],
	distro: Distro | undefined,
): string | undefined {
	const shell = shellAt(analysed, instruction);
	// How another program, such as conda run, handles signals is unknown.
	if (shell !== undefined && !isPosixShell(shell)) return undefined;
	const { entrypoint = [], cmd = [], mustBePid1 } = analysed.end;
	const isCmd = instruction.keyword === "CMD";
	if (isCmd && (mustBePid1 !== undefined || whyMustBePid1(entrypoint) !== undefined || ignoresCmd(entrypoint)))
		return undefined;
	const program = shell?.[0] ?? "a shell";
	const { text } = instruction.argument;
	const start = findShellStart(text, chains);
	const harm = describeStart(program, text, start, distro);
	const child = typeof start === "string" ? undefined : start?.child;
	const dropsCmd = !isCmd && cmd.length > 0;
	if (harm !== undefined)
		return `${harm}; ${adviseExecForm(instruction, child)}${dropsCmd ? " (the shell form also ignores CMD)" : ""}`;
	if (!dropsCmd || typeof start === "string" || start?.reception !== "pid1") return undefined;
	return `the shell form ignores CMD; ${adviseExecForm(instruction, child)}`;
}

/**
 * What happens to SIGTERM because of a shell in exec form whose child is the program; undefined if that is uncertain.
 * @param steps the programs of the command, among them the shell
 * @param distro whose /bin/sh the image has
 */
export function describeWrittenShell(
	shell: CommandStep,
	steps: readonly CommandStep[],
	distro: Distro | undefined,
): string | undefined {
	const [program = ""] = shell.argv;
	if (!staysParent(program, distro, steps[steps.indexOf(shell) - 1])) return undefined;
	const start = startOf(shell, steps);
	const harm = describeHarm(program, start, distro);
	return harm && `${harm}; ${adviseExec(shell.argv[readShell(shell.argv)?.at ?? 0] ?? "", start?.child)}`;
}

/** What starts a shell, as far as signals are concerned. */
interface ShellStart {
	readonly reception: Reception;
	/** The last program of the process that is its parent, if that is an init. */
	readonly init: InitInvocation | undefined;
	/** What the shell starts. */
	readonly child: CommandStep | undefined;
}

/**
 * What starts the shell of a shell form; the name of a program that gets the shell as arguments, for which it has
 * another use; undefined if a script that is read is not seen to start it.
 */
function findShellStart(text: string, chains: readonly CommandChain[]): ShellStart | string | undefined {
	for (const { steps } of chains) {
		const shell = steps.find(({ argv }) => argv[readShell(argv)?.at ?? -1] === text);
		if (shell !== undefined) return startOf(shell, steps);
	}
	const steps = chains[0]?.steps ?? [];
	const last = steps.at(-1);
	if (last === undefined || steps.some(({ kind }) => kind === "script")) return undefined;
	// A shell before it may keep the text for itself, as `sh -c "exec app"` does.
	if (!last.argv.includes(text)) return undefined;
	const [program = ""] = last.argv;
	// By their names, these scripts replace themselves by their arguments.
	return /entrypoint|\.sh$/.test(baseName(program)) ? startOf(last, steps) : program;
}

/** What a shell form does after what starts its shell; undefined if it does no harm, or if that is uncertain. */
function describeStart(
	shell: string,
	text: string,
	start: ShellStart | string | undefined,
	distro: Distro | undefined,
): string | undefined {
	if (typeof start === "string")
		return `${start} gets ${quoteAll([shell, "-c"])} and the text as arguments, not the words of the text`;
	return replacesItself(shell, text) ? undefined : describeHarm(shell, start, distro);
}

function startOf(step: CommandStep, steps: readonly CommandStep[]): ShellStart | undefined {
	const receivers = findReceivers(steps);
	const at = receivers.findIndex(({ process }) => process.includes(step));
	const receiver = receivers[at];
	const init = receivers[at - 1]?.process.at(-1)?.invocation;
	return receiver && { reception: receiver.reception, init, child: steps[steps.indexOf(step) + 1] };
}

/** What happens to SIGTERM; undefined if it reaches the shell's child, or if that is uncertain. */
function describeHarm(shell: string, start: ShellStart | undefined, distro: Distro | undefined): string | undefined {
	const unless = staysParent(shell, distro)
		? ""
		: ", unless it replaces itself with the command, as only some shells do";
	if (start?.reception === "pid1")
		return `${shell} runs as PID 1 and does not forward SIGTERM${unless}: docker stop takes ten seconds and ends in SIGKILL`;
	if (start?.reception !== "init" || start.init === undefined) return undefined;
	return `${baseName(start.init.path)} forwards SIGTERM only to ${shell}, which exits without forwarding it${unless}`;
}

/** Whether a text needs a shell: for patterns, a home folder, redirections, lists or assignments. */
function needsShell(text: string): boolean {
	const masked = maskQuotes(text) ?? text;
	return /[*?[\]{}<>|&;()#]|(?:^|[\s=:])~|^[A-Za-z_]\w*=/.test(masked);
}

/** The instruction in exec form if that is certain, or else advice on how to write it. */
function adviseExecForm(instruction: Instruction, child: CommandStep | undefined): string {
	const { written } = instruction;
	const { text } = instruction.argument;
	if (child !== undefined && onlyWaits(child.argv)) return adviseExec(text, child);
	// Exec form would not expand it.
	if (/[$`]/.test(text))
		return canExec(instruction) && text.length <= 80 ? `write ${written} exec ${text}` : adviseExec(text, child);
	const words = readMainCommand(text);
	if (
		words === undefined ||
		!canEndInExec(text) ||
		!/^[\w./:=@%+, -]+$/.test(text) ||
		words.join(" ") !== text.replace(/\s+/g, " ")
	) {
		return `${needsShell(text) || !canEndInExec(text) ? "" : "use exec form, or "}${adviseExec(text, child)}`;
	}
	return `write ${written} [${quoteAll(words)}]`;
}

const EVERY_PROCESS = "every process, as pidone -a does";

/**
 * How a shell's text, or a script, lets its program get the signal.
 * @param child the program that the shell waits for
 */
export function adviseExec(text: string, child: CommandStep | undefined): string {
	// The programs that do the work have left the shell's process group.
	if (child !== undefined && onlyWaits(child.argv)) return `let an init signal ${EVERY_PROCESS}`;
	switch (findExecPlace(text)) {
		case "before":
			return "write exec before the last command";
		case "after-assignments":
			return "write exec after the assignments of the last command";
		default:
			return `let an init signal ${child?.isJob ? EVERY_PROCESS : "the whole process group, as pidone -g and tini -g do"}`;
	}
}
