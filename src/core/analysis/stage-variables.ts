import { expandedTexts } from "../dockerfile/expanded-words.ts";
import type { ExpansionBudget } from "../dockerfile/expansion-budget.ts";
import { readHeredocBodies } from "../dockerfile/heredoc-bodies.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import type { LexOptions } from "../dockerfile/lex-options.ts";
import { findMountMistake, mountValue, readMountFields } from "../dockerfile/mount.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import { expandWord } from "../dockerfile/shell-lex.ts";
import { findMistake, listWords } from "../dockerfile/validate.ts";
import { findPortMistake, findSignalMistake } from "../dockerfile/value-mistake.ts";
import { type AssignmentContext, applyAssignments, readAssignments } from "../dockerfile/variables.ts";
import { splitAssignment } from "../dockerfile/words.ts";
import { flatMap } from "../flat-map.ts";
import { hintInStage } from "./missing-variable.ts";
import { expansionMistake, type Mistake } from "./mistake.ts";
import { Scope } from "./scope.ts";

/** What the stages of a file share when they expand texts. */
export interface ExpansionContext extends AssignmentContext {
	readonly dockerfile: Dockerfile;
	readonly budget: ExpansionBudget;
}

/** A text without any of these characters is never rejected. */
const MAY_FAIL = /['"]|\$\{/;

/** Alternates between plain and quoted texts. */
const BALANCED = /^[^"'\\`]*(?:(?:"[^"\\`]*"|'[^'\\`]*')[^"'\\`]*)*$/;

function mayFail({ keyword, argument: { text }, flags }: Instruction): boolean {
	// In LABEL, quotes group words, as in all texts that are expanded.
	if (keyword === "LABEL" && BALANCED.test(text)) return text.includes("${");
	return MAY_FAIL.test(text) || flags.some((flag) => MAY_FAIL.test(flag));
}

/** No word of a Dockerfile can contain it. */
const UNSET = "\u0000";

/** How texts are expanded: an unset variable becomes empty, or a mark for an unset variable. */
interface Lexing {
	readonly plain: AssignmentContext;
	readonly open: LexOptions;
}

/**
 * The variables of a stage at one of its instructions, and the first text that BuildKit would refuse to expand.
 */
export class StageVariables {
	readonly #context: ExpansionContext;
	/** The variables that ENV and ARG have set, in the stage and in those that it is built on. */
	readonly values: Scope<string>;
	/** The variables that ENV has set; a value of `undefined` is not known. */
	readonly environment: Scope<string | undefined>;
	/** Whether only PATH can be set by the base: no image with an unknown ENV is at the root. */
	readonly #isComplete: boolean;
	/** The ARGs that have no value. */
	readonly #declared: Scope<true>;
	#options: Lexing | undefined;
	#mistake: Mistake | undefined;

	/** @param start the stage that this one is built on, or the environment of its image; undefined: not known */
	constructor(start: StageVariables | readonly string[] | undefined, context: ExpansionContext) {
		const parent = start instanceof StageVariables ? start : undefined;
		this.#context = context;
		this.values = new Scope(parent?.values);
		this.environment = new Scope(parent?.environment);
		this.#isComplete = parent ? parent.#isComplete : start !== undefined;
		this.#declared = new Scope(parent === undefined ? undefined : parent.#declared);
		if (!(start instanceof StageVariables)) for (const assignment of start ?? []) this.#inherit(assignment);
	}

	/** Adds the environment of the base image. */
	#inherit(assignment: string): void {
		const { name, value = "" } = splitAssignment(assignment);
		this.values.set(name, value);
		this.environment.set(name, value);
	}

	/** Created on demand: few stages expand anything. */
	get #lexing(): Lexing {
		if (this.#options !== undefined) return this.#options;
		const { escape, budget, buildArgs, globals } = this.#context;
		const mayBeSet = (name: string): boolean => name === "PATH" || !this.#isComplete;
		this.#options = {
			plain: { escape, budget, buildArgs, globals, mayBeSet },
			open: { escape, budget, mayBeSet, unset: UNSET },
		};
		return this.#options;
	}

	get mistake(): Mistake | undefined {
		return this.#mistake;
	}

	/** Processes an instruction: sets its variables, and checks the texts that it expands. */
	apply(instruction: Instruction): void {
		try {
			if (instruction.isTrigger) this.#checkTrigger(instruction);
			if (instruction.keyword === "ENV" || instruction.keyword === "ARG") this.#assign(instruction);
			else if (this.#mistake === undefined) this.#check(instruction);
		} catch (error) {
			this.#mistake ??= expansionMistake(error, instruction, (name) =>
				hintInStage(name, this.#declared, this.#context.dockerfile),
			);
		}
	}

	/** A word with its variables expanded; undefined if the base image may set one of them, or it is rejected. */
	expand(text: string): string | undefined {
		try {
			const word = expandWord(text, (name) => this.values.get(name), this.#lexing.open);
			return word.includes(UNSET) ? undefined : word;
		} catch {
			return undefined;
		}
	}

	#assign(instruction: Instruction): void {
		const set = instruction.keyword === "ENV" ? readAssignments(instruction, this.#context.escape) : [];
		const values = set.map(({ name, value = "" }) => [name, this.expand(value)] as const);
		for (const [name, value] of values) this.environment.set(name, value);
		for (const name of applyAssignments(instruction, this.values, this.#lexing.plain)) this.#declared.set(name, true);
	}

	#check(instruction: Instruction): void {
		this.#checkHeredocs(instruction);
		this.#checkValues(instruction);
		if (!mayFail(instruction)) return;
		for (const text of expandedTexts(instruction, this.#context.escape)) {
			if (MAY_FAIL.test(text)) expandWord(text, (name) => this.values.get(name), this.#lexing.plain);
		}
	}

	/** Checks values that must have a certain form after expansion. */
	#checkValues({ keyword, argument, flags, start }: Instruction): void {
		let message: string | undefined;
		if (keyword === "STOPSIGNAL") message = firstMistake([this.expand(argument.text)], findSignalMistake);
		else if (keyword === "EXPOSE") {
			const ports = flatMap(listWords(argument.text), (word) => this.expand(word)?.match(/\S+/g) ?? []);
			message = firstMistake(ports, findPortMistake);
		} else if (keyword === "RUN" && flags.length > 0) message = firstMistake(flags, (flag) => this.#findInMount(flag));
		if (message !== undefined) this.#mistake ??= { message, offset: start };
	}

	#findInMount(flag: string): string | undefined {
		const value = mountValue(flag);
		if (value === undefined) return undefined;
		const fields = readMountFields(value);
		if (fields === undefined) return `${flag}: its quotes must enclose a whole field, as CSV has them`;
		return findMountMistake(fields, (text) => this.expand(text));
	}

	/**
	 * In the heredocs of COPY and ADD, quotes have no meaning, and the backslash escapes regardless of `# escape=`.
	 */
	#checkHeredocs(instruction: Instruction): void {
		if (!instruction.hasHeredoc || instruction.keyword === "RUN") return;
		for (const { text, isQuoted } of readHeredocBodies(instruction, this.#context.dockerfile.source)) {
			if (isQuoted || !text.includes("${")) continue;
			expandWord(text, (name) => this.values.get(name), { ...this.#lexing.plain, escape: "\\", plainQuotes: true });
		}
	}

	/** BuildKit parses a trigger when it fires, with the backslash as the escape character. */
	#checkTrigger(trigger: Instruction): void {
		const message = this.#context.escape === "\\" ? findMistake(trigger, "\\") : undefined;
		if (message !== undefined)
			this.#mistake ??= { message: `in the ONBUILD trigger that runs here: ${message}`, offset: trigger.start };
	}
}

function firstMistake(
	texts: readonly (string | undefined)[],
	find: (text: string) => string | undefined,
): string | undefined {
	for (const text of texts) {
		const mistake = text === undefined ? undefined : find(text);
		if (mistake !== undefined) return mistake;
	}
	return undefined;
}
