import { type AnalysedStage, shellAt } from "../../analysis/analyse.ts";
import type { ImageConfig } from "../../analysis/image-config.ts";
import { onlyWaits } from "../../command/brief-text.ts";
import type { CommandStep } from "../../command/command-chain.ts";
import { staysParent } from "../../command/distro-shell.ts";
import { canEndInExec, findExecPlace } from "../../command/exec-use.ts";
import { mainSteps } from "../../command/follow-command.ts";
import { whyMustBePid1 } from "../../command/must-be-pid1.ts";
import { findReceivers, reachesAll } from "../../command/reception.ts";
import { readShell, replacesItself } from "../../command/shell-words.ts";
import { signalsGroup } from "../../command/signals.ts";
import type { Instruction } from "../../dockerfile/instruction.ts";
import { isPosixShell } from "../../dockerfile/posix-shell.ts";
import type { Distro } from "../../images/catalogue-entry.ts";
import { baseName, type InitInvocation } from "../../inits/invocation.ts";
import { canExec, quoteAll } from "../../rewrite/command-edits.ts";
import { ignoresCmd } from "./effective-command.ts";
import { maskQuotes, readMainCommand } from "./shell-text.ts";

/**
 * What happens to SIGTERM because of a shell form, and what to write instead; undefined if it does no harm.
 * @param distro whose /bin/sh the image has
 */
export function describeShellForm(
	instruction: Instruction,
	analysed: AnalysedStage,
	distro: Distro | undefined,
): string | undefined {
	const shell = shellAt(analysed, instruction);
	// How another program, such as conda run, handles signals is unknown.
	if (shell !== undefined && !isPosixShell(shell)) return undefined;
	const program = shell?.[0] ?? "a shell";
	const advice = adviseExecForm(instruction);
	const stays = staysParent(program, distro)
		? dropsTerm(program)
		: `${program} runs as PID 1 and does not forward SIGTERM, unless it replaces itself with the command, as only some shells do: docker stop takes ten seconds and ends in SIGKILL`;
	const asPid1 = replacesItself(program, instruction.argument.text) ? undefined : `${stays}; ${advice}`;
	if (instruction.keyword === "CMD") return describeCmd(program, analysed.end, asPid1, advice);
	// The flag --init puts an init before the shell.
	if (reachesAll(mainSteps(analysed.end.entrypoint ?? []))) return undefined;
	if ((analysed.end.cmd ?? []).length === 0) return asPid1;
	return asPid1 === undefined ? `the shell form ignores CMD; ${advice}` : `${asPid1} (the shell form also ignores CMD)`;
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
	const receivers = findReceivers(steps);
	const at = receivers.findIndex(({ process }) => process.includes(shell));
	const init = receivers[at - 1]?.process.at(-1)?.invocation;
	const advice = adviseExec(shell.argv[readShell(shell.argv)?.at ?? 0] ?? "", steps[steps.indexOf(shell) + 1]);
	if (receivers[at]?.reception === "pid1") return `${dropsTerm(program)}; ${advice}`;
	return receivers[at]?.reception === "init" && init !== undefined
		? `${forwardsOnlyTo(program, init)}; ${advice}`
		: undefined;
}

function dropsTerm(shell: string): string {
	return `${shell} runs as PID 1 and does not forward SIGTERM: docker stop takes ten seconds and ends in SIGKILL`;
}

function forwardsOnlyTo(shell: string, init: InitInvocation): string {
	return `${baseName(init.path)} forwards SIGTERM only to ${shell}, which exits without forwarding it`;
}

/** What the shell form of CMD does after the ENTRYPOINT in force; `asPid1` is undefined if it does no harm as PID 1. */
function describeCmd(
	shell: string,
	{ entrypoint = [], mustBePid1 }: ImageConfig,
	asPid1: string | undefined,
	advice: string,
): string | undefined {
	if (mustBePid1 !== undefined || whyMustBePid1(entrypoint) !== undefined || ignoresCmd(entrypoint)) return undefined;
	const layer = mainSteps(entrypoint).at(-1);
	if (layer === undefined || layer.kind === "wrapper" || /entrypoint|\.sh$/.test(baseName(layer.argv[0] ?? "")))
		return asPid1;
	if (layer.invocation === undefined)
		return `${layer.argv[0]} gets ${quoteAll([shell, "-c"])} and the text as arguments, not the words of the text; ${advice}`;
	if (asPid1 === undefined || signalsGroup(layer.invocation)) return undefined;
	return `${forwardsOnlyTo(shell, layer.invocation)}; ${advice}`;
}

/** Whether a text needs a shell: for patterns, a home folder, redirections, lists or assignments. */
function needsShell(text: string): boolean {
	const masked = maskQuotes(text) ?? text;
	return /[*?[\]{}<>|&;()#]|(?:^|[\s=:])~|^[A-Za-z_]\w*=/.test(masked);
}

/** The instruction in exec form if that is certain, or else advice on how to write it. */
function adviseExecForm(instruction: Instruction): string {
	const { written } = instruction;
	const { text } = instruction.argument;
	const child = mainSteps(["sh", "-c", text])[1];
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

/**
 * How a shell's text, or a script, lets its program get the signal.
 * @param child the program that the shell waits for
 */
export function adviseExec(text: string, child: CommandStep | undefined): string {
	// The programs that do the work have left the shell's process group.
	if (child !== undefined && onlyWaits(child.argv)) return "let an init signal every process, as pidone -a does";
	switch (findExecPlace(text)) {
		case "before":
			return "write exec before the last command";
		case "after-assignments":
			return "write exec after the assignments of the last command";
		default:
			return "let an init signal the whole process group, as pidone -g and tini -g do";
	}
}
