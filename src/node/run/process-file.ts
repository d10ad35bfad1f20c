import { resolve, sep } from "node:path";
import type { CheckOptions } from "../../core/check/check.ts";
import { decodeSource } from "../../core/dockerfile/decode-source.ts";
import { condenseSource } from "../../core/report/condense-source.ts";
import type { FileError, FileReport } from "../../core/report/report.ts";
import { quoteWords } from "../builder/quote-words.ts";
import type { InlineDockerfile, StatedBuild } from "../entry/stated-build.ts";
import type { FoundFile } from "../files/discover.ts";
import { refusePreprocessed } from "../files/preprocessed.ts";
import { readSource } from "../files/read-source.ts";
import { nameBuild } from "./combine-builds.ts";
import { describeError } from "./describe-error.ts";
import type { Flags } from "./flags.ts";
import type { ImageKnowledge } from "./image-knowledge.ts";
import type { Io } from "./io.ts";
import { mergeVariants, type VariantResult } from "./merge-variants.ts";
import { placeInline } from "./place-inline.ts";
import type { SettingsFinder } from "./settings-finder.ts";

/** A Dockerfile in work. */
export interface Task {
	/** As the user named it. */
	readonly path: string;
	/** Absolute; undefined for stdin. */
	readonly file: string | undefined;
	/** The folder, as an absolute path, in which a walk has found it. */
	readonly within?: string;
	readonly source: string;
	readonly options: CheckOptions;
	/** Whether it is written in another file. */
	readonly isInline?: boolean;
	/** The build context, absolute; undefined for a text without a place. */
	readonly context: string | undefined;
}

/** What a command finds out about a file: plain data, which one thread can hand to another. */
export interface FileResult extends FileReport {
	/** The new text of standard input. */
	readonly text?: string;
	/** Folders from which the new text copies pidone, and which lack it. */
	readonly missingFrom?: readonly string[];
	/** Whether the new text leaves the architecture to the builder, and the old one does not. */
	readonly takesArchitecture?: boolean;
}

/** What a command finds out, before anything is written; the path is added. */
export type WorkResult = Omit<FileResult, "path"> & {
	/** The text that the file is to have. */
	readonly newText?: string;
};

/** What a command does with a file. */
export interface Work {
	/** Looks at the file, once for each of the ways in which it is built. */
	readonly look: (task: Task) => WorkResult | Promise<WorkResult>;
	/** Changes the file, or says what would change. */
	readonly change?: (task: Task, text: string) => Partial<FileResult>;
}

/** A file to be dealt with. */
export interface TaskFile extends FoundFile {
	/** The builds that use it, as other files state them. */
	readonly builds?: readonly StatedBuild[];
	/** A Dockerfile that is written in the file, and the text of the file. */
	readonly inline?: InlineDockerfile & { readonly outer: string };
	/** Why there is nothing to be done: the file is to state builds, and has a mistake. */
	readonly failure?: Pick<FileResult, "source" | "error">;
}

/** What it takes to do it. */
export interface Surroundings {
	readonly flags: Flags;
	readonly io: Pick<Io, "cwd" | "readStdin">;
	readonly settings: SettingsFinder;
	readonly work: Work;
	/** Undefined where nothing needs to be known of base images. */
	readonly knowledge: ImageKnowledge | undefined;
}

/** Does the work for a Dockerfile; `-` is standard input. A mistake in it, or in its config file, is in the report. */
export async function processFile(found: TaskFile, surroundings: Surroundings): Promise<FileResult> {
	const { flags, io } = surroundings;
	const { path, inline, failure } = found;
	const isStdin = path === "-";
	const name = isStdin ? (flags.stdinFilename ?? "-") : withSlashes(path);
	const empty = { path: name, outcomes: [], findings: [], isChanged: false, isWritten: false };
	if (failure !== undefined) return condenseSource({ ...empty, ...failure });
	const file = isStdin ? undefined : resolve(io.cwd, path);
	let source: string | undefined;
	let report: FileResult;
	try {
		source = inline?.text ?? (file === undefined ? decodeSource(await io.readStdin()) : readSource(file));
		report = { path: name, ...(await workOn({ name, file, found, source }, surroundings)) };
	} catch (error) {
		const text = source === undefined ? {} : { source };
		report = { ...empty, ...text, error: describeFailure(error, source, found) };
	}
	return condenseSource(inline === undefined ? report : placeInline(report, inline, inline.outer));
}

/** A Dockerfile that was read. */
interface ReadFile {
	readonly name: string;
	readonly file: string | undefined;
	readonly found: TaskFile;
	readonly source: string;
}

async function workOn(
	{ name, file, found, source }: ReadFile,
	{ flags, io, settings, work, knowledge }: Surroundings,
): Promise<Omit<FileResult, "path">> {
	const { within, configStart, builds, inline } = found;
	const place = file ?? resolve(io.cwd, flags.stdinFilename ?? "Dockerfile");
	const variants = await settings.findAll({ file: place, configStart, source, builds });
	refusePreprocessed(name, source);
	const isPlaced = file !== undefined || flags.stdinFilename !== undefined || flags.context !== undefined;
	const lockCommand = `pidone lock ${quoteWords([name])}`;
	const tasks: Task[] = [];
	const results: VariantResult[] = [];
	for (const { options, steps, context, builds: names = [] } of variants) {
		const request = { source, options: { ...options, lockCommand }, steps, file: place };
		const known = knowledge === undefined ? options : await knowledge.optionsWith(request);
		const task: Task = {
			path: name,
			file,
			...(within === undefined ? {} : { within }),
			...(inline === undefined ? {} : { isInline: true }),
			source,
			options: known,
			context: isPlaced ? context : undefined,
		};
		tasks.push(task);
		results.push({ result: await work.look(task), builds: names });
	}
	const [task] = tasks;
	const [first, ...others] = results;
	if (task === undefined || first === undefined) throw new Error("BUG: a Dockerfile is built in no way");
	const { newText, ...result } = mergeVariants([first, ...others]);
	return newText === undefined ? result : { ...result, ...work.change?.(task, newText) };
}

/** Who refers to a file that cannot be read is the one to look at. */
function describeFailure(error: unknown, source: string | undefined, { builds = [] }: TaskFile): FileError {
	const described = describeError(error, source);
	const [build] = builds;
	if (source !== undefined || build === undefined) return described;
	return { ...described, message: `${described.message}; it is the Dockerfile of ${nameBuild(build)}` };
}

/** A backslash separates the parts of a path on Windows, and is a character like any other elsewhere. */
function withSlashes(path: string): string {
	return sep === "\\" ? path.replaceAll(sep, "/") : path;
}
