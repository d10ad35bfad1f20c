import type { AnalysedStage } from "../analysis/analyse.ts";
import { commandForm } from "../analysis/command.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import { isPosixShell } from "../dockerfile/posix-shell.ts";
import { baseName } from "../inits/invocation.ts";
import { quoteAll } from "../rewrite/command-edits.ts";
import { shellAt } from "../rewrite/decide.ts";
import { readLayers, signalsGroup } from "./command-layers.ts";
import { ignoresCmd, runnableStages } from "./effective-command.ts";
import { looksLikeArray } from "./json-diagnosis.ts";
import { findingAt, type Rule, type RuleFinding } from "./rule.ts";
import { readMainCommand, usesExec } from "./shell-text.ts";

export const shellForm: Rule = {
	code: "shell-form",
	level: "warning",
	title: "ENTRYPOINT or CMD in shell form, so that a shell gets the stop signal",
	check: (file, context) =>
		runnableStages(file, context).flatMap((analysed) =>
			[analysed.entrypoint, analysed.cmd].flatMap((instruction) => (instruction === undefined ? [] : checkInstruction(instruction, analysed))),
		),
};

function checkInstruction(instruction: Instruction, analysed: AnalysedStage): RuleFinding[] {
	const { text } = instruction.argument;
	if (commandForm(instruction) !== "shell" || looksLikeArray(text) || usesExec(text) || isHarmless(text)) return [];
	const message = describe(instruction, analysed);
	return message === undefined ? [] : [findingAt(instruction, analysed, message)];
}

/** Programs that end by themselves at once, and shells for a terminal, which heed no SIGTERM in exec form either. */
const HARMLESS = /^(?:(?:echo|printf|true|false|exit|cat|ls|date|uname)(?:\s|$)|(?:\/usr)?(?:\/bin\/)?(?:ba|z|a|da|fi)?sh(?:\s+-[il]|\s+--login)*$)/;

function isHarmless(text: string): boolean {
	return HARMLESS.test(text) && !/[;&|]/.test(text);
}

/** What runs because of the shell form; undefined when that does no harm. */
function describe(instruction: Instruction, analysed: AnalysedStage): string | undefined {
	const { end } = analysed;
	const inForce = shellAt(analysed, instruction);
	// What another program does with signals, such as conda run, is not known.
	if (inForce !== undefined && !isPosixShell(inForce)) return undefined;
	const shell = inForce?.[0] ?? "a shell";
	const advice = adviseExecForm(instruction);
	const stays = isDash(shell, analysed)
		? `${shell} runs as PID 1 and passes SIGTERM on to nobody`
		: `${shell} starts as PID 1 and passes SIGTERM on to nobody, unless it replaces itself by the command as only some shells do`;
	const asPid1 = `${stays}: a stop takes ten seconds and ends in SIGKILL; ${advice}`;
	if (instruction.keyword === "ENTRYPOINT") return (end.cmd ?? []).length > 0 ? `${asPid1} (the shell form also ignores CMD)` : asPid1;
	const entrypoint = end.entrypoint ?? [];
	if (end.mustBePid1 !== undefined || ignoresCmd(entrypoint)) return undefined;
	const layer = readLayers(entrypoint).at(-1);
	if (layer === undefined || layer.kind === "wrapper" || /entrypoint|\.sh$/.test(baseName(layer.argv[0] ?? ""))) return asPid1;
	if (layer.invocation === undefined) return `${layer.argv[0]} gets ${quoteAll([shell])} and the text as arguments, not the words of the text; ${advice}`;
	if (signalsGroup(layer.invocation)) return undefined;
	return `${baseName(layer.invocation.path)} passes SIGTERM on to ${shell} alone, which ends without telling its child; ${advice}`;
}

/** Debian's /bin/sh keeps running as the parent of what it starts; bash and busybox replace themselves by a last simple command. */
function isDash(shell: string, { end }: AnalysedStage): boolean {
	return shell === "/bin/sh" && (end.distro === "debian" || end.distro === "ubuntu");
}

/** The instruction in exec form where that is certain, else the way to it. */
function adviseExecForm({ written, argument: { text } }: Instruction): string {
	const words = readMainCommand(text);
	if (words === undefined || !/^[\w./:=@%+, -]+$/.test(text) || words.join(" ") !== text.replace(/\s+/g, " ")) {
		return "write the exec form, or put exec in front of the last command";
	}
	return `write ${written} [${quoteAll(words)}]`;
}
