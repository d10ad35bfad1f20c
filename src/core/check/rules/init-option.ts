import type { CommandStep } from "../../command/command-chain.ts";
import { flatMap } from "../../flat-map.ts";
import type { Distro } from "../../images/catalogue-entry.ts";
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
		const own = describeMistake(step);
		const message =
			own === undefined ? describeTaken(step, analysed.end.distro) : `${own}; the container does not start`;
		return instruction === undefined || message === undefined ? [] : [findingAt(instruction, analysed, message)];
	});
}

/** The options of the program that tini takes for its own, because no `--` ends them. */
function describeTaken(
	{ argv, unknownWords, invocation }: CommandStep,
	distro: Distro | undefined,
): string | undefined {
	// glibc's getopt looks for options among all words, musl's stops at the program.
	if (invocation?.program !== "tini" || distro === undefined || distro === "alpine") return undefined;
	const { length } = invocation;
	const [program, ...words] = argv.slice(length);
	if (argv[length - 1] === "--" || program === undefined || unknownWords.length > 0) return undefined;
	const end = words.indexOf("--");
	const taken = words.slice(0, end === -1 ? undefined : end).filter((word) => /^-./.test(word));
	if (taken.length === 0) return undefined;
	const isFatal = taken.some((word) => describeOptionMistake("tini", [word]) !== undefined);
	const effect = isFatal ? "the container does not start" : `${program} does not get it`;
	return `without -- before ${program}, tini takes ${taken[0]} for its own option: write "--" before ${program}; ${effect}`;
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
