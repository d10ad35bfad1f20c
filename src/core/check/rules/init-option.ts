import type { CommandStep } from "../../command/command-chain.ts";
import { flatMap } from "../../flat-map.ts";
import { describeOptionMistake } from "../../inits/check-init-options.ts";
import { initNames } from "../../inits/index.ts";
import type { EffectiveCommand } from "./effective-command.ts";
import { findingAt, type Rule, type RuleFinding } from "./rule.ts";

export const initOption: Rule = {
	code: "init-option",
	level: "error",
	title: "An init with an option that it does not accept: the container does not start",
	check: (_, { commands }) => flatMap(commands, checkCommand),
};

function checkCommand({ analysed, steps, instructionAt }: EffectiveCommand): RuleFinding[] {
	return flatMap(steps, (step): RuleFinding[] => {
		const instruction = instructionAt(step.index);
		const mistake = describeMistake(step);
		return instruction === undefined || mistake === undefined
			? []
			: [findingAt(instruction, analysed, `${mistake}; the container does not start`)];
	});
}

/** What is wrong with the options of a step's init, as far as their words are known. */
function describeMistake({ argv, unknownWords, invocation }: CommandStep): string | undefined {
	const init = initNames.find((name) => name === invocation?.program);
	if (init === undefined || invocation === undefined) return undefined;
	const { length, path } = invocation;
	if (unknownWords.some((at) => at < length)) return undefined;
	const words = argv.slice(argv.indexOf(path) + 1, length);
	return describeOptionMistake(init, words.at(-1) === "--" ? words.slice(0, -1) : words);
}
