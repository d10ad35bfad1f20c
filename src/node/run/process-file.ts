import { resolve, sep } from "node:path";
import type { CheckOptions } from "../../core/check/check.ts";
import { decodeSource } from "../../core/dockerfile/decode-source.ts";
import { condenseSource } from "../../core/report/condense-source.ts";
import type { FileReport } from "../../core/report/report.ts";
import { quoteWords } from "../builder/quote-words.ts";
import type { FoundFile } from "../files/discover.ts";
import { refusePreprocessed } from "../files/preprocessed.ts";
import { readSource } from "../files/read-source.ts";
import { describeError } from "./describe-error.ts";
import type { Flags } from "./flags.ts";
import type { ImageKnowledge } from "./image-knowledge.ts";
import type { Io } from "./io.ts";
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

/** What a command does with a file; the path is added. */
export type Work = (task: Task) => Omit<FileResult, "path"> | Promise<Omit<FileResult, "path">>;

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
export async function processFile(
	{ path, within, configStart }: FoundFile,
	{ flags, io, settings, work, knowledge }: Surroundings,
): Promise<FileResult> {
	const isStdin = path === "-";
	const name = isStdin ? (flags.stdinFilename ?? "-") : withSlashes(path);
	const file = isStdin ? undefined : resolve(io.cwd, path);
	let source: string | undefined;
	try {
		const place = file ?? resolve(io.cwd, flags.stdinFilename ?? "Dockerfile");
		const { options, steps } = await settings.find(place, configStart);
		const isPlaced = file !== undefined || flags.stdinFilename !== undefined || flags.context !== undefined;
		source = file === undefined ? decodeSource(await io.readStdin()) : readSource(file);
		refusePreprocessed(name, source);
		const lockCommand = `pidone lock ${quoteWords([name])}`;
		const request = { source, options: { ...options, lockCommand }, steps, file: place };
		const known = knowledge === undefined ? options : await knowledge.optionsWith(request);
		const context = isPlaced ? settings.contextOf(place) : undefined;
		const task = { path: name, file, ...(within === undefined ? {} : { within }), source, options: known, context };
		return condenseSource({ path: name, ...(await work(task)) });
	} catch (error) {
		return condenseSource({
			path: name,
			...(source === undefined ? {} : { source }),
			outcomes: [],
			findings: [],
			isChanged: false,
			isWritten: false,
			error: describeError(error, source),
		});
	}
}

/** A backslash separates the parts of a path on Windows, and is a character like any other elsewhere. */
function withSlashes(path: string): string {
	return sep === "\\" ? path.replaceAll(sep, "/") : path;
}
