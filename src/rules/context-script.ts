import type { AnalysedStage } from "../analysis/analyse.ts";
import { readArgumentForm } from "../dockerfile/exec-form.ts";
import { flagValue, type Instruction } from "../dockerfile/instruction.ts";
import { expandWord } from "../dockerfile/shell-lex.ts";
import { listWords } from "../dockerfile/validate.ts";
import { baseName } from "../inits/invocation.ts";
import { ancestryOf } from "../rewrite/lineage.ts";
import type { AnalysedFile } from "../rewrite/rewrite.ts";
import { folderOf, joinPath, normalizePath, resolvePath } from "./posix-path.ts";
import type { RuleContext } from "./rule.ts";

/** A program that the image gets from the build context. */
export interface ContextScript {
	/** Its path in the context. */
	readonly path: string;
	/** Undefined when it cannot be read. */
	readonly text: string | undefined;
}

/** Finds the file of the build context that a stage's program is; undefined when it is none as far as one can see. */
export function findContextScript(
	{ dockerfile, stages }: AnalysedFile,
	analysed: AnalysedStage,
	program: string,
	context: RuleContext,
): ContextScript | undefined {
	const { copies, workdir } = findCopies(ancestryOf(stages, analysed), dockerfile.directives.escape);
	for (const path of pathsOf(program, workdir, analysed.variables.get("PATH"))) {
		for (const copy of copies) {
			const sources = sourcesFor(copy, path);
			if (sources.length === 0) continue;
			if (copy.isForeign) return undefined;
			const readable = sources.find((source) => context.readContextFile(source) !== undefined) ?? sources[0] ?? "";
			return { path: readable, text: context.readContextFile(readable) };
		}
	}
	return undefined;
}

/** Where a program can be: a name without slash is looked for in the usual folders, and in / for entrypoint scripts that are linked to. */
function pathsOf(program: string, workdir: string, path: string | undefined): string[] {
	if (program.includes("/")) return [resolvePath(workdir, program)];
	const folders = [
		...(path ?? "").split(":").filter((folder) => folder.startsWith("/")),
		"/usr/local/sbin",
		"/usr/local/bin",
		"/usr/sbin",
		"/usr/bin",
		"/sbin",
		"/bin",
		"/",
	];
	return folders.map((folder) => joinPath(folder, program));
}

/** One COPY or ADD, its paths resolved. */
interface Copy {
	readonly sources: readonly string[];
	readonly destination: string;
	/** Whether the destination is a folder for certain. */
	readonly isFolder: boolean;
	/** From another stage, an image or the network. */
	readonly isForeign: boolean;
}

/** The copies of a stage and those that it is built on, the last first, and its working directory. */
function findCopies(ancestry: readonly AnalysedStage[], escape: string): { readonly copies: readonly Copy[]; readonly workdir: string } {
	const copies: Copy[] = [];
	let workdir = "/";
	for (const { stage, variables } of ancestry) {
		const expand = (text: string): string => expandOrKeep(text, variables, escape);
		for (const instruction of stage.instructions) {
			if (instruction.keyword === "WORKDIR") workdir = resolvePath(workdir, expand(instruction.argument.text));
			if (instruction.keyword === "COPY" || instruction.keyword === "ADD") copies.unshift(readCopy(instruction, workdir, expand));
		}
	}
	return { copies, workdir };
}

function readCopy(instruction: Instruction, workdir: string, expand: (text: string) => string): Copy {
	const form = readArgumentForm(instruction.argument.text);
	const words = (typeof form === "object" ? form.argv : listWords(instruction.argument.text)).map(expand);
	const sources = words.slice(0, -1);
	const destination = words.at(-1) ?? "";
	return {
		sources: sources.map((source) => normalizePath(source).replace(/^\/+|\/+$/g, "")),
		destination: resolvePath(workdir, destination),
		isFolder: sources.length > 1 || /(?:^|\/)\.{0,2}$/.test(destination),
		isForeign: flagValue(instruction, "from") !== undefined || instruction.hasHeredoc || sources.some((source) => /^(?:https?|git):|^git@/.test(source)),
	};
}

/** The paths in the context from which a copy may put something at a path of the image; the likelier first. */
function sourcesFor({ sources, destination, isFolder }: Copy, path: string): string[] {
	if (path === destination) return isFolder ? [] : sources.slice(0, 1);
	const folder = destination === "/" ? "/" : `${destination}/`;
	if (!path.startsWith(folder)) return [];
	const rest = path.slice(folder.length);
	const asFiles = sources.filter((source) => baseName(source) === rest);
	const asGlobs = sources.flatMap((source) => (matchesGlob(baseName(source), rest) ? [joinPath(folderOf(source), rest)] : []));
	// The content of a folder is copied, not the folder; a source with an extension is hardly one.
	const asFolders = sources.filter((source) => !/[*?[]/.test(source) && !/\.\w+$/.test(source)).map((source) => joinPath(source, rest));
	return asFiles.length > 0 ? asFiles : [...asGlobs, ...asFolders];
}

function matchesGlob(glob: string, name: string): boolean {
	if (!/[*?]/.test(glob) || name.includes("/")) return false;
	const pattern = glob
		.replace(/[.+^${}()|\\[\]]/g, "\\$&")
		.replace(/\*/g, ".*")
		.replace(/\?/g, ".");
	return new RegExp(`^${pattern}$`).test(name);
}

function expandOrKeep(text: string, variables: ReadonlyMap<string, string>, escape: string): string {
	try {
		return expandWord(text, (name) => variables.get(name), { escape, keepUnset: true });
	} catch {
		return text;
	}
}
