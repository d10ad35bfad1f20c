import { type AnalysedStage, shellAt } from "../../analysis/analyse.ts";
import { commandForm } from "../../analysis/command.ts";
import type { Instruction } from "../../dockerfile/instruction.ts";
import { flatMap } from "../../flat-map.ts";
import { diagnoseArray, looksLikeArray } from "./json-diagnosis.ts";
import type { Rule, RuleFinding } from "./rule.ts";

export const execFormInvalid: Rule = {
	code: "exec-form-invalid",
	level: "error",
	title: "An ENTRYPOINT or CMD that was meant as exec form but is not valid JSON",
	check: ({ stages }) =>
		flatMap(stages, (analysed) =>
			flatMap([...analysed.stage.instructions, ...analysed.triggers], (instruction) =>
				checkInstruction(instruction, analysed),
			),
		),
};

function checkInstruction(instruction: Instruction, analysed: AnalysedStage): RuleFinding[] {
	const { keyword, argument } = instruction;
	if (keyword !== "ENTRYPOINT" && keyword !== "CMD") return [];
	const { text } = argument;
	if (commandForm(instruction) !== "shell" || !looksLikeArray(text)) return [];
	const mistake = diagnoseArray(text);
	if (mistake === undefined) return [];
	const shell =
		(instruction.isTrigger ? analysed.end.shell : shellAt(analysed, instruction))?.join(" ") ?? "a shell with";
	const shown = text.length > 40 ? `${text.slice(0, 39)}…` : text;
	const message = `${mistake.message}; this is not a JSON array, so it is shell form and runs ${shell} ${JSON.stringify(shown)}`;
	return [
		{
			message,
			start: argument.offsetAt(mistake.start),
			end: argument.offsetAt(mistake.end - 1) + 1,
			stage: analysed.stage.index,
		},
	];
}
