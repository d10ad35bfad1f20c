import { type AnalysedStage, shellAt } from "../../analysis/analyse.ts";
import type { ImageConfig } from "../../analysis/image-config.ts";
import { mainSteps } from "../../command/follow-command.ts";
import { whyMustBePid1 } from "../../command/must-be-pid1.ts";
import { reachesAll } from "../../command/reception.ts";
import { signalsGroup } from "../../command/signals.ts";
import type { Instruction } from "../../dockerfile/instruction.ts";
import { isPosixShell } from "../../dockerfile/posix-shell.ts";
import { baseName } from "../../inits/invocation.ts";
import { canExec, quoteAll } from "../../rewrite/command-edits.ts";
import { ignoresCmd } from "./effective-command.ts";
import { maskQuotes, readMainCommand } from "./shell-text.ts";

/** What becomes of SIGTERM because of a shell form, and what to write; undefined if it does no harm. */
export function describeShellForm(instruction: Instruction, analysed: AnalysedStage): string | undefined {
	const shell = shellAt(analysed, instruction);
	// What another program does with signals, such as conda run, is not known.
	if (shell !== undefined && !isPosixShell(shell)) return undefined;
	const program = shell?.[0] ?? "a shell";
	const advice = adviseExecForm(instruction);
	const stays = isDash(program, analysed)
		? `${program} runs as PID 1 and does not forward SIGTERM`
		: `${program} runs as PID 1 and does not forward SIGTERM, unless it replaces itself with the command, as only some shells do`;
	const asPid1 = `${stays}: docker stop takes ten seconds and ends in SIGKILL; ${advice}`;
	if (instruction.keyword === "CMD") return describeCmd(program, analysed.end, asPid1, advice);
	// The flag --init puts an init in front of the shell.
	if (reachesAll(mainSteps(analysed.end.entrypoint ?? []))) return undefined;
	return (analysed.end.cmd ?? []).length > 0 ? `${asPid1} (the shell form also ignores CMD)` : asPid1;
}

/** What the shell form of CMD does after the ENTRYPOINT in force. */
function describeCmd(
	shell: string,
	{ entrypoint = [], mustBePid1 }: ImageConfig,
	asPid1: string,
	advice: string,
): string | undefined {
	if (mustBePid1 !== undefined || whyMustBePid1(entrypoint) !== undefined || ignoresCmd(entrypoint)) return undefined;
	const layer = mainSteps(entrypoint).at(-1);
	if (layer === undefined || layer.kind === "wrapper" || /entrypoint|\.sh$/.test(baseName(layer.argv[0] ?? "")))
		return asPid1;
	if (layer.invocation === undefined)
		return `${layer.argv[0]} gets ${quoteAll([shell, "-c"])} and the text as arguments, not the words of the text; ${advice}`;
	if (signalsGroup(layer.invocation)) return undefined;
	return `${baseName(layer.invocation.path)} forwards SIGTERM only to ${shell}, which exits without forwarding it; ${advice}`;
}

/**
 * Debian's /bin/sh keeps running as the parent of what it starts; bash and busybox replace themselves by a last simple
 * command.
 */
function isDash(shell: string, { end }: AnalysedStage): boolean {
	return shell === "/bin/sh" && (end.distro === "debian" || end.distro === "ubuntu");
}

/** Whether a text has more than words and quotes: patterns, a home folder, redirections, lists, assignments. */
function needsShell(text: string): boolean {
	const masked = maskQuotes(text) ?? text;
	return /[*?[\]{}<>|&;()#]|(?:^|[\s=:])~|^[A-Za-z_]\w*=/.test(masked);
}

/** The instruction in exec form where that is certain, else the way to it. */
function adviseExecForm(instruction: Instruction): string {
	const { written } = instruction;
	const { text } = instruction.argument;
	// In exec form nothing would expand it.
	if (/[$`]/.test(text))
		return canExec(instruction) && text.length <= 80
			? `write ${written} exec ${text}`
			: "write exec before the last command";
	const words = readMainCommand(text);
	if (words === undefined || !/^[\w./:=@%+, -]+$/.test(text) || words.join(" ") !== text.replace(/\s+/g, " ")) {
		return needsShell(text)
			? "write exec before the last command"
			: "use exec form, or write exec before the last command";
	}
	return `write ${written} [${quoteAll(words)}]`;
}
