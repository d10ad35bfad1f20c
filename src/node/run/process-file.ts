import { dirname, resolve } from "node:path";
import type { CheckOptions } from "../../core/check/check.ts";
import { decodeSource } from "../../core/dockerfile/decode-source.ts";
import { condenseSource } from "../../core/report/condense-source.ts";
import type { FileError } from "../../core/report/report.ts";
import { quotePaths } from "../builder/quote-words.ts";
import { describeError } from "../describe-error.ts";
import { refusePreprocessed } from "../files/preprocessed.ts";
import { readSource } from "../files/read-source.ts";
import { withSlashes } from "../files/with-slashes.ts";
import type { TaskFile } from "../inputs/task-file.ts";
import type { Io } from "../io.ts";
import { nameBuild } from "../settings/combine-builds.ts";
import type { Flags } from "../settings/flags.ts";
import type { FoundSettings, SettingsFinder } from "../settings/settings-finder.ts";
import { mergeVariants, type VariantResult } from "../work/merge-variants.ts";
import { placeInline } from "../work/place-inline.ts";
import type { FileResult, Task, Work } from "../work/work.ts";
import type { ImageKnowledge } from "./image-knowledge.ts";

/** What the work on every file needs. */
export interface Surroundings {
	readonly flags: Flags;
	readonly io: Pick<Io, "cwd" | "readStdin">;
	readonly settings: SettingsFinder;
	readonly work: Work;
	/** Undefined if the work does not need base images. */
	readonly knowledge: ImageKnowledge | undefined;
}

/** Processes a Dockerfile; `-` is standard input. A mistake in it, or in its config file, is in the report. */
export async function processFile(found: TaskFile, surroundings: Surroundings): Promise<FileResult> {
	const { flags, io, settings } = surroundings;
	const { path, inline, failure } = found;
	const isStdin = path === "-";
	const name = isStdin ? (flags.stdinFilename ?? "-") : withSlashes(path);
	const empty = { path: name, outcomes: [], findings: [], isChanged: false, isWritten: false };
	if (failure !== undefined) return condenseSource({ ...empty, ...failure });
	const file = isStdin ? undefined : resolve(io.cwd, path);
	const place = file ?? resolve(io.cwd, flags.stdinFilename ?? "Dockerfile");
	let source: string | undefined;
	let report: FileResult;
	try {
		source = inline?.text ?? (file === undefined ? decodeSource(await io.readStdin()) : readSource(file));
		report = { path: name, ...(await workOn({ name, file, place, found, source }, surroundings)) };
	} catch (error) {
		const text = source === undefined ? {} : { source };
		report = { ...empty, ...text, error: describeFailure(settings.inWordsOfOptions(error), source, found) };
	}
	return condenseSource(inline === undefined ? report : placeInline(report, inline));
}

/** A Dockerfile that was read. */
interface ReadFile {
	readonly name: string;
	readonly file: string | undefined;
	/** Where the file is, or would be if it is standard input. */
	readonly place: string;
	readonly found: TaskFile;
	readonly source: string;
}

/** Examines the file, once for each way to build it, and applies the result. */
async function workOn(read: ReadFile, surroundings: Surroundings): Promise<Omit<FileResult, "path">> {
	const { settings, work } = surroundings;
	const { name, place, found, source } = read;
	const variants = await settings.findAll({ file: place, source, ...found });
	refusePreprocessed(name, source);
	const findResults = await makeResultFinder(found, surroundings);
	const tasks: Task[] = [];
	const results: VariantResult[] = [];
	for (const variant of variants) {
		const task = await makeTask(read, variant, await findResults(variant.links ?? {}), surroundings);
		tasks.push(task);
		results.push({ result: await work.examine(task), builds: variant.builds ?? [] });
	}
	const [task] = tasks;
	const [first, ...others] = results;
	if (task === undefined || first === undefined) throw new Error("BUG: a Dockerfile is built in no way");
	const { newText, ...result } = mergeVariants([first, ...others]);
	return newText === undefined ? result : Object.assign(result, work.apply?.(task, newText));
}

async function makeTask(
	{ name, file, place, found, source }: ReadFile,
	{ options, steps, context, builds }: FoundSettings,
	results: Pick<CheckOptions, "results">,
	{ flags, knowledge }: Surroundings,
): Promise<Task> {
	const { within, inline, searchStart = dirname(place) } = found;
	const lockCommand = `pidone lock ${quotePaths([name])}`;
	const request = { source, options: { lockCommand, ...options, ...results }, steps, searchStart };
	const isPlaced = file !== undefined || flags.stdinFilename !== undefined || flags.context !== undefined;
	return {
		path: name,
		emitFor: found.builds?.[0]?.from.path ?? name,
		file,
		...(within === undefined ? {} : { within }),
		isInline: inline !== undefined,
		source,
		options: knowledge === undefined ? options : await knowledge.optionsWith(request),
		context: isPlaced ? context : undefined,
		isContextAssumed: flags.context === undefined && builds === undefined,
	};
}

/** Loaded on demand: few Dockerfiles are based on what another build makes. */
async function makeResultFinder(
	{ linked }: TaskFile,
	{ settings, knowledge }: Pick<Surroundings, "settings" | "knowledge">,
): Promise<(links: Readonly<Record<string, string>>) => Promise<Pick<CheckOptions, "results">>> {
	if (linked === undefined || knowledge === undefined) return () => Promise.resolve({});
	const { BuildResultFinder } = await import("./build-results.ts");
	const finder = new BuildResultFinder(linked, settings, knowledge);
	return async (links) => ({ results: await finder.resultsOf(links) });
}

/** If the file cannot be read, the message names the build that refers to it. */
function describeFailure(error: unknown, source: string | undefined, { builds = [] }: TaskFile): FileError {
	const described = describeError(error, source);
	const [build] = builds;
	if (source !== undefined || build === undefined) return described;
	return { ...described, message: `${described.message}; it is the Dockerfile of ${nameBuild(build)}` };
}
