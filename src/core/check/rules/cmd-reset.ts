import type { AnalysedStage } from "../../analysis/analyse.ts";
import { commandForm, entrypointWords } from "../../analysis/command.ts";
import { ancestryOf } from "../../analysis/lineage.ts";
import { mainSteps } from "../../command/follow-command.ts";
import type { FollowedFile } from "../../command/follow-source.ts";
import type { Instruction } from "../../dockerfile/instruction.ts";
import { flatMap } from "../../flat-map.ts";
import { baseName } from "../../inits/invocation.ts";
import { quoteAll } from "../../rewrite/command-edits.ts";
import { findingAt, type Rule, type RuleFinding } from "./rule.ts";

export const cmdReset: Rule = {
	code: "cmd-reset",
	level: "warning",
	title: "An ENTRYPOINT that drops the inherited CMD",
	check: (file, context) => flatMap(context.runnable, (analysed) => checkStage(analysed, file)),
};

function checkStage(analysed: AnalysedStage, file: FollowedFile): RuleFinding[] {
	const { stage, configs, end } = analysed;
	const at = stage.instructions.findIndex(({ keyword }) => keyword === "ENTRYPOINT");
	const entrypoint = stage.instructions[at];
	const before = configs[at];
	const dropped = before?.cmd ?? [];
	if (
		entrypoint === undefined ||
		analysed.cmd !== undefined ||
		dropped.length === 0 ||
		end.cmd === undefined ||
		end.cmd.length > 0
	)
		return [];
	const form = commandForm(analysed.entrypoint ?? entrypoint);
	if (
		form === "shell" ||
		entrypointWords(form.argv).length === 0 ||
		form.argv.some((word) => baseName(word) === baseName(dropped[0] ?? ""))
	)
		return [];
	if (!needsArguments(form.argv, before?.entrypoint ?? []) || hasOwnScript(analysed, file)) return [];
	const from = originOf(analysed, file.stages);
	return from === undefined ? [] : [describe(analysed.entrypoint ?? entrypoint, analysed, dropped, from)];
}

function describe(
	entrypoint: Instruction,
	analysed: AnalysedStage,
	dropped: readonly string[],
	from: string,
): RuleFinding {
	return findingAt(
		entrypoint,
		analysed,
		`ENTRYPOINT drops the CMD of ${from}: add CMD [${quoteAll(dropped)}] to keep it`,
	);
}

/**
 * Whether an ENTRYPOINT needs arguments from CMD: it repeats the one that it replaces, or it is an init or a script
 * before what was a complete CMD.
 */
function needsArguments(argv: readonly string[], inherited: readonly string[]): boolean {
	const last = mainSteps(argv).at(-1);
	const base = mainSteps(inherited).at(-1)?.argv ?? [];
	if (last === undefined) return false;
	const program = baseName(last.argv[0] ?? "");
	if (base.length > 0) return program === baseName(base[0] ?? "") && last.argv.length <= base.length;
	return last.kind === "init" || (last.argv.length === 1 && /entrypoint/.test(program));
}

/** Whether the program is a script that the stage itself brings, and is not known to use its arguments. */
function hasOwnScript(analysed: AnalysedStage, { commands }: FollowedFile): boolean {
	const program = mainSteps(analysed.end.entrypoint ?? []).at(-1)?.argv[0];
	const script = program === undefined ? undefined : commands.filesOf(analysed).findProgram(program, ".");
	if (script === undefined || script.isPossible || script.origin === "foreign") return false;
	return !/\$\{?[@*1#]/.test(script.text ?? "");
}

/** Where the CMD that a stage inherits was set: in an earlier stage, or in an image that also has an ENTRYPOINT. */
function originOf(analysed: AnalysedStage, all: readonly AnalysedStage[]): string | undefined {
	const origin = ancestryOf(all, analysed)
		.slice(0, -1)
		.findLast(({ cmd }) => cmd !== undefined);
	if (origin !== undefined) return `the stage ${origin.stage.name ?? origin.stage.index}`;
	const [base] = ancestryOf(all, analysed)[0]?.bases ?? [];
	const { entrypoint = [], cmd = [] } = base?.kind === "image" ? base.facts : {};
	const hasBoth = base?.kind === "image" && entrypoint.length > 0 && cmd.length > 0;
	const isRestated =
		hasBoth && analysed.end.entrypoint?.some((word) => baseName(word) === baseName(entrypoint.at(-1) ?? ""));
	return isRestated ? `the image ${base.text}` : undefined;
}
