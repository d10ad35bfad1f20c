import type { AnalysedStage } from "../analysis/analyse.ts";
import { commandArgv, commandForm } from "../analysis/command.ts";
import { readInitInvocation } from "../inits/invocation.ts";
import { whyMustBePid1 } from "../inits/must-be-pid1.ts";
import type { Decision } from "./decide.ts";
import type { RewriteOptions } from "./options.ts";
import { shellWords } from "./shell-init.ts";

/** Decides about the ENTRYPOINT or CMD that a stage leaves to its children by ONBUILD; undefined when there is nothing to do. */
export function decideTriggers({ triggers, end }: AnalysedStage, isCovered: boolean, { replace, commandShell }: RewriteOptions): Decision | undefined {
	const entrypoint = triggers.findLast(({ keyword }) => keyword === "ENTRYPOINT");
	const cmd = triggers.findLast(({ keyword }) => keyword === "CMD");
	const trigger = entrypoint ?? cmd;
	if (trigger === undefined || triggers.some(({ keyword }) => keyword === "SHELL")) return undefined;
	const shell = commandShell ?? end.shell;
	const argv = commandArgv(trigger, shell);
	if (
		argv === undefined ||
		[argv, shellWords(argv)].some((words) => readInitInvocation(words) !== undefined) ||
		[argv, shellWords(argv)].some((words) => whyMustBePid1(words) !== undefined) ||
		replace
	)
		return undefined;
	const isShell = commandForm(trigger) === "shell";
	if (entrypoint !== undefined) {
		const plan = isShell
			? ({ kind: "wrap-shell", instruction: trigger, shell: shell ?? [], group: true } as const)
			: ({ kind: "wrap-exec", instruction: trigger, group: false } as const);
		return { code: "rewritten", plan };
	}
	return isCovered || end.entrypoint === undefined
		? undefined
		: { code: "rewritten", plan: { kind: "insert", above: trigger, entrypoint: end.entrypoint, group: isShell } };
}
