import type { AnalysedStage } from "../analysis/analyse.ts";
import { commandArgv, commandForm } from "../analysis/command.ts";
import { followCommand } from "../command/follow-command.ts";
import { needsGroup } from "../command/reception.ts";
import { findPid1Init, findPid1Need } from "../command/stage-command.ts";
import type { RewrittenDecision } from "./decide.ts";
import type { RewriteOptions } from "./options.ts";

/**
 * Decides what to edit in the ENTRYPOINT or CMD that a stage passes to its children by ONBUILD; undefined if there is
 * nothing to edit.
 */
export function decideTriggers(
	{ triggers, end }: AnalysedStage,
	isCovered: boolean,
	{ replace, commandShell }: RewriteOptions,
): RewrittenDecision | undefined {
	const entrypoint = triggers.findLast(({ keyword }) => keyword === "ENTRYPOINT");
	const cmd = triggers.findLast(({ keyword }) => keyword === "CMD");
	const trigger = entrypoint ?? cmd;
	if (trigger === undefined || triggers.some(({ keyword }) => keyword === "SHELL")) return undefined;
	const shell = commandShell ?? end.shell;
	const argv = commandArgv(trigger, shell);
	const chains = argv && followCommand(argv);
	if (chains === undefined || replace || findPid1Init(chains) !== undefined || findPid1Need(chains) !== undefined)
		return undefined;
	const isShell = commandForm(trigger) === "shell";
	if (entrypoint !== undefined) {
		const plan = isShell
			? ({ kind: "wrap-shell", instruction: trigger, shell: shell ?? [], group: true } as const)
			: ({ kind: "wrap-exec", instruction: trigger, group: needsGroup(chains) } as const);
		return { code: "rewritten", plan };
	}
	return isCovered || end.entrypoint === undefined
		? undefined
		: {
				code: "rewritten",
				plan: { kind: "insert", above: trigger, entrypoint: end.entrypoint, group: isShell || needsGroup(chains) },
			};
}
