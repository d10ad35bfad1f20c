import type { AnalysedStage } from "../../analysis/analyse.ts";
import { commandForm } from "../../analysis/command.ts";
import { endsByItself } from "../../command/brief-text.ts";
import { distroOfShell } from "../../command/distro-shell.ts";
import { usesExec } from "../../command/exec-use.ts";
import { mainSteps } from "../../command/follow-command.ts";
import type { FollowedFile } from "../../command/follow-source.ts";
import { canTrap } from "../../command/reception.ts";
import { readShell } from "../../command/shell-words.ts";
import type { Instruction } from "../../dockerfile/instruction.ts";
import { flatMap } from "../../flat-map.ts";
import { describeShellForm, describeWrittenShell } from "./describe-shell-form.ts";
import type { EffectiveCommand } from "./effective-command.ts";
import { looksLikeArray } from "./json-diagnosis.ts";
import { findingAt, type Rule, type RuleFinding } from "./rule.ts";

export const shellForm: Rule = {
	code: "shell-form",
	level: "warning",
	title: "An ENTRYPOINT or CMD in shell form: a shell gets the stop signal",
	check: (file, context) => [
		...flatMap(context.runnable, (analysed) =>
			flatMap([analysed.entrypoint, analysed.cmd], (instruction) =>
				instruction === undefined ? [] : checkInstruction(instruction, analysed, file),
			),
		),
		...flatMap(context.commands, (command) => checkWrittenShell(command, file)),
	],
};

function checkInstruction(instruction: Instruction, analysed: AnalysedStage, file: FollowedFile): RuleFinding[] {
	const { text } = instruction.argument;
	if (commandForm(instruction) !== "shell" || looksLikeArray(text) || usesExec(text) || isHarmless(text)) return [];
	if (text.includes("trap") && handlesSignals(text, analysed)) return [];
	const message = describeShellForm(
		instruction,
		analysed,
		file.commands.of(analysed).chains,
		distroOfShell(file, analysed),
	);
	return message === undefined ? [] : [findingAt(instruction, analysed, message)];
}

/** Whether a text has a trap that can run while the shell waits. */
function handlesSignals(text: string, { end }: AnalysedStage): boolean {
	const [shell, child] = mainSteps(["sh", "-c", text], end.stopSignal);
	return shell !== undefined && canTrap(shell, child);
}

/** `["sh", "-c", "text"]`, which is the shell form spelled out. */
function checkWrittenShell(
	{ analysed, chains, steps, instructionAt }: EffectiveCommand,
	file: FollowedFile,
): RuleFinding[] {
	const position = steps.findIndex(({ kind, place }) => kind === "shell" && place === undefined);
	const shell = steps[position];
	const operand = shell && readShell(shell.argv);
	if (operand?.kind !== "text" || shell === undefined || canTrap(shell, steps[position + 1])) return [];
	const instruction = instructionAt(shell.index + operand.at);
	const text = shell.argv[operand.at] ?? "";
	if (instruction === undefined || commandForm(instruction) === "shell" || usesExec(text) || isHarmless(text))
		return [];
	if (!chains.every((chain) => chain.steps[position + 1]?.how === "child")) return [];
	const message = describeWrittenShell(shell, steps, distroOfShell(file, analysed));
	return message === undefined ? [] : [findingAt(instruction, analysed, message)];
}

/** Shells for a terminal, which ignore SIGTERM in exec form as well. */
const TERMINAL = /^(?:(?:\/usr)?(?:\/bin\/)?(?:ba|z|a|da|fi)?sh(?:\s+-[il]|\s+--login)*$)/;

function isHarmless(text: string): boolean {
	return TERMINAL.test(text) || endsByItself(text);
}
