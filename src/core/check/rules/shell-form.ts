import type { AnalysedStage } from "../../analysis/analyse.ts";
import { commandForm } from "../../analysis/command.ts";
import type { Instruction } from "../../dockerfile/instruction.ts";
import { flatMap } from "../../flat-map.ts";
import { describeShellForm } from "./describe-shell-form.ts";
import { looksLikeArray } from "./json-diagnosis.ts";
import { findingAt, type Rule, type RuleFinding } from "./rule.ts";
import { maskQuotes, usesExec } from "./shell-text.ts";

export const shellForm: Rule = {
	code: "shell-form",
	level: "warning",
	title: "An ENTRYPOINT or CMD in shell form: a shell gets the stop signal",
	check: (_, context) =>
		flatMap(context.runnable, (analysed) =>
			flatMap([analysed.entrypoint, analysed.cmd], (instruction) =>
				instruction === undefined ? [] : checkInstruction(instruction, analysed),
			),
		),
};

function checkInstruction(instruction: Instruction, analysed: AnalysedStage): RuleFinding[] {
	const { text } = instruction.argument;
	if (commandForm(instruction) !== "shell" || looksLikeArray(text) || usesExec(text) || isHarmless(text)) return [];
	const message = describeShellForm(instruction, analysed);
	return message === undefined ? [] : [findingAt(instruction, analysed, message)];
}

/** Programs that end by themselves at once, and shells for a terminal, which heed no SIGTERM in exec form either. */
const HARMLESS =
	/^(?:(?:echo|printf|true|false|exit|cat|ls|date|uname)(?:\s|$)|(?:\/usr)?(?:\/bin\/)?(?:ba|z|a|da|fi)?sh(?:\s+-[il]|\s+--login)*$)/;

function isHarmless(text: string): boolean {
	return HARMLESS.test(text) && !/[;&|]/.test(maskQuotes(text) ?? text);
}
