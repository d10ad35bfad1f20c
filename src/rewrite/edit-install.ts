import type { AnalysedStage } from "../analysis/analyse.ts";
import type { ImageConfig } from "../analysis/image-config.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import { scanDockerfile } from "../dockerfile/scan.ts";
import { readAssignments } from "../dockerfile/variables.ts";
import type { Edit } from "../edit/edit.ts";
import type { InstallStep } from "../install/install.ts";
import type { Fragment } from "../install/render.ts";
import type { CommandEdits } from "./edit-command.ts";
import { descendantsOf } from "./lineage.ts";
import { formatMarker } from "./marker.ts";
import { casedKeyword, linesAt, type SourceStyle } from "./source-style.ts";

/** Where a stage's edits go. */
export interface Placement {
	readonly source: string;
	readonly style: SourceStyle;
	readonly all: readonly AnalysedStage[];
	readonly analysed: AnalysedStage;
	/** The stage's instructions behind those of the stages that it is built on. */
	readonly lineage: readonly Instruction[];
	/** See RewriteOptions. */
	readonly keepLines: boolean;
}

/** Joins the edits of a stage's commands with those that install the init, each addition below a marker. */
export function editInstall(
	step: InstallStep | undefined,
	commands: readonly CommandEdits[],
	placement: Placement,
): readonly Edit[] | { readonly impossible: string } {
	const block = step && placeInstall(step, commands[0]?.target, placement);
	if (typeof block === "string") return { impossible: block };
	const blocks: Block[] = block === undefined ? [] : [block];
	for (const { lines, target, changes } of commands) {
		const { index, offset } = placement.keepLines ? atEnd(placement.analysed) : inFrontOf(target, placement.analysed);
		const same = blocks.find((each) => each.index === index && each.offset === offset);
		if (same === undefined) blocks.push({ index, offset, args: [], lines: [...lines], count: lines.length, changes: [...changes] });
		else {
			same.lines.push(...lines);
			same.count += lines.length;
			same.changes.push(...changes);
		}
	}
	const { instructions, from } = placement.analysed.stage;
	const isUnfinished = (instructions.at(-1) ?? from).isUnfinished || placement.source.endsWith("\r");
	if (isUnfinished && blocks.some(({ offset }) => offset === placement.source.length)) {
		return { impossible: "the file ends in the middle of a line: end its last instruction" };
	}
	return [...commands.flatMap(({ edits }) => edits), ...blocks.flatMap((each) => insertBlock(each, placement))];
}

function inFrontOf(target: Instruction | undefined, analysed: AnalysedStage): { index: number; offset: number } {
	if (target === undefined) return atEnd(analysed);
	return { index: analysed.stage.instructions.findIndex((each) => each.lineStart === target.lineStart), offset: target.leadStart };
}

/** Lines to be inserted at one place of a stage. */
interface Block {
	/** The index of the instruction that follows in the stage. */
	readonly index: number;
	readonly offset: number;
	readonly args: readonly string[];
	readonly lines: string[];
	/** How many instructions the lines hold. */
	count: number;
	readonly changes: CommandEdits["changes"][number][];
}

function insertBlock({ offset, args, lines, count, changes }: Block, { source, style, keepLines }: Placement): Edit[] {
	const declarations = args.map((arg) => `${casedKeyword("ARG", style)} ${arg}`);
	if (!keepLines) {
		const marker = formatMarker({ above: args.length, below: count, changes });
		return [{ start: offset, end: offset, text: linesAt(source, offset, [...declarations, marker, ...lines], style) }];
	}
	const added = [...declarations, ...lines];
	if (added.length === 0) return [];
	const text = linesAt(source, offset, added, style);
	return [{ start: offset, end: skipBlankLines(source, offset, text.split("\n").length - 1), text }];
}

const BLANK_LINE = /[\t\v\f\r ]*\n/y;

/** The offset behind the blank lines that follow, at most `most` of them: lines in their place move nothing. */
function skipBlankLines(source: string, offset: number, most: number): number {
	BLANK_LINE.lastIndex = offset;
	let end = offset;
	for (let count = 0; count < most && BLANK_LINE.test(source); count++) end = BLANK_LINE.lastIndex;
	return end;
}

function placeInstall(step: InstallStep, target: Instruction | undefined, placement: Placement): Block | string {
	const { analysed } = placement;
	const problem = argProblem(step.fragment, placement);
	if (problem !== undefined) return problem;
	const spot = placement.keepLines
		? atEnd(analysed)
		: step.place === "above-command"
			? aboveCommand(target, step.fragment, placement)
			: behind(step.place.behind, analysed);
	const args = undeclaredArgs(step.fragment, spot.index, placement);
	const user = step.needsRoot ? switchUser(spot.index, step, placement) : [];
	if (typeof user === "string") return user;
	const [before = [], after = []] = user.map((name) => [`${casedKeyword("USER", placement.style)} ${name}`]);
	const lines = [...before, ...fragmentLines(step.fragment, placement.style), ...after];
	return { ...spot, args, lines, count: step.fragment.instructions + before.length + after.length, changes: [] };
}

function behind(anchor: Instruction, { stage }: AnalysedStage): { index: number; offset: number } {
	return { index: stage.instructions.indexOf(anchor) + 1, offset: anchor.lineEnd };
}

/**
 * Above the command's comments; but at the stage's end where an ARG comes with it and a RUN follows, since an ARG enters the environment of every RUN
 * behind it, or where the stage declares that ARG further down itself.
 */
function aboveCommand(target: Instruction | undefined, fragment: Fragment, placement: Placement): { index: number; offset: number } {
	const { analysed } = placement;
	const { instructions } = analysed.stage;
	const index = instructions.findIndex((instruction) => instruction.lineStart === target?.lineStart);
	const args = target === undefined ? [] : undeclaredArgs(fragment, index, placement);
	const isDisturbing = args.length > 0 && instructions.slice(index).some((later) => sees(later, args));
	if (target === undefined || isDisturbing) return atEnd(analysed);
	return { index, offset: target.leadStart };
}

function atEnd({ stage }: AnalysedStage): { index: number; offset: number } {
	return { index: stage.instructions.length, offset: (stage.instructions.at(-1) ?? stage.from).lineEnd };
}

/** The platform arguments that a fragment in front of the stage's instruction `index` has to declare. */
function undeclaredArgs({ args }: Fragment, index: number, { lineage, analysed }: Placement): readonly string[] {
	const inFront = lineage.slice(0, lineage.length - analysed.stage.instructions.length + index);
	const declared = new Set(inFront.flatMap((arg) => (arg.keyword === "ARG" ? readAssignments(arg, "\\").map(({ name }) => name) : [])));
	return args.filter((arg) => !declared.has(arg));
}

/** Why a fragment cannot use the platform arguments here. */
function argProblem(fragment: Fragment, placement: Placement): string | undefined {
	const { args } = fragment;
	const { lineage, all, analysed } = placement;
	const choose = "choose one platform with --platform";
	if (args.length === 0) return undefined;
	const fixed = lineage
		.flatMap((arg) => (arg.keyword === "ARG" ? readAssignments(arg, "\\") : []))
		.find(({ name, value }) => args.includes(name) && value !== undefined);
	if (fixed !== undefined) return `it gives ${fixed.name} a value of its own: ${choose}`;
	const missing = undeclaredArgs(fragment, analysed.stage.instructions.length, placement);
	if (missing.length === 0) return undefined;
	const heir = descendantsOf(all, analysed).find(({ stage }) => stage.instructions.some((instruction) => sees(instruction, missing)));
	return heir && `the stage ${heir.stage.name ?? heir.stage.index}, built on it, would inherit ARG ${missing.join(" and ")}: ${choose}`;
}

/** Whether an ARG in front of an instruction changes what it does: it is in the environment of RUN, and others may expand it. */
function sees(instruction: Instruction, args: readonly string[]): boolean {
	return instruction.keyword === "RUN" || mentions(instruction, args);
}

function mentions({ argument }: Instruction, names: readonly string[]): boolean {
	return names.some((name) => argument.text.includes(name));
}

/** The users to switch to and back; none when it is root already; a text when the one to go back to is not known. */
function switchUser(index: number, step: InstallStep, { analysed: { stage, configs, end }, keepLines }: Placement): readonly string[] | string {
	const config: ImageConfig = configs[index] ?? end;
	const { user } = config;
	if (user !== undefined)
		return isRoot(user) ? [] : ["root", stage.instructions.slice(0, index).findLast(({ keyword }) => keyword === "USER")?.argument.text ?? user];
	const anchor = step.place === "above-command" || keepLines ? undefined : step.place.behind;
	// Who has run a package manager without sudo was root.
	if (anchor?.keyword === "RUN" && !/\bsudo\b/.test(anchor.argument.text)) return [];
	return "the user of its base is not known, and installing takes root: state it with --base-config, or add USER";
}

function isRoot(user: string): boolean {
	return /^(?:root|0)?(?::|$)/.test(user);
}

/** A fragment in the file's own case and with its escape character. */
function fragmentLines({ text }: Fragment, style: SourceStyle): string[] {
	let cased = text;
	if (style.isLowerCase) {
		for (const { start, written } of scanDockerfile(text).instructions) {
			cased = cased.slice(0, start) + written.toLowerCase() + cased.slice(start + written.length);
		}
	}
	return (style.escape === "\\" ? cased : cased.replace(/\\$/gm, style.escape)).split("\n");
}
