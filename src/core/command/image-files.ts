// Which instruction puts a file into an image, and what the file contains, as far as the Dockerfile and its build
// context show.
import type { AnalysedStage } from "../analysis/analyse.ts";
import type { AnalysedFile } from "../analysis/analyse-source.ts";
import { ByLineage } from "../analysis/by-lineage.ts";
import { instructionsIn } from "../analysis/lineage.ts";
import { baseName } from "../inits/invocation.ts";
import { type Copy, type CopySource, sourcesFor } from "./copied-files.ts";
import { FileSearch, foreignFacts, nameInImage } from "./file-search.ts";
import type { ImageFile } from "./image-file.ts";
import { type ImageStep, ImageSteps } from "./image-steps.ts";
import { normalizePath, resolvePath } from "./posix-path.ts";

/** Reads a build context. */
export interface BuildContext {
	/** The text of a file by its path in the context; undefined if there is none, or it cannot be read. */
	readonly readContextFile?: ((path: string) => string | undefined) | undefined;
	/** What else is known about that file; undefined if there is none. */
	readonly inspectContextFile?: ((path: string) => ContextFileFacts | undefined) | undefined;
}

/** What is known about a file in the build context besides its text. */
export interface ContextFileFacts {
	readonly isExecutable: boolean;
	/** Why its text cannot be read. */
	readonly unreadable?: string;
}

/**
 * The files in the images of a Dockerfile's stages. Each stage is read once for all stages that are built on it.
 */
export class ImageFilesByStage {
	readonly #known: ByLineage<ImageFiles>;

	constructor({ dockerfile, stages }: AnalysedFile, context: BuildContext) {
		const shared: Shared = { stages, context, moves: 0, of: (analysed) => this.of(analysed) };
		const readsContext = context.readContextFile !== undefined;
		this.#known = new ByLineage(stages, (analysed, parent) => {
			const start = { folder: parent?.workdir ?? "/", instructions: instructionsIn(stages, analysed) };
			const steps = new ImageSteps(dockerfile, analysed, start, readsContext);
			return new ImageFiles(analysed, steps, parent, shared);
		});
	}

	/** Those of a stage's image. */
	of(analysed: AnalysedStage): ImageFiles {
		return this.#known.of(analysed);
	}
}

/** What the images of a file have in common. */
interface Shared {
	readonly stages: readonly AnalysedStage[];
	readonly context: BuildContext;
	readonly of: (analysed: AnalysedStage) => ImageFiles;
	/** How often the current search has continued with another path. */
	moves: number;
}

/** The files that the instructions of a stage, and of those that it is built on, put into its image. */
export class ImageFiles {
	readonly #analysed: AnalysedStage;
	readonly #steps: ImageSteps;
	readonly #base: ImageFiles | undefined;
	readonly #shared: Shared;
	/** Those of PATH, with a slash at the end. */
	#folders: readonly string[] | undefined;

	constructor(analysed: AnalysedStage, steps: ImageSteps, base: ImageFiles | undefined, shared: Shared) {
		this.#analysed = analysed;
		this.#steps = steps;
		this.#base = base;
		this.#shared = shared;
	}

	/** The working directory at the end of the stage. */
	get workdir(): string {
		return this.#steps.workdir;
	}

	/**
	 * Finds a program as the kernel or a shell does: a name without a slash in the folders of PATH.
	 * @param folder the working directory, relative to the image's own; undefined if it is not known
	 * @param path PATH, if it is not the image's own
	 */
	findProgram(word: string, folder: string | undefined, path?: string): ImageFile | undefined {
		if (word.includes("/")) return this.findScript(word, folder);
		if (!this.#mayPlace(word)) return undefined;
		let possible: ImageFile | undefined;
		this.#folders ??= searchPaths(this.#analysed.variables.get("PATH"));
		for (const folder of path === undefined ? this.#folders : searchPaths(path)) {
			const found = this.find(folder + word);
			if (found !== undefined && !found.isPossible) return found;
			possible ??= found;
		}
		return possible;
	}

	/** Finds the file that a shell is given to run: it need not be executable, or in a folder of PATH. */
	findScript(word: string, folder: string | undefined): ImageFile | undefined {
		if (!this.#mayPlace(baseName(word))) return undefined;
		if (word.startsWith("/")) return this.find(normalizePath(word));
		return folder === undefined ? undefined : this.find(resolvePath(resolvePath(this.workdir, folder), word));
	}

	#mayPlace(name: string): boolean {
		for (let files: ImageFiles | undefined = this; files !== undefined; files = files.#base)
			if (files.#steps.mayPlace(name)) return true;
		return false;
	}

	/** Finds a file by its absolute path; undefined if no instruction is known to put one there. */
	find(path: string): ImageFile | undefined {
		this.#shared.moves = 0;
		return this.#findAtEnd(path);
	}

	#findAtEnd(path: string): ImageFile | undefined {
		return this.#findBefore(path, { step: this.#steps.list.length, change: 0 });
	}

	/** Whether a copied folder may contain the file; without a build context, nothing contradicts that. */
	mayHold(path: string): boolean {
		if (this.#shared.context.readContextFile !== undefined) return false;
		for (let files: ImageFiles | undefined = this; files !== undefined; files = files.#base)
			if (files.#steps.list.some(({ copy }) => copy !== undefined && sourcesFor(copy, path).length > 0)) return true;
		return false;
	}

	/** Searches backwards from a step for what puts the file there, also in the stages that this one is built on. */
	#findBefore(path: string, { step, change }: SearchPoint): ImageFile | undefined {
		const search = new FileSearch(path);
		const current = this.#steps.list[step];
		for (const mount of current?.mounts ?? []) if (!search.isDone) search.copied(this.#findCopied(mount, path));
		if (current !== undefined && change > 0 && !search.isDone) this.#searchRun(search, current, { step, change });
		if (this.#steps.mayTouch(search)) this.#searchSteps(search, step);
		for (let base = this.#base; base !== undefined && !search.isDone; base = base.#base)
			if (base.#steps.mayTouch(search)) base.#searchSteps(search, base.#steps.list.length);
		return search.result();
	}

	/** Searches backwards from a step to the stage's first one. */
	#searchSteps(search: FileSearch, from: number): void {
		const steps = this.#steps.list;
		for (let index = from - 1; index >= 0 && !search.isDone; index--) {
			const step = steps[index];
			const copy = step?.copy;
			if (copy !== undefined) search.copied(this.#findCopied(copy, search.path));
			else if (step !== undefined && search.mayBeChangedBy(step.hints))
				this.#searchRun(search, step, { step: index, change: step.changes.length });
		}
	}

	#searchRun(search: FileSearch, { instruction, changes }: ImageStep, { step, change }: SearchPoint): void {
		for (let index = change - 1; index >= 0 && !search.isDone; index--) {
			const found = changes[index];
			if (found?.kind === "copy")
				search.copy(found, instruction, (from) =>
					++this.#shared.moves > MAX_MOVES ? undefined : this.#findBefore(from, { step, change: index }),
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
				name: nameInImage(path, copy.by),
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
		const named = sources.find(({ isNamed }) => isNamed);
		return {
			by: copy.by,
			path,
			...foreignFacts(path, copy.by, undefined, `/${named?.path ?? ""}`),
			isExecutable,
			isPossible: named === undefined,
		};
	}

	/** A copied folder may contain the file, unless the build context shows that it does not. */
	#findInContext(copy: Copy, sources: readonly CopySource[], target: string): ImageFile | undefined {
		const { readContextFile, inspectContextFile } = this.#shared.context;
		const isThere = ({ path }: CopySource): boolean =>
			readContextFile?.(path) !== undefined || inspectContextFile?.(path) !== undefined;
		const path = (sources.find(isThere) ?? sources.find(({ isNamed }) => isNamed))?.path;
		if (path === undefined) return undefined;
		const text = readContextFile?.(path);
		const facts = inspectContextFile?.(path);
		return {
			by: copy.by,
			origin: "context",
			source: path,
			path: target,
			name: path,
			text,
			...(text === undefined ? { unreadable: whyUnreadable(path, facts, readContextFile !== undefined) } : {}),
			placeOf: (line) => `${path}:${line}`,
			isExecutable: copy.isExecutable ?? facts?.isExecutable,
		};
	}

	/** COPY --from: the file in another stage; undefined if nothing is known about it. */
	#findInStage(sources: readonly CopySource[], from: string): ImageFile | undefined {
		const { stages, of } = this.#shared;
		const index = this.#analysed.stage.index;
		const stage =
			stages.slice(0, index).findLast((other) => other.stage.name === from) ??
			(/^\d+$/.test(from) ? stages[Number(from)] : undefined);
		if (stage === undefined || stage.stage.index >= index || ++this.#shared.moves > MAX_MOVES) return undefined;
		const files = of(stage);
		return sources.map((source) => files.#findAtEnd(`/${source.path}`)).find((each) => each !== undefined);
	}
}

/** Before the change of a step. */
interface SearchPoint {
	readonly step: number;
	readonly change: number;
}

/** Ends the search for a file that is copied back and forth. */
const MAX_MOVES = 50;

function whyUnreadable(path: string, facts: ContextFileFacts | undefined, hasContext: boolean): string {
	if (facts?.unreadable !== undefined) return `${path} ${facts.unreadable}`;
	return hasContext ? `${path} is not in the build context` : `the build context, which holds ${path}, is not read`;
}

const USUAL_FOLDERS = ["/usr/local/sbin/", "/usr/local/bin/", "/usr/sbin/", "/usr/bin/", "/sbin/", "/bin/", "/"];

/** The folders of PATH, and / for entrypoint scripts that are linked to; each with a slash at its end. */
function searchPaths(path: string | undefined): readonly string[] {
	if (path === undefined) return USUAL_FOLDERS;
	const own = path.split(":").filter((folder) => folder.startsWith("/"));
	return [...new Set([...own.map((folder) => `${normalizePath(folder)}/`.replace("//", "/")), ...USUAL_FOLDERS])];
}
