import type { AnalysedStage } from "../analysis/analyse.ts";
import { commandArgv, commandForm } from "../analysis/command.ts";
import { followCommand } from "../command/follow-command.ts";
import { needsGroup } from "../command/reception.ts";
import { beginsWithInit, findPid1Init, findPid1Need } from "../command/stage-command.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import { type CommandPlan, isOtherInit, planWrap } from "./decide.ts";
import type { RewriteOptions } from "./options.ts";

/**
 * Decides what to edit in the ENTRYPOINT or CMD that a stage passes to its children by ONBUILD; undefined if there is
 * nothing to edit.
 */
export function decideTriggers(
	{ triggers, end }: AnalysedStage,
	isCovered: boolean,
	options: RewriteOptions,
): CommandPlan | undefined {
	const entrypoint = triggers.findLast(({ keyword }) => keyword === "ENTRYPOINT");
	const cmd = triggers.findLast(({ keyword }) => keyword === "CMD");
	const trigger = entrypoint ?? cmd;
	if (trigger === undefined) return undefined;
	const shell = options.commandShell ?? shellOfTrigger(trigger, triggers) ?? end.shell;
	const argv = commandArgv(trigger, shell);
	const chains = argv && followCommand(argv);
	if (chains === undefined || findPid1Need(chains) !== undefined) return undefined;
	if (findPid1Init(chains) !== undefined)
		return options.replace && isOtherInit(trigger, options) ? { kind: "replace", instruction: trigger } : undefined;
	if (entrypoint !== undefined) return planWrap(entrypoint, cmd, { shell, exec: false, chains });
	const group = commandForm(trigger) === "shell" || needsGroup(chains);
	// An init of the base image that cannot be replaced must not get another one before it.
	return isCovered || end.entrypoint === undefined || beginsWithInit(end.entrypoint)
		? undefined
		: { kind: "insert", above: trigger, entrypoint: end.entrypoint, group, exec: false };
}

/** The SHELL that an ONBUILD before a trigger sets in the same image. */
export function shellOfTrigger(trigger: Instruction, triggers: readonly Instruction[]): readonly string[] | undefined {
	const shell = triggers.slice(0, triggers.indexOf(trigger)).findLast(({ keyword }) => keyword === "SHELL");
	const form = shell && commandForm(shell);
	return form === undefined || form === "shell" ? undefined : form.argv;
}
