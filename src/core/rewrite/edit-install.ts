import type { AnalysedStage } from "../analysis/analyse.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import { isPosixShell } from "../dockerfile/posix-shell.ts";
import type { Edit } from "../edit/edit.ts";
import { flatMap } from "../flat-map.ts";
import type { InstallStep, ViaStage } from "../install/install.ts";
import type { Fragment } from "../install/render.ts";
import type { CommandEdits } from "./edit-command.ts";
import type { HelperStage } from "./helper-stage.ts";
import { formatMarker } from "./marker.ts";
import { changeForDigest, digestOf } from "./marker-digest.ts";
import { type ArgUser, findFixed, sees, undeclaredArgs, whyNoArgs } from "./platform-args.ts";
import { casedKeyword, declareArgs, fragmentLines, linesAt, type SourceStyle } from "./source-style.ts";
import { switchUser } from "./switch-user.ts";

/** Where a stage's edits go. */
export interface Placement extends ArgUser {
	readonly dockerfile: Dockerfile;
	readonly style: SourceStyle;
	/** Plans an extra stage from which this one copies the init; a text says why there can be none. */
	readonly planHelper: (way: ViaStage) => HelperStage | string;
}

/** A stage's edits, and the stage that was added for it. */
interface InstallEdits {
	readonly edits: readonly Edit[];
	readonly helper: HelperStage | undefined;
}

/** Joins the edits of a stage's commands with those that install the init. A marker precedes each addition. */
export function editInstall(
	step: InstallStep | undefined,
	commands: readonly CommandEdits[],
	placement: Placement,
): InstallEdits | string {
	const placed = step && placeInstall(step, commands[0]?.target, placement);
	if (typeof placed === "string") return placed;
	const blocks: Block[] = placed === undefined ? [] : [placed.block];
	for (const { lines, target, changes } of commands) {
		const spot = placement.keepLines ? atEnd(placement.analysed) : above(target, placement.analysed);
		let block = blocks.find(({ index, offset }) => index === spot.index && offset === spot.offset);
		if (block === undefined) {
			block = { ...spot, args: [], lines: [], count: 0, changes: [] };
			blocks.push(block);
		}
		block.lines.push(...lines);
		block.count += lines.length;
		block.changes.push(...changes);
	}
	const { instructions, from } = placement.analysed.stage;
	const { source } = placement.dockerfile;
	const isUnfinished = (instructions.at(-1) ?? from).isUnfinished || source.endsWith("\r");
	if (isUnfinished && blocks.some(({ offset }) => offset === source.length))
		return "the file ends in the middle of a line: end its last instruction";
	const helper = placed?.helper;
	const digest = digestOfBlocks(blocks, placement.style);
	const edits = [
		...(helper?.edit === undefined ? [] : [helper.edit]),
		...flatMap(commands, (command) => command.edits),
		...flatMap(blocks, (each) => insertBlock(each, digest, placement)),
	];
	return { edits, helper };
}

/** The digest in all markers of a stage: of everything that is inserted, from the first place to the last. */
function digestOfBlocks(blocks: readonly Block[], style: SourceStyle): string {
	const inOrder = [...blocks].sort((left, right) => left.offset - right.offset);
	return digestOf(
		flatMap(inOrder, ({ args, lines, changes }) => [
			...declareArgs(args, style),
			...lines,
			...changes.map(({ change, words }) => changeForDigest(change, words)),
		]),
	);
}

/** A place of a stage. */
interface Spot {
	/** The index of the instruction that follows in the stage. */
	readonly index: number;
	readonly offset: number;
}

/** Above an instruction and the comments that belong to it. */
function above(target: Instruction | undefined, analysed: AnalysedStage): Spot {
	if (target === undefined) return atEnd(analysed);
	const index = analysed.stage.instructions.findIndex(({ lineStart }) => lineStart === target.lineStart);
	return { index, offset: target.leadStart };
}

/** Lines to be inserted at one place of a stage. */
interface Block extends Spot {
	readonly args: readonly string[];
	readonly lines: string[];
	/** How many instructions the lines hold. */
	count: number;
	readonly changes: CommandEdits["changes"][number][];
}

function insertBlock(
	{ offset, args, lines, count, changes }: Block,
	digest: string,
	{ dockerfile: { source }, style, keepLines }: Placement,
): Edit[] {
	const declarations = declareArgs(args, style);
	if (!keepLines) {
		const marker = formatMarker({
			above: args.length,
			below: count,
			changes: changes.map(({ change }) => change),
			digest,
		});
		return [{ start: offset, end: offset, text: linesAt(source, offset, [...declarations, marker, ...lines], style) }];
	}
	const added = [...declarations, ...lines];
	if (added.length === 0) return [];
	const text = linesAt(source, offset, added, style);
	return [{ start: offset, end: skipBlankLines(source, offset, text.split("\n").length - 1), text }];
}

const BLANK_LINE = /[\t\v\f\r ]*\n/y;

/** The offset after the blank lines that follow, at most `most` of them: lines in their place move nothing. */
function skipBlankLines(source: string, offset: number, most: number): number {
	BLANK_LINE.lastIndex = offset;
	let end = offset;
	for (let count = 0; count < most && BLANK_LINE.test(source); count++) end = BLANK_LINE.lastIndex;
	return end;
}

interface Placed {
	readonly block: Block;
	readonly helper: HelperStage | undefined;
}

function placeInstall(step: InstallStep, target: Instruction | undefined, placement: Placement): Placed | string {
	const { analysed } = placement;
	const way = chooseWay(step, placement);
	if (typeof way === "string") return way;
	const { fragment, helper } = way;
	const unfit = shellProblem(step, placement);
	if (unfit !== undefined) return unfit;
	const spot = placement.keepLines
		? atEnd(analysed)
		: step.place === "above-command"
			? aboveCommand(target, fragment, placement)
			: afterInstruction(step.place.after, analysed);
	const args = undeclaredArgs(fragment, spot.index, placement);
	const anchor = placement.keepLines || step.place === "above-command" ? undefined : step.place.after;
	const user = step.needsRoot ? switchUser(spot.index, anchor, placement) : [];
	if (typeof user === "string") return user;
	const [before = [], back = []] = user.map((name) => [`${casedKeyword("USER", placement.style)} ${name}`]);
	// If the file has a USER right after it, there is no need to switch back.
	const after = analysed.stage.instructions[spot.index]?.keyword === "USER" ? [] : back;
	const lines = [...before, ...fragmentLines(fragment, placement.style), ...after];
	return {
		block: {
			...spot,
			args,
			lines,
			count: fragment.instructions + before.length + after.length,
			changes: [],
		},
		helper,
	};
}

/**
 * The step's own fragment. If the stage cannot have the platform arguments that it uses, a COPY from a stage that has
 * them.
 */
function chooseWay(
	{ fragment, viaStage }: InstallStep,
	placement: Placement,
): { readonly fragment: Fragment; readonly helper: HelperStage | undefined } | string {
	const choose = "select one platform with --platform";
	if (fragment.args.length === 0) return { fragment, helper: undefined };
	const everywhere = findFixed(placement.dockerfile.globalArgs, fragment.args);
	if (everywhere !== undefined) return `ARG ${everywhere} before the first FROM has a value of its own: ${choose}`;
	const problem = whyNoArgs(fragment, placement);
	if (problem === undefined) return { fragment, helper: undefined };
	if (viaStage === undefined || placement.keepLines) return `${problem}: ${choose}`;
	const helper = placement.planHelper(viaStage);
	return typeof helper === "string"
		? `${problem}, and ${helper}, or ${choose}`
		: { fragment: viaStage.copyFrom(helper.name), helper };
}

/** The SHELL at the end of a stage may differ from the SHELL where the step was planned. */
function shellProblem({ needsRoot }: InstallStep, { keepLines, analysed }: Placement): string | undefined {
	const { shell } = analysed.end;
	if (!keepLines || !needsRoot || shell === undefined || isPosixShell(shell)) return undefined;
	return `the SHELL at the end of the stage, ${JSON.stringify(shell)}, is not a POSIX shell`;
}

function afterInstruction(anchor: Instruction, { stage }: AnalysedStage): Spot {
	return { index: stage.instructions.indexOf(anchor) + 1, offset: anchor.lineEnd };
}

/**
 * Above the command's comments; but at the stage's end where an ARG comes with it and a RUN follows, since an ARG
 * enters the environment of every RUN after it, or where the stage declares that ARG further down itself.
 */
function aboveCommand(target: Instruction | undefined, fragment: Fragment, placement: Placement): Spot {
	const { analysed } = placement;
	const spot = above(target, analysed);
	const args = undeclaredArgs(fragment, spot.index, placement);
	const later = analysed.stage.instructions.slice(spot.index);
	return args.length > 0 && later.some((each) => sees(each, args)) ? atEnd(analysed) : spot;
}

function atEnd({ stage }: AnalysedStage): Spot {
	return { index: stage.instructions.length, offset: (stage.instructions.at(-1) ?? stage.from).lineEnd };
}
