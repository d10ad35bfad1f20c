// Which instruction puts a file into an image, and what the file holds, as far as the Dockerfile and its build context
// say.
import type { AnalysedStage } from "../analysis/analyse.ts";
import type { AnalysedFile } from "../analysis/analyse-source.ts";
import { ancestryOf } from "../analysis/lineage.ts";
import { flagValue, type Instruction } from "../dockerfile/instruction.ts";
import { expandWord } from "../dockerfile/shell-lex.ts";
import { baseName } from "../inits/invocation.ts";
import { type Copy, type CopyPlace, type CopySource, readCopy, sourcesFor } from "./copied-files.ts";
import type { FileChange } from "./file-change.ts";
import { FileSearch, foreignFacts, mayChange, type RunHints, readRunHints } from "./file-search.ts";
import type { ImageFile } from "./image-file.ts";
import { joinPath, resolvePath } from "./posix-path.ts";
import { readRunFiles } from "./run-files.ts";

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

/** The files that the instructions of a stage, and of those that it is built on, put into its image. */
export class ImageFiles {
	readonly #file: AnalysedFile;
	readonly #analysed: AnalysedStage;
	readonly #context: BuildContext;
	readonly #session: SearchSession;
	#steps: readonly Step[] | undefined;
	#instructions: readonly Instruction[] | undefined;

	constructor(
		file: AnalysedFile,
		analysed: AnalysedStage,
		context: BuildContext,
		session: SearchSession = { moves: 0, files: new Map() },
	) {
		this.#file = file;
		this.#analysed = analysed;
		this.#context = context;
		this.#session = session;
	}

	/**
	 * Finds a program as the kernel or a shell would: a name without slash in the folders of PATH.
	 * @param folder the working directory, as seen from the image's own; undefined when it is not known
	 */
	findProgram(word: string, folder: string | undefined): ImageFile | undefined {
		if (word.includes("/")) return this.findScript(word, folder);
		if (!this.#mayPlace(word)) return undefined;
		const paths = searchPaths(this.#analysed.variables.get("PATH")).map((each) => joinPath(each, word));
		let possible: ImageFile | undefined;
		for (const path of paths) {
			const found = this.find(path);
			if (found !== undefined && !found.isPossible) return found;
			possible ??= found;
		}
		return possible;
	}

	/** Finds the file that a shell is given to run: it need not be executable, or in a folder of PATH. */
	findScript(word: string, folder: string | undefined): ImageFile | undefined {
		if (!this.#mayPlace(baseName(word))) return undefined;
		if (word.startsWith("/")) return this.find(resolvePath("/", word));
		if (folder === undefined) return undefined;
		const workdir = this.#all().at(-1)?.workdir ?? "/";
		return this.find(resolvePath(resolvePath(workdir, folder), word));
	}

	/**
	 * Whether an instruction names such a file, or may bring it along in a folder: reading every COPY takes time, and
	 * most words stand in none of them.
	 */
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
		this.#session.moves = 0;
		return this.#findAtEnd(path);
	}

	#findAtEnd(path: string): ImageFile | undefined {
		return this.#findBefore(path, { step: this.#all().length, change: 0 });
	}

	/** Whether a folder that is copied may hold the file, for all that is known: the build context is not read. */
	mayHold(path: string): boolean {
		if (this.#context.readContextFile !== undefined) return false;
		return this.#all().some(({ copy }) => copy !== undefined && sourcesFor(copy(), path).length > 0);
	}

	/** Goes back from a place of the build to what puts the file there. */
	#findBefore(path: string, { step, change }: SearchPoint): ImageFile | undefined {
		const search = new FileSearch(path);
		const steps = this.#all();
		const current = steps[step];
		if (current !== undefined && change > 0) this.#searchRun(search, current, { step, change });
		for (let index = step - 1; index >= 0 && !search.isDone; index--) {
			const before = steps[index];
			if (before?.copy !== undefined) search.copied(this.#findCopied(before.copy(), path));
			else if (before?.run !== undefined && mayChange(before.run.hints(), path)) {
				this.#searchRun(search, before, { step: index, change: before.run.changes().length });
			}
		}
		return search.result();
	}

	#searchRun(search: FileSearch, { instruction, run }: Step, { step, change }: SearchPoint): void {
		for (let index = change - 1; index >= 0 && !search.isDone; index--) {
			const found = run?.changes()[index];
			if (found?.kind === "copy")
				search.copy(found, instruction, (from) =>
					++this.#session.moves > MAX_MOVES ? undefined : this.#findBefore(from, { step, change: index }),
				);
			else if (found !== undefined) search.change(found, instruction);
		}
	}

	#findCopied(copy: Copy, path: string): ImageFile | undefined {
		const inline = copy.heredocs.find((heredoc) => heredoc.path === path);
		if (inline !== undefined) {
			const { line, text } = inline;
			const placeOf = (at: number): string => `line ${line + at - 1}`;
			return {
				by: copy.by,
				origin: "inline",
				path,
				name: `line ${copy.by.line}`,
				text,
				placeOf,
				isExecutable: copy.isExecutable ?? false,
			};
		}
		const sources = sourcesFor(copy, path);
		if (sources.length === 0) return undefined;
		const { from } = copy;
		if (from === undefined && !copy.isForeign) return this.#findInContext(copy, sources, path);
		const found = from === undefined ? undefined : this.#findInStage(sources, from);
		if (found !== undefined)
			return { ...found, by: copy.by, path, isExecutable: copy.isExecutable ?? found.isExecutable };
		const isExecutable = copy.isExecutable ?? (from === undefined ? false : undefined);
		return {
			by: copy.by,
			path,
			...foreignFacts(copy.by),
			isExecutable,
			isPossible: !sources.some(({ isNamed }) => isNamed),
		};
	}

	/** A folder that is copied may hold the file; what the context does not show is not there. */
	#findInContext(copy: Copy, sources: readonly CopySource[], target: string): ImageFile | undefined {
		const { readContextFile, inspectContextFile } = this.#context;
		const isThere = ({ path }: CopySource): boolean =>
			readContextFile?.(path) !== undefined || inspectContextFile?.(path) !== undefined;
		const path = (sources.find(isThere) ?? sources.find(({ isNamed }) => isNamed))?.path;
		if (path === undefined) return undefined;
		const text = readContextFile?.(path);
		const facts = inspectContextFile?.(path);
		return {
			by: copy.by,
			origin: "context",
			path: target,
			name: path,
			text,
			...(text === undefined ? { unreadable: whyUnreadable(path, facts, readContextFile !== undefined) } : {}),
			placeOf: (line) => `${path}:${line}`,
			isExecutable: copy.isExecutable ?? facts?.isExecutable,
		};
	}

	/** COPY --from: the file of another stage; undefined where nothing is known of it. */
	#findInStage(sources: readonly CopySource[], from: string): ImageFile | undefined {
		const { stages } = this.#file;
		const index = this.#analysed.stage.index;
		const stage =
			stages.slice(0, index).findLast((other) => other.stage.name === from) ??
			(/^\d+$/.test(from) ? stages[Number(from)] : undefined);
		if (stage === undefined || stage.stage.index >= index || ++this.#session.moves > MAX_MOVES) return undefined;
		const files = this.#filesOf(stage);
		return sources.map((source) => files.#findAtEnd(`/${source.path}`)).find((each) => each !== undefined);
	}

	#filesOf(stage: AnalysedStage): ImageFiles {
		const { files } = this.#session;
		const known = files.get(stage.stage.index) ?? new ImageFiles(this.#file, stage, this.#context, this.#session);
		files.set(stage.stage.index, known);
		return known;
	}

	/** The instructions that may put files into the image, in order. */
	#all(): readonly Step[] {
		this.#steps ??= listSteps(this.#file, this.#analysed);
		return this.#steps;
	}
}

/** What searches in several stages share. */
interface SearchSession {
	/** How often the search that is under way has gone on with another path. */
	moves: number;
	/** By the stage's index. */
	readonly files: Map<number, ImageFiles>;
}

/** One instruction that may put files into the image. */
interface Step {
	readonly instruction: Instruction;
	/** The working directory in force. */
	readonly workdir: string;
	/** Of COPY and ADD: read when it is asked for. */
	readonly copy?: () => Copy;
	/** Of RUN: read when they are asked for. */
	readonly run?: { readonly hints: () => RunHints; readonly changes: () => readonly FileChange[] };
}

/** Before the change of a step. */
interface SearchPoint {
	readonly step: number;
	readonly change: number;
}

/** The search for a file that is copied back and forth ends. */
const MAX_MOVES = 50;

function listSteps({ dockerfile, stages }: AnalysedFile, analysed: AnalysedStage): Step[] {
	const steps: Step[] = [];
	let workdir = "/";
	for (const { stage, variables } of ancestryOf(stages, analysed)) {
		const lookup = (name: string): string | undefined => variables.get(name);
		const expand = (text: string): string => expandOrKeep(text, variables, dockerfile.directives.escape);
		for (const instruction of stage.instructions) {
			if (instruction.keyword === "WORKDIR") workdir = resolvePath(workdir, expand(instruction.argument.text));
			if (MAKES_FILES.has(instruction.keyword))
				steps.push(makeStep(instruction, { source: dockerfile.source, workdir, lookup, expand }));
		}
	}
	return steps;
}

function makeStep(instruction: Instruction, place: CopyPlace): Step {
	const { workdir, source } = place;
	if (instruction.keyword === "WORKDIR") return { instruction, workdir };
	if (instruction.keyword !== "RUN") return { instruction, workdir, copy: once(() => readCopy(instruction, place)) };
	const hints = once(() => readRunHints(textOf(instruction, source)));
	return { instruction, workdir, run: { hints, changes: once(() => readRunFiles(instruction, place)) } };
}

function textOf({ argument, hasHeredoc, lineStart, lineEnd }: Instruction, source: string): string {
	return hasHeredoc ? source.slice(lineStart, lineEnd) : argument.text;
}

function once<T>(make: () => T): () => T {
	let made: { readonly value: T } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}

/** WORKDIR counts for the working directory at the end. */
const MAKES_FILES = new Set(["ADD", "COPY", "RUN", "WORKDIR"]);

function whyUnreadable(path: string, facts: ContextFileFacts | undefined, hasContext: boolean): string {
	if (facts?.unreadable !== undefined) return `${path} ${facts.unreadable}`;
	return hasContext ? `${path} is not in the build context` : `the build context, which holds ${path}, is not read`;
}

/** The folders of PATH, and / for entrypoint scripts that are linked to. */
function searchPaths(path: string | undefined): string[] {
	const own = (path ?? "").split(":").filter((folder) => folder.startsWith("/"));
	return [...new Set([...own, "/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin", "/"])];
}

function expandOrKeep(text: string, variables: AnalysedStage["variables"], escape: string): string {
	try {
		return expandWord(text, (name) => variables.get(name), { escape, keepUnset: true });
	} catch {
		return text;
	}
}
