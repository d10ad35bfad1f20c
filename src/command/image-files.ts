// Which instruction puts a file into an image, and what the file holds, as far as the Dockerfile and its build context say.
import type { AnalysedStage } from "../analysis/analyse.ts";
import { flagValue, type Instruction } from "../dockerfile/instruction.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import { expandWord } from "../dockerfile/shell-lex.ts";
import { baseName } from "../inits/invocation.ts";
import { ancestryOf } from "../rewrite/lineage.ts";
import { type Copy, type CopySource, readCopy, sourcesFor } from "./copied-files.ts";
import { joinPath, resolvePath } from "./posix-path.ts";
import { findWritten } from "./written-files.ts";

/** Reads a build context. */
export interface BuildContext {
	/** The text of a file by its path in the context; undefined when there is none, or it cannot be read. */
	readonly readContextFile?: ((path: string) => string | undefined) | undefined;
	/** What else is known of that file; undefined when there is none. */
	readonly inspectContextFile?: ((path: string) => ContextFileFacts | undefined) | undefined;
}

/** What is known of a file of the build context besides its text. */
export interface ContextFileFacts {
	readonly isExecutable: boolean;
	/** Why its text cannot be read. */
	readonly unreadable?: string;
}

/** A file of an image. */
export interface ImageFile {
	/** The instruction that puts it there. */
	readonly by: Instruction;
	/** `foreign`: from another image or the network. */
	readonly origin: "context" | "inline" | "foreign";
	/** What messages call it. */
	readonly name: string;
	/** Undefined when it is not known. */
	readonly text: string | undefined;
	/** Why its text is not known. */
	readonly unreadable?: string;
	/** How a message names one of its lines. */
	readonly placeOf: (line: number) => string;
	/** Undefined when that is not known. */
	readonly isExecutable: boolean | undefined;
}

/** A file and the stages of which it is one. */
interface ReadFile {
	readonly dockerfile: Dockerfile;
	readonly stages: readonly AnalysedStage[];
}

/** The files that the instructions of a stage, and of those that it is built on, put into its image. */
export class ImageFiles {
	readonly #file: ReadFile;
	readonly #analysed: AnalysedStage;
	readonly #context: BuildContext;
	readonly #depth: number;
	#steps: readonly Step[] | undefined;
	#instructions: readonly Instruction[] | undefined;

	constructor(file: ReadFile, analysed: AnalysedStage, context: BuildContext, depth = 0) {
		this.#file = file;
		this.#analysed = analysed;
		this.#context = context;
		this.#depth = depth;
	}

	/** Finds a program as the kernel or a shell would: a name without slash in the folders of PATH. */
	findProgram(word: string): ImageFile | undefined {
		// Reading every COPY takes time: most words stand in none of them.
		if (!this.#mayPlace(baseName(word))) return undefined;
		const { workdir } = this.#all().at(-1) ?? { workdir: "/" };
		for (const path of pathsOf(word, workdir, this.#analysed.variables.get("PATH"))) {
			const found = this.find(path);
			if (found !== undefined) return found;
		}
		return undefined;
	}

	/** Whether an instruction names such a file, or may bring it along in a folder. */
	#mayPlace(name: string): boolean {
		this.#instructions ??= ancestryOf(this.#file.stages, this.#analysed).flatMap(({ stage }) =>
			stage.instructions.filter(({ keyword }) => MAKES_FILES.has(keyword)),
		);
		const { readContextFile } = this.#context;
		return this.#instructions.some((instruction) => {
			const { keyword, argument, hasHeredoc } = instruction;
			if (hasHeredoc || argument.text.includes(name)) return true;
			return (
				(keyword === "COPY" || keyword === "ADD") &&
				(readContextFile !== undefined || flagValue(instruction, "from") !== undefined || argument.text.includes("$"))
			);
		});
	}

	/** Finds a file by its absolute path; undefined when no instruction puts one there, as far as one can see. */
	find(path: string): ImageFile | undefined {
		const steps = this.#all();
		return this.#findBefore(path, steps.length, false);
	}

	/** Whether a folder that is copied may hold the file, for all that is known: the build context is not read. */
	mayHold(path: string): boolean {
		if (this.#context.readContextFile !== undefined) return false;
		return this.#all().some(({ copy }) => copy !== undefined && sourcesFor(copy, path).length > 0);
	}

	/** The last of the first `count` steps that puts the file there; a later one may have made it executable. */
	#findBefore(path: string, count: number, isExecutable: boolean): ImageFile | undefined {
		const steps = this.#all();
		let hasMode = isExecutable;
		for (let index = count - 1; index >= 0; index--) {
			const step = steps[index];
			const found = step && this.#findIn(step, path, index);
			if (found === "executable") hasMode = true;
			else if (found !== undefined) return hasMode ? { ...found, isExecutable: true } : found;
		}
		return undefined;
	}

	#findIn({ instruction, workdir, copy }: Step, path: string, index: number): ImageFile | "executable" | undefined {
		if (copy !== undefined) return this.#findCopied(copy, path);
		if (instruction.keyword !== "RUN") return undefined;
		const { source } = this.#file.dockerfile;
		const found = findWritten(instruction, { source, workdir, path });
		if (found === undefined || found === "executable") return found;
		const rest = { by: instruction, isExecutable: found.isExecutable };
		if (found.kind === "moved") {
			const moved = this.#findBefore(found.from, index, found.isExecutable);
			return moved ?? { ...rest, ...foreign(instruction) };
		}
		if (found.kind === "downloaded") return { ...rest, ...foreign(instruction) };
		const before = found.isAppended ? this.#findBefore(path, index, false)?.text : "";
		const text = before === undefined || found.text === undefined ? undefined : before + found.text;
		return { ...rest, origin: "inline", name: `line ${instruction.line}`, text, placeOf: () => `line ${instruction.line}` };
	}

	#findCopied(copy: Copy, path: string): ImageFile | undefined {
		const inline = copy.heredocs.find((heredoc) => heredoc.path === path);
		if (inline !== undefined) {
			const { line, text } = inline;
			const placeOf = (at: number): string => `line ${line + at - 1}`;
			return { by: copy.by, origin: "inline", name: `line ${copy.by.line}`, text, placeOf, isExecutable: copy.isExecutable ?? false };
		}
		const sources = sourcesFor(copy, path);
		if (sources.length === 0) return undefined;
		const { from } = copy;
		if (from !== undefined) return this.#findInStage(copy, sources, from);
		if (copy.isForeign) return { by: copy.by, ...foreign(copy.by), isExecutable: copy.isExecutable ?? false };
		return this.#findInContext(copy, sources);
	}

	/** A folder that is copied may hold the file; what the context does not show is not there. */
	#findInContext(copy: Copy, sources: readonly CopySource[]): ImageFile | undefined {
		const { readContextFile, inspectContextFile } = this.#context;
		const isThere = ({ path }: CopySource): boolean => readContextFile?.(path) !== undefined || inspectContextFile?.(path) !== undefined;
		const path = (sources.find(isThere) ?? sources.find(({ isNamed }) => isNamed))?.path;
		if (path === undefined) return undefined;
		const text = readContextFile?.(path);
		const facts = inspectContextFile?.(path);
		return {
			by: copy.by,
			origin: "context",
			name: path,
			text,
			...(text === undefined ? { unreadable: whyUnreadable(path, facts, readContextFile !== undefined) } : {}),
			placeOf: (line) => `${path}:${line}`,
			isExecutable: copy.isExecutable ?? facts?.isExecutable,
		};
	}

	/** COPY --from: the file of another stage, or one of an image of which nothing is known. */
	#findInStage(copy: Copy, sources: readonly CopySource[], from: string): ImageFile | undefined {
		const { stages } = this.#file;
		const index = this.#analysed.stage.index;
		const stage = stages.slice(0, index).findLast((other) => other.stage.name === from) ?? (/^\d+$/.test(from) ? stages[Number(from)] : undefined);
		const unknown = { by: copy.by, ...foreign(copy.by), isExecutable: copy.isExecutable };
		if (stage === undefined || stage.stage.index >= index || this.#depth > 8) return unknown;
		const files = new ImageFiles(this.#file, stage, this.#context, this.#depth + 1);
		const found = sources.map((source) => files.find(`/${source.path}`)).find((each) => each !== undefined);
		return found === undefined ? unknown : { ...found, by: copy.by, isExecutable: copy.isExecutable ?? found.isExecutable };
	}

	/** The instructions that may put files into the image, in order. */
	#all(): readonly Step[] {
		this.#steps ??= listSteps(this.#file, this.#analysed);
		return this.#steps;
	}
}

/** One instruction that may put files into the image. */
interface Step {
	readonly instruction: Instruction;
	/** The working directory in force. */
	readonly workdir: string;
	/** Absent for RUN and WORKDIR. */
	readonly copy?: Copy;
}

function listSteps({ dockerfile, stages }: ReadFile, analysed: AnalysedStage): Step[] {
	const steps: Step[] = [];
	let workdir = "/";
	for (const { stage, variables } of ancestryOf(stages, analysed)) {
		const expand = (text: string): string => expandOrKeep(text, variables, dockerfile.directives.escape);
		for (const instruction of stage.instructions) {
			if (instruction.keyword === "WORKDIR") workdir = resolvePath(workdir, expand(instruction.argument.text));
			if (!MAKES_FILES.has(instruction.keyword)) continue;
			const isCopy = instruction.keyword === "COPY" || instruction.keyword === "ADD";
			steps.push({ instruction, workdir, ...(isCopy ? { copy: readCopy(instruction, { source: dockerfile.source, workdir, expand }) } : {}) });
		}
	}
	return steps;
}

/** WORKDIR counts for the working directory at the end. */
const MAKES_FILES = new Set(["ADD", "COPY", "RUN", "WORKDIR"]);

function foreign(by: Instruction): Pick<ImageFile, "origin" | "name" | "text" | "unreadable" | "placeOf"> {
	const from = flagValue(by, "from");
	const why = from === undefined ? "it comes from the network" : `it comes from ${from}`;
	return { origin: "foreign", name: `line ${by.line}`, text: undefined, unreadable: why, placeOf: () => `line ${by.line}` };
}

function whyUnreadable(path: string, facts: ContextFileFacts | undefined, hasContext: boolean): string {
	if (facts?.unreadable !== undefined) return `${path} ${facts.unreadable}`;
	return hasContext ? `${path} is not in the build context` : `the build context, which holds ${path}, is not read`;
}

/** Where a program can be: a name without slash is looked for in the usual folders, and in / for entrypoint scripts that are linked to. */
function pathsOf(program: string, workdir: string, path: string | undefined): string[] {
	if (program.includes("/")) return [resolvePath(workdir, program)];
	const own = (path ?? "").split(":").filter((folder) => folder.startsWith("/"));
	return [...own, "/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin", "/"].map((folder) => joinPath(folder, program));
}

function expandOrKeep(text: string, variables: AnalysedStage["variables"], escape: string): string {
	try {
		return expandWord(text, (name) => variables.get(name), { escape, keepUnset: true });
	} catch {
		return text;
	}
}
