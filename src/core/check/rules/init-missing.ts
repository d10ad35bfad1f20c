import { ancestryOf } from "../../analysis/lineage.ts";
import type { CommandChain, CommandStep } from "../../command/command-chain.ts";
import type { FollowedFile } from "../../command/follow-source.ts";
import { flatMap } from "../../flat-map.ts";
import { baseName } from "../../inits/invocation.ts";
import { findLostInit } from "./binary-missing.ts";
import type { EffectiveCommand } from "./effective-command.ts";
import { InitFiles } from "./init-files.ts";
import { findingAt, type Rule, type RuleContext, type RuleFinding } from "./rule.ts";

export const initMissing: Rule = {
	code: "init-missing",
	level: "error",
	title: "An init in the command that cannot start",
	check: (file, context) => flatMap(context.commands, (command) => checkCommand(command, file, context)),
};

function checkCommand(command: EffectiveCommand, file: FollowedFile, context: RuleContext): RuleFinding[] {
	const { analysed, chains, instructionAt } = command;
	const inits = new Map(
		flatMap(chains, ({ steps }) =>
			flatMap(steps, (step) => (step.invocation === undefined ? [] : [[step.invocation.path, step] as const])),
		),
	);
	if (inits.size === 0) return [];
	// The rewrite that removes the flag installs the init.
	if (ancestryOf(file.stages, analysed).some(({ stage }) => stage.initFlags.length > 0)) return [];
	const files = new InitFiles(file, analysed, context.options);
	return flatMap([...inits], ([path, step]) => {
		const instruction = isGuarded(path, chains) ? undefined : instructionAt(step.index);
		const problem = instruction && files.whyCannotStart(path);
		// The rule binary-missing covers inits that a rewrite has added.
		return problem === undefined || instruction === undefined || findLostInit(analysed, file) === path
			? []
			: [findingAt(instruction, analysed, describe(path, step, problem))];
	});
}

/** Whether a script that may start an init first tests whether it is installed. */
function isGuarded(path: string, chains: readonly CommandChain[]): boolean {
	const name = baseName(path);
	const texts = flatMap(chains, ({ steps }) => flatMap(steps, ({ file }) => file?.text ?? []));
	return texts.some((text) =>
		text
			.split("\n")
			.some((line) => GUARD.test(line) && line.split(/[\s"';&|)\]]+/).some((word) => baseName(word) === name)),
	);
}

/** Commands that test whether a program is installed. */
const GUARD = /(?:^|[\s!;&|(`])(?:command\s+-[vV]|which|type|hash|(?:test|\[\[?)\s+(?:!\s+)?-[efsx])\s/;

function describe(path: string, { place }: CommandStep, problem: string): string {
	const where = place === undefined ? "" : ` (${place})`;
	return `${path.startsWith("/") ? path : baseName(path)}${where} cannot start: ${problem}`;
}
