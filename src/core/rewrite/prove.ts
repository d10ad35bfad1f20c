// The proof of a rewrite: the output is read again, and must mean what the input meant.

import type { AnalysedStage } from "../analysis/analyse.ts";
import type { AnalysedFile } from "../analysis/analyse-source.ts";
import type { ImageConfig } from "../analysis/image-config.ts";
import { parentOf } from "../analysis/lineage.ts";
import { beginsWithInit } from "../command/stage-command.ts";
import { isBareInit } from "../dockerfile/init-flag.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import { findTarget } from "../dockerfile/target.ts";
import { type Edit, sortEdits } from "../edit/edit.ts";
import { flatMap } from "../flat-map.ts";
import { readInitInvocation } from "../inits/invocation.ts";
import { isCommentedOut } from "./flagged-stage.ts";
import type { RewriteOptions } from "./options.ts";
import type { Outcome } from "./outcome.ts";
import { type AddedRange, findStageDifference, isWithin, originalStages } from "./prove-stages.ts";

export interface Claim {
	readonly outcomes: readonly Outcome[];
	readonly options: RewriteOptions;
	/** Whether a stage's own command starts an init, also if a script does that; never unless given. */
	readonly startsInit?: (original: AnalysedStage) => boolean;
}

/**
 * Compares a rewritten file with the original. Throws an error that begins with `BUG:` and names what differs.
 * @returns the stages of the rewritten file that are the original's, in order
 */
export function proveRewrite(
	before: AnalysedFile,
	after: AnalysedFile,
	edits: readonly Edit[],
	{ outcomes, options, startsInit = () => false }: Claim,
): readonly AnalysedStage[] {
	const added = proveBytes(before.dockerfile.source, after.dockerfile.source, edits);
	const difference = findStageDifference(before.stages, after.stages, added);
	if (difference !== undefined) fail(difference);
	const stages = originalStages(after.stages, added);
	proveSame("the directives", before.dockerfile.directives, after.dockerfile.directives);
	const flagged = after.dockerfile.stages.find(({ initFlags }) => initFlags.length > 0);
	if (flagged !== undefined) fail(`stage ${flagged.index} still has --init`);
	const lastBuilt = options.keepLines ? findTarget(before.dockerfile.stages, options.target)?.index : undefined;
	const argsOf = new Map<number, readonly string[]>();
	const split = new Set<number>();
	for (const [index, stage] of before.stages.entries()) {
		const other = stages[index];
		if (other === undefined) continue;
		const original = withoutTakenOut(stage, edits);
		proveSame(`FROM of stage ${index}`, stage.stage.from.argument.text, other.stage.from.argument.text);
		// With `keepLines` the file is for one build of the target, and later stages are not part of it.
		const isBuilt = lastBuilt === undefined || index <= lastBuilt;
		const inherited = flatMap(stage.bases, (base) =>
			base.kind === "stage" && isBuilt ? (argsOf.get(base.stage.index) ?? []) : [],
		);
		const parent = parentOf(after.stages, other);
		argsOf.set(index, proveInstructions(original, other, added, { args: inherited, variables: parent?.variables }));
		if (isSplit(stage, split)) split.add(index);
		const terms = { options, isSplit: split.has(index) };
		proveConfig(`stage ${index}`, stage.end, other.end, terms);
		proveConfig(`what stage ${index} leaves to ONBUILD`, stage.afterTriggers, other.afterTriggers, terms);
		if (outcomes[index]?.code === "rewritten") proveInit(other);
		proveRequest(stage, other, { ...terms, hasOwnInit: startsInit(stage) });
	}
	return stages;
}

/** What is compared of two commands. */
interface Terms {
	readonly options: RewriteOptions;
	/**
	 * Whether its base depends on the platform, and only some of the bases have an init, before the rewrite or after it:
	 * what it inherits is unknown then.
	 */
	readonly isSplit: boolean;
}

/** Each of the stages that it is built on has its own proof. `split` are the earlier stages for which this holds. */
function isSplit({ bases }: AnalysedStage, split: ReadonlySet<number>): boolean {
	const parents = flatMap(bases, (base) => (base.kind === "stage" ? [base.stage.index] : []));
	return parents.length > 0 && (bases.length > 1 || parents.some((parent) => split.has(parent)));
}

/** Proves that every byte outside the edits is the original's. */
function proveBytes(source: string, output: string, edits: readonly Edit[]): AddedRange[] {
	const added: AddedRange[] = [];
	let at = 0;
	let written = 0;
	for (const { start, end, text } of sortEdits(edits)) {
		if (output.slice(written, written + start - at) !== source.slice(at, start))
			fail(`the text before offset ${start} has changed`);
		written += start - at;
		if (!output.startsWith(text, written)) fail(`the edit at offset ${start} is not in the output`);
		added.push({ start: written, end: written + text.length });
		written += text.length;
		at = end;
	}
	if (output.slice(written) !== source.slice(at)) fail("the text after the last edit has changed");
	return added;
}

const ADDED_KEYWORDS = new Set(["ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ONBUILD", "RUN", "USER"]);
const COMMAND_KEYWORDS = new Set(["CMD", "ENTRYPOINT", "ONBUILD"]);

/** What a stage inherits from the one that it is built on: the ARGs that were added there, and all variables. */
interface Inheritance {
	readonly args: readonly string[];
	readonly variables: AnalysedStage["variables"] | undefined;
}

/**
 * Proves that the original instructions are all there, in order, and see the same user, shell and arguments as before.
 * @returns the ARGs that were added to this stage and to those that it is built on
 */
function proveInstructions(
	before: AnalysedStage,
	after: AnalysedStage,
	added: readonly AddedRange[],
	inheritance: Inheritance,
): readonly string[] {
	const args = [...inheritance.args];
	let index = 0;
	for (const [position, instruction] of after.stage.instructions.entries()) {
		if (isWithin(instruction.lineStart, added)) {
			if (!ADDED_KEYWORDS.has(instruction.keyword)) fail(`${instruction.keyword} must not be added`);
			if (instruction.keyword === "ARG") args.push(instruction.argument.text);
			else proveDeclared(instruction, after.stage.instructions.slice(0, position), inheritance.variables);
			continue;
		}
		const original = before.stage.instructions[index];
		proveInstruction(original, instruction);
		proveSurroundings(instruction, before.configs[index], after.configs[position]);
		proveUndisturbed(instruction, args);
		index++;
	}
	if (index !== before.stage.instructions.length) fail("an instruction of the original is missing");
	return args;
}

function proveInstruction(original: Instruction | undefined, instruction: Instruction): void {
	if (original?.keyword !== instruction.keyword) fail(`line ${instruction.line} is not an instruction of the original`);
	if (!COMMAND_KEYWORDS.has(instruction.keyword))
		proveSame(`line ${instruction.line}`, original?.argument.text, instruction.argument.text);
}

const PLATFORM_ARG = /\$\{?(TARGETARCH|TARGETVARIANT)\b/g;

/** Proves that added instructions see the platform arguments that they use. */
function proveDeclared(
	{ argument, line }: Instruction,
	preceding: readonly Instruction[],
	inherited: AnalysedStage["variables"] | undefined,
): void {
	for (const [, name = ""] of argument.text.matchAll(PLATFORM_ARG)) {
		const isDeclared =
			inherited?.has(name) || preceding.some((arg) => arg.keyword === "ARG" && arg.argument.text.includes(name));
		if (!isDeclared) fail(`line ${line} uses ${name}, which no ARG declares`);
	}
}

function proveSurroundings(
	{ keyword, line }: Instruction,
	before: ImageConfig | undefined,
	after: ImageConfig | undefined,
): void {
	// A USER instruction does not depend on the user before it.
	if (keyword !== "USER") proveSame(`the user at line ${line}`, before?.user, after?.user);
	proveSame(`the shell at line ${line}`, before?.shell, after?.shell);
}

/** Proves that an added ARG changes no later instruction: RUN has it in its environment, others may expand it. */
function proveUndisturbed({ keyword, argument, line }: Instruction, args: readonly string[]): void {
	if (args.length === 0) return;
	if (keyword === "RUN" || args.some((arg) => argument.text.includes(arg)))
		fail(`line ${line} would see the added ARG ${args.join(" ")}`);
}

/** Proves that the init runs what ran before, with and without arguments to `docker run`. */
function proveConfig(where: string, before: ImageConfig, after: ImageConfig, terms: Terms): void {
	proveSame(`the user of ${where}`, before.user, after.user);
	proveSame(`the shell of ${where}`, before.shell, after.shell);
	proveSame(`the stop signal of ${where}`, before.stopSignal, after.stopSignal);
	proveCommand(`the ENTRYPOINT of ${where}`, before.entrypoint, after.entrypoint, terms);
	proveCommand(`the CMD of ${where}`, before.cmd, after.cmd, terms);
}

function proveCommand(
	what: string,
	before: readonly string[] | undefined,
	after: readonly string[] | undefined,
	{ options, isSplit }: Terms,
): void {
	if (isSame(before, after) || (isSplit && (before === undefined || after === undefined))) return;
	const original = options.replace ? withoutInit(before) : before;
	const command = withoutInit(after);
	if (isSame(original, command) || (options.exec && isSame(original && addExec(original), command))) return;
	fail(`${what} would run ${JSON.stringify(command)} instead of ${JSON.stringify(original)}`);
}

function withoutInit(argv: readonly string[] | undefined): readonly string[] | undefined {
	return argv && (readInitInvocation(argv)?.command ?? argv);
}

function addExec(argv: readonly string[]): string[] {
	return argv.map((word, index) => (index === argv.length - 1 ? `exec ${word}` : word));
}

/** Proves that a stage with the outcome `rewritten` has an init, or passes one to its children. */
function proveInit({ end, afterTriggers }: AnalysedStage): void {
	const heads = flatMap([end, afterTriggers], ({ entrypoint, cmd }) => [entrypoint ?? [], cmd ?? []]);
	if (!heads.some((argv) => readInitInvocation(argv) !== undefined)) fail("the rewritten stage has no init");
}

interface RequestTerms extends Pick<Terms, "isSplit"> {
	/** Whether the original command starts an init itself. That it stays the same is proven as for any command. */
	readonly hasOwnInit: boolean;
}

/** Proves that every command that had `--init` begins with an init, also those in ONBUILD. */
function proveRequest(
	before: AnalysedStage,
	{ end, afterTriggers }: AnalysedStage,
	{ isSplit, hasOwnInit }: RequestTerms,
): void {
	const { stage } = before;
	for (const { instruction, text } of stage.instructions.length === 0 ? [] : stage.initFlags) {
		if (hasOwnInit && !instruction.isTrigger) continue;
		const config = instruction.isTrigger ? afterTriggers : end;
		const { entrypoint = [], cmd = [] } = config;
		// If the SHELL of a shell form is unknown, only the text shows that it starts an init.
		const wasUnknown = (instruction.isTrigger ? before.afterTriggers : before.end).entrypoint === undefined;
		const isUnknown = config.entrypoint === undefined && (isSplit || wasUnknown);
		if (!isUnknown && ![entrypoint, cmd].some(beginsWithInit))
			fail(`the command of line ${instruction.line} had ${text}, and has no init`);
	}
}

/** A stage without the ENTRYPOINT that was nothing but `--init` and has become a comment. */
function withoutTakenOut(analysed: AnalysedStage, edits: readonly Edit[]): AnalysedStage {
	const { stage, configs } = analysed;
	if (!stage.initFlags.some(({ isBare }) => isBare)) return analysed;
	const isKept = (instruction: Instruction | undefined): boolean =>
		instruction === undefined || !isBareInit(instruction) || !isCommentedOut(instruction, edits);
	return {
		...analysed,
		stage: { ...stage, instructions: stage.instructions.filter(isKept) },
		configs: configs.filter((_, index) => isKept(stage.instructions[index])),
	};
}

function proveSame(what: string, before: unknown, after: unknown): void {
	if (!isSame(before, after)) fail(`${what} has changed from ${JSON.stringify(before)} to ${JSON.stringify(after)}`);
}

function isSame(left: unknown, right: unknown): boolean {
	if (left === right) return true;
	// Most values are texts and lists of texts.
	if (typeof left !== "object" || typeof right !== "object") return false;
	if (!Array.isArray(left) || !Array.isArray(right)) return JSON.stringify(left) === JSON.stringify(right);
	return left.length === right.length && left.every((each, index) => isSame(each, right[index]));
}

function fail(message: string): never {
	throw new Error(
		`BUG: the rewrite is not proven: ${message}; nothing was written, please report this with the Dockerfile`,
	);
}
