// What `--init` flags change about the rewrite of their stage.

import type { AnalysedStage } from "../analysis/analyse.ts";
import { commandArgv } from "../analysis/command.ts";
import { followCommand } from "../command/follow-command.ts";
import { beginsWithInit, findPid1Need } from "../command/stage-command.ts";
import type { InitFlag } from "../dockerfile/init-flag.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import { DockerfileSyntaxError } from "../dockerfile/syntax-error.ts";
import type { Edit } from "../edit/edit.ts";
import { flatMap } from "../flat-map.ts";
import { DEFAULT_INIT } from "../inits/init.ts";
import type { CommandPlan, Decision } from "./decide.ts";
import { shellOfTrigger } from "./decide-triggers.ts";
import { type CommandEdits, markerKeyword } from "./edit-command.ts";
import { COMMENTED_OUT, PREFIX } from "./marker.ts";
import type { RewriteOptions } from "./options.ts";
import type { OutcomeCode } from "./outcome.ts";
import type { RequestedInit } from "./requested-inits.ts";
import { CMD_DIFFERS } from "./unknown-base.ts";

/** The options for a stage with `--init`: the flag says which init, and adds options for that. */
export function flaggedOptions(options: RewriteOptions, request: RequestedInit): RewriteOptions {
	const { init = options.init ?? DEFAULT_INIT, options: ownOptions, flags } = request;
	// The caller's options and path are meant for the init that the caller has named.
	const { initOptions = [], entrypointPath, ...others } = options;
	const isSame = init === (options.init ?? DEFAULT_INIT);
	const isBare = flags.some((flag) => flag.isBare);
	return {
		...others,
		init,
		initOptions: [...(isSame ? initOptions : []), ...ownOptions],
		...(isSame && entrypointPath !== undefined ? { entrypointPath } : {}),
		...(isBare ? { inherited: true, exec: false } : {}),
	};
}

/** Turns a plan for the inherited command into one that replaces an ENTRYPOINT that is nothing but the flag. */
export function fillBare(decision: Decision, { flags }: RequestedInit): Decision {
	const flag = flags.find(({ isBare }) => isBare);
	if (flag === undefined || decision.code !== "rewritten") return decision;
	const { plan } = decision;
	if (plan.kind !== "insert" && plan.kind !== "append") return decision;
	return {
		code: "rewritten",
		plan: {
			kind: "fill",
			flag,
			entrypoint: plan.entrypoint,
			cmd: plan.kind === "append" ? plan.cmd : [],
			group: plan.group,
		},
	};
}

/** The edits that remove flags from commands, each recorded by a marker. Flags without a command are not among them. */
export function removeCommandFlags({ flags }: RequestedInit): CommandEdits[] {
	return flags
		.filter(({ isBare }) => !isBare)
		.map(({ instruction, start, end, text, blanks }) => ({
			edits: [{ start, end: end + blanks.length, text: "" }],
			lines: [],
			target: instruction,
			changes: [
				{ change: { kind: "init-taken-off", keyword: markerKeyword(instruction), was: text + blanks }, words: [] },
			],
			what: "",
		}));
}

/** The text that turns an instruction into a comment. */
const COMMENT_OUT = PREFIX + COMMENTED_OUT;

/** Whether an edit turns an instruction into a comment. */
export function isCommentedOut({ start }: Instruction, edits: readonly Edit[]): boolean {
	return edits.some((edit) => edit.start === start && edit.text === COMMENT_OUT);
}

/**
 * Turns an ENTRYPOINT that is nothing but the flag, and has not been filled in, into a comment that is its own marker.
 */
export function commentOutBareFlags({ flags }: RequestedInit, plans: readonly CommandPlan[]): Edit[] {
	const isFilled = plans.some(({ kind }) => kind === "fill");
	const bare = isFilled ? [] : flags.filter(({ isBare }) => isBare);
	return bare.map(({ instruction: { start } }) => ({ start, end: start, text: COMMENT_OUT }));
}

/** The edits that remove all flags of a file, and do nothing else. */
export function removeInitFlags({ stages }: Dockerfile): Edit[] {
	return flatMap(stages, ({ initFlags: flags }) => {
		const request = { flags, options: [] };
		return [...flatMap(removeCommandFlags(request), ({ edits }) => edits), ...commentOutBareFlags(request, [])];
	});
}

const HAS_INIT: ReadonlySet<OutcomeCode> = new Set(["rewritten", "already-init", "inherits-init"]);

/** The decisions about a stage, and about the command that it passes to its children by ONBUILD. */
export interface Decisions {
	readonly decision: Decision;
	readonly onbuild: CommandPlan | undefined;
}

/** Throws DockerfileSyntaxError, at the flag, if a command with a flag gets no init. */
export function requireInit(
	{ flags }: RequestedInit,
	analysed: AnalysedStage,
	{ decision, onbuild }: Decisions,
	source: string,
): void {
	for (const flag of flags) {
		const isMet = flag.instruction.isTrigger
			? onbuild !== undefined || leavesInit(analysed, decision)
			: HAS_INIT.has(decision.code);
		if (!isMet)
			refuseFlag(
				flag,
				flag.instruction.isTrigger ? whyNoTrigger(analysed, flag, decision) : messageOf(decision),
				source,
			);
	}
}

/**
 * Throws DockerfileSyntaxError, at the first flag of a stage that gets no init; does nothing if there is no flag.
 */
export function refuseRequest(request: RequestedInit | undefined, message: string, source: string): void {
	const flag = request?.flags[0];
	if (flag !== undefined) refuseFlag(flag, message, source);
}

function refuseFlag(flag: InitFlag, message: string, source: string): never {
	throw new DockerfileSyntaxError(
		`${markerKeyword(flag.instruction)} ${flag.text} gets no init: ${message}`,
		source,
		flag.start,
	);
}

/** Why there is no init. An outcome's own reason may name `--inherited`, which the flag implies. */
function messageOf(decision: Decision): string {
	if (decision.code === "inherited-command") return CMD_DIFFERS;
	if (decision.code === "no-command") return `the stage ${decision.message}`;
	return decision.code === "rewritten" ? "" : decision.message;
}

/** Whether a stage built on this one begins with an init, apart from what is inserted in an ONBUILD. */
function leavesInit({ triggers, end, afterTriggers }: AnalysedStage, decision: Decision): boolean {
	const heads = [afterTriggers.entrypoint ?? [], afterTriggers.cmd ?? []];
	if (heads.some(beginsWithInit)) return true;
	const isInFront =
		decision.code === "inherits-init" ||
		(decision.code === "rewritten" && decision.plan.kind !== "replace") ||
		beginsWithInit(end.entrypoint ?? []);
	return isInFront && !triggers.some(({ keyword }) => keyword === "ENTRYPOINT");
}

function whyNoTrigger({ triggers, end }: AnalysedStage, { instruction }: InitFlag, decision: Decision): string {
	if (decision.code === "windows" || decision.code === "must-be-pid1") return decision.message;
	const shell = shellOfTrigger(instruction, triggers) ?? end.shell;
	const pid1 = findPid1Need(followCommand(commandArgv(instruction, shell) ?? []));
	if (pid1 !== undefined) return pid1.message;
	return HAS_INIT.has(decision.code) ? "write the init into the command itself" : messageOf(decision);
}
