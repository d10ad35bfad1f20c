import { commandForm } from "../analysis/command.ts";
import { signalsGroup } from "../command/signals.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import type { Edit } from "../edit/edit.ts";
import { flatMap } from "../flat-map.ts";
import { type EffectiveInvocation, type Environment, effectiveInvocation } from "../inits/effective-invocation.ts";
import { inits } from "../inits/index.ts";
import { DEFAULT_INIT } from "../inits/init.ts";
import { type InitInvocation, readInitInvocation } from "../inits/invocation.ts";
import { translateOptions } from "../inits/translate.ts";
import { addExec, isEmptyWord, quoteAll, wordRange, wrapExecForm, wrapShellForm } from "./command-edits.ts";
import type { CommandPlan } from "./decide.ts";
import type { Change } from "./marker.ts";
import type { RewriteOptions } from "./options.ts";
import { casedKeyword, type SourceStyle } from "./source-style.ts";

/**
 * A change as its marker records it, and the words that it inserted, without the init's options, for the digest.
 */
interface AppliedChange {
	readonly change: Change;
	readonly words: readonly string[];
}

/** What is done to a stage's command. */
export interface CommandEdits {
	/** Edits within instructions that were there before. */
	readonly edits: readonly Edit[];
	/** Instructions to be added above `target`, or at the end of the stage. */
	readonly lines: readonly string[];
	readonly target: Instruction | undefined;
	readonly changes: readonly AppliedChange[];
	/** What was done, in a few words. */
	readonly what: string;
}

export interface CommandContext {
	readonly source: string;
	readonly style: SourceStyle;
	readonly options: RewriteOptions;
	/** The init's path in the image. */
	readonly path: string;
	/** The environments in which the stage's containers start, and those of stages that inherit its command. */
	readonly environments: readonly Environment[];
}

/** Makes the edits that put the init in front of a command, or says why they are impossible. */
export function editCommand(plan: CommandPlan, context: CommandContext): CommandEdits | string {
	switch (plan.kind) {
		case "wrap-exec":
			return wrapExec(plan, context);
		case "wrap-shell":
			return wrapShell(plan, context);
		case "insert":
			return insertEntrypoint(plan, context);
		case "append":
			return appendCommand(plan, context);
		case "replace":
			return replaceInit(plan.instruction, context);
		case "fill":
			return fillIn(plan, context);
	}
}

type PlanOf<K extends CommandPlan["kind"]> = Extract<CommandPlan, { kind: K }>;

function wrapExec({ instruction, group }: PlanOf<"wrap-exec">, context: CommandContext): CommandEdits {
	const keyword = markerKeyword(instruction);
	const form = commandForm(instruction);
	if (form === "shell") throw new Error("BUG: shell form taken for exec form");
	return {
		edits: [wrapExecForm(instruction, form, initWords(context, group))],
		lines: [],
		target: instruction,
		changes: [{ change: { kind: isEmptyWord(form) ? "empty-word" : "wrapped", keyword }, words: [context.path] }],
		what: `${keyword} goes through the init`,
	};
}

function wrapShell({ instruction, shell, exec }: PlanOf<"wrap-shell">, context: CommandContext): CommandEdits {
	const keyword = markerKeyword(instruction);
	const prefix = putExec(instruction, exec);
	return {
		edits: [...wrapShellForm(instruction, [...initWords(context, !exec), ...shell]), ...prefix.edits],
		lines: [],
		target: instruction,
		changes: [{ change: { kind: "wrapped-shell-form", keyword }, words: [context.path, ...shell] }, ...prefix.changes],
		what: `${keyword} goes through the init, with its shell written out`,
	};
}

function insertEntrypoint({ above, entrypoint, group, exec }: PlanOf<"insert">, context: CommandContext): CommandEdits {
	const keyword = above.isTrigger ? "ONBUILD ENTRYPOINT" : "ENTRYPOINT";
	const restated = entrypoint.length > 0 ? `, with the base image's ${entrypoint.join(" ")} after the init` : "";
	const where = context.options.keepLines ? "at the end of the stage" : `above ${markerKeyword(above)}`;
	return {
		...putExec(above, exec),
		lines: [writeExecForm(keyword, [...initWords(context, group), ...entrypoint], context)],
		target: above,
		what: `${keyword} is added ${where}${restated}`,
	};
}

function appendCommand({ entrypoint, cmd, group }: PlanOf<"append">, context: CommandContext): CommandEdits {
	return {
		edits: [],
		lines: [
			writeExecForm("ENTRYPOINT", [...initWords(context, group), ...entrypoint], context),
			...restateCmd(cmd, context),
		],
		target: undefined,
		changes: [],
		what: "the inherited command is restated after the init",
	};
}

/** Writes the inherited command in place of the flag, in an ENTRYPOINT that has no command. */
function fillIn({ flag, entrypoint, cmd, group }: PlanOf<"fill">, context: CommandContext): CommandEdits {
	return {
		edits: [{ start: flag.start, end: flag.end, text: `[${quoteAll([...initWords(context, group), ...entrypoint])}]` }],
		lines: restateCmd(cmd, context),
		target: flag.instruction,
		changes: [
			{ change: { kind: "init-filled", keyword: "ENTRYPOINT", was: flag.text }, words: [context.path, ...entrypoint] },
		],
		what: "the inherited command is restated after the init",
	};
}

function writeExecForm(keyword: string, words: readonly string[], { style }: CommandContext): string {
	return `${casedKeyword(keyword, style)} [${quoteAll(words)}]`;
}

function restateCmd(cmd: readonly string[], context: CommandContext): string[] {
	return cmd.length > 0 ? [writeExecForm("CMD", cmd, context)] : [];
}

function replaceInit(instruction: Instruction, context: CommandContext): CommandEdits | string {
	const form = commandForm(instruction);
	const written = form === "shell" ? undefined : readInitInvocation(form.argv);
	if (form === "shell" || written === undefined) throw new Error("BUG: there is no init to replace");
	const name = context.options.init ?? DEFAULT_INIT;
	const invocation = readInForce(written, context.environments);
	if (typeof invocation === "string") return invocation;
	const translation = translateOptions(invocation, name);
	if ("untranslatable" in translation)
		return `${name} has no counterpart of ${translation.untranslatable} of ${invocation.path}`;
	const range = wordRange(instruction, form, invocation.length);
	const was = context.source.slice(range.start, range.end);
	if (/[\r\n]|; /.test(was)) return `the options of ${invocation.path} span several lines: write them on one`;
	const keyword = markerKeyword(instruction);
	const words = [context.path, ...translation.options, ...(context.options.initOptions ?? []), "--"];
	return {
		edits: [{ ...range, text: quoteAll(words) }],
		lines: [],
		target: instruction,
		changes: [{ change: { kind: "replaced", keyword, was }, words: [context.path] }],
		what: `${invocation.path} of ${keyword} becomes ${context.path}`,
	};
}

/** An init with the options in force. One command line must be right in all environments. */
function readInForce(written: InitInvocation, environments: readonly Environment[]): EffectiveInvocation | string {
	const [own = { ...written, unknown: [] }, ...others] = environments.map((environment) =>
		effectiveInvocation(written, environment),
	);
	const [variable] = flatMap([own, ...others], ({ unknown }) => unknown);
	if (variable !== undefined)
		return `${own.path} reads ${variable}, whose value is unknown: set it with ENV, without variables of the base image`;
	const isSame = others.every(({ options }) => JSON.stringify(options) === JSON.stringify(own.options));
	return isSame ? own : `a stage based on it sets variables that ${own.path} reads: set them with ENV in this stage`;
}

/** The init with its options, as it is written before a command. */
function initWords({ options, path }: CommandContext, group: boolean): string[] {
	const { groupOption } = inits[options.init ?? DEFAULT_INIT];
	const extra = options.initOptions ?? [];
	const own = readInitInvocation([path, ...extra, "--"]);
	const needsOption = group && groupOption !== undefined && !(own !== undefined && signalsGroup(own));
	return [path, ...extra, ...(needsOption ? [groupOption] : []), "--"];
}

/** Puts `exec ` before a shell form's text, if it gets that. */
function putExec(instruction: Instruction, isWanted: boolean): Pick<CommandEdits, "edits" | "changes"> {
	if (!isWanted) return { edits: [], changes: [] };
	const change = { kind: "exec", keyword: markerKeyword(instruction) } as const;
	return { edits: [addExec(instruction)], changes: [{ change, words: [] }] };
}

/** The keyword as markers write it. */
export function markerKeyword({ keyword, isTrigger }: Instruction): string {
	return isTrigger ? `ONBUILD ${keyword}` : keyword;
}
