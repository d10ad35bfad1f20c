// The instructions of a stage that may put files into its image; each is read on first use.

import type { AnalysedStage } from "../analysis/analyse.ts";
import { flagValue, type Instruction } from "../dockerfile/instruction.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import { expandWord } from "../dockerfile/shell-lex.ts";
import { flatMap } from "../flat-map.ts";
import { type Copy, type CopyPlace, readBindMounts, readCopy } from "./copied-files.ts";
import type { FileChange } from "./file-change.ts";
import { type FileSearch, type RunHints, readRunHints } from "./file-search.ts";
import { resolvePath } from "./posix-path.ts";
import { readRunFiles } from "./run-files.ts";

/** One instruction that may put files into the image. */
export class ImageStep {
	readonly instruction: Instruction;
	readonly #place: CopyPlace;
	#copy: Copy | undefined;
	#hints: RunHints | undefined;
	#changes: readonly FileChange[] | undefined;

	constructor(instruction: Instruction, place: CopyPlace) {
		this.instruction = instruction;
		this.#place = place;
	}

	/** What a COPY or ADD copies; undefined for RUN. */
	get copy(): Copy | undefined {
		if (this.instruction.keyword !== "RUN") this.#copy ??= readCopy(this.instruction, this.#place);
		return this.#copy;
	}

	/** What bind mounts show a RUN. */
	get mounts(): readonly Copy[] {
		return readBindMounts(this.instruction, this.#place);
	}

	/** What the text of a RUN says of files, and the variables in it. */
	get hints(): RunHints {
		this.#hints ??= readRunHints(withValues(textOf(this.instruction, this.#place.source), this.#place.lookup));
		return this.#hints;
	}

	/** What a RUN does with files. */
	get changes(): readonly FileChange[] {
		this.#changes ??= readRunFiles(this.instruction, this.#place);
		return this.#changes;
	}
}

/** The steps of one stage, without those of the stages that it is built on. */
export class ImageSteps {
	readonly #dockerfile: Dockerfile;
	readonly #analysed: AnalysedStage;
	/** Those of the stage, after the triggers that fire in it. */
	readonly #instructions: readonly Instruction[];
	readonly #startFolder: string;
	readonly #readsContext: boolean;
	/** The working directory at the end. */
	readonly workdir: string;
	#list: readonly ImageStep[] | undefined;
	#text: string | undefined;
	#bringsAnything = false;
	#reach: Reach | undefined;

	/** @param start the working directory that the stage begins in, and all instructions that run in it */
	constructor(
		dockerfile: Dockerfile,
		analysed: AnalysedStage,
		start: { readonly folder: string; readonly instructions: readonly Instruction[] },
		readsContext: boolean,
	) {
		this.#dockerfile = dockerfile;
		this.#analysed = analysed;
		this.#instructions = start.instructions;
		this.#startFolder = start.folder;
		this.#readsContext = readsContext;
		let workdir = start.folder;
		for (const instruction of this.#instructions)
			if (instruction.keyword === "WORKDIR") workdir = this.#enter(workdir, instruction);
		this.workdir = workdir;
	}

	/** In the order of the file. */
	get list(): readonly ImageStep[] {
		this.#list ??= this.#listSteps();
		return this.#list;
	}

	/**
	 * Whether an instruction names such a file, or may bring it along in a folder: reading every COPY takes time, and
	 * most words stand in none of them.
	 */
	mayPlace(name: string): boolean {
		this.#text ??= this.#readText();
		return this.#bringsAnything || namesFile(this.#text, name);
	}

	/** Whether one of the steps may have to do with a file: a cheap question, for long chains of stages. */
	mayTouch(search: FileSearch): boolean {
		this.#reach ??= reachOf(this.list);
		const { targets, hints } = this.#reach;
		return targets.some((target) => search.path.startsWith(target)) || search.mayBeChangedBy(hints);
	}

	#readText(): string {
		const makers = this.#instructions.filter(({ keyword }) => MAKES_FILES.has(keyword));
		this.#bringsAnything = makers.some((maker) => this.#mayBringFolder(maker));
		const named = this.#instructions.filter(({ keyword }) => keyword === "ENV" || keyword === "ARG");
		return [...makers, ...named].map(({ argument }) => argument.text).join("\n");
	}

	#mayBringFolder(maker: Instruction): boolean {
		if (maker.hasHeredoc) return true;
		if (maker.keyword === "RUN") return false;
		return this.#readsContext || flagValue(maker, "from") !== undefined || maker.argument.text.includes("$");
	}

	#listSteps(): ImageStep[] {
		const steps: ImageStep[] = [];
		const lookup = (name: string): string | undefined => this.#analysed.variables.get(name);
		const expand = (text: string): string => this.#expand(text);
		let place: CopyPlace = { source: this.#dockerfile.source, workdir: this.#startFolder, lookup, expand };
		for (const instruction of this.#instructions) {
			if (instruction.keyword === "WORKDIR") place = { ...place, workdir: this.#enter(place.workdir, instruction) };
			else if (MAKES_FILES.has(instruction.keyword)) steps.push(new ImageStep(instruction, place));
		}
		return steps;
	}

	#enter(workdir: string, { argument }: Instruction): string {
		return resolvePath(workdir, this.#expand(argument.text));
	}

	#expand(text: string): string {
		try {
			return expandWord(text, (name) => this.#analysed.variables.get(name), {
				escape: this.#dockerfile.directives.escape,
				keepUnset: true,
			});
		} catch {
			return text;
		}
	}
}

/** Where the steps of a stage put files. */
interface Reach {
	/** The destinations of COPY and ADD. */
	readonly targets: readonly string[];
	/** Of the texts of all RUNs. */
	readonly hints: RunHints;
}

function reachOf(steps: readonly ImageStep[]): Reach {
	const targets = flatMap(steps, ({ copy }) => copy?.destination ?? []);
	const texts = flatMap(steps, (step) => (step.copy === undefined ? [step.hints.text] : []));
	return { targets: [...new Set(targets)], hints: readRunHints(texts.join("\n")) };
}

/** Whether a text has a file's name, and not within a longer one: most texts have `sh` in `.sh`. */
function namesFile(text: string, name: string): boolean {
	if (name === "") return false;
	for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1))
		if (!WITHIN_NAME.test(text.charAt(at - 1)) && !WITHIN_NAME.test(text.charAt(at + name.length))) return true;
	return false;
}

const WITHIN_NAME = /[\w.-]/;

/** A text, and the values of the variables that are expanded in it. */
function withValues(text: string, lookup: CopyPlace["lookup"]): string {
	if (!text.includes("$")) return text;
	const values = flatMap([...text.matchAll(/\$\{?([A-Za-z_]\w*)/g)], ([, name = ""]) => lookup(name) ?? []);
	return [text, ...values].join("\n");
}

const MAKES_FILES = new Set(["ADD", "COPY", "RUN"]);

function textOf({ argument, hasHeredoc, lineStart, lineEnd }: Instruction, source: string): string {
	return hasHeredoc ? source.slice(lineStart, lineEnd) : argument.text;
}
