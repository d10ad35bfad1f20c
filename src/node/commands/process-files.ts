import { resolve, sep } from "node:path";
import type { CheckOptions } from "../../core/check/check.ts";
import { decodeSource } from "../../core/dockerfile/decode-source.ts";
import type { FileReport } from "../../core/report/report.ts";
import { discoverFiles, type FoundFile } from "../files/discover.ts";
import { refusePreprocessed } from "../files/preprocessed.ts";
import { readSource } from "../files/read-source.ts";
import { describeError } from "./describe-error.ts";
import type { Flags } from "./flags.ts";
import type { Io } from "./io.ts";
import { makeProgress } from "./progress.ts";
import { reportSkipped } from "./report-skipped.ts";
import { refuseToSelectStdin, selectFiles } from "./select-files.ts";
import { SettingsFinder } from "./settings-finder.ts";

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

/** What a command finds out about a file; the path is added. */
export type Work = (task: Task) => Omit<FileReport, "path">;

/** What became of the files that the paths mean. */
export interface Processed {
	readonly files: readonly FileReport[];
	/** Whether there is a Dockerfile at all, selected or not. */
	readonly hasFound: boolean;
}

/**
 * Does the work for every Dockerfile that the paths mean; a mistake in one of them does not stop the others. `receive`
 * gets each report as soon as it is there, and returns the one to keep. Throws UserError for the command line's.
 */
export async function processFiles(
	paths: readonly string[],
	flags: Flags,
	io: Io,
	work: Work,
	receive: (report: FileReport) => FileReport = (report) => report,
): Promise<Processed> {
	if (paths.includes("-")) refuseToSelectStdin(flags);
	const settings = await SettingsFinder.make(flags, io.cwd);
	const found = await discoverFiles(
		paths.filter((path) => path !== "-"),
		io.cwd,
	);
	reportSkipped(found, flags, io);
	const files = [
		...(paths.includes("-") ? [{ path: "-" }] : []),
		...(await selectFiles(found.files, flags, settings, io)),
	];
	const progress = makeProgress(files.length, io);
	const reports: FileReport[] = [];
	for (const [index, file] of files.entries()) {
		progress.show(index, file.path);
		reports.push(receive(await processFile(file, settings, { flags, io, work })));
	}
	progress.clear();
	return { files: reports, hasFound: paths.includes("-") || found.files.length > 0 };
}

async function processFile(
	{ path, within }: FoundFile,
	settings: SettingsFinder,
	{ flags, io, work }: { flags: Flags; io: Io; work: Work },
): Promise<FileReport> {
	const isStdin = path === "-";
	const name = isStdin ? (flags.stdinFilename ?? "-") : withSlashes(path);
	const file = isStdin ? undefined : resolve(io.cwd, path);
	let source: string | undefined;
	try {
		const place = file ?? resolve(io.cwd, flags.stdinFilename ?? "Dockerfile");
		const options = await settings.optionsFor(place);
		const isPlaced = file !== undefined || flags.stdinFilename !== undefined || flags.context !== undefined;
		source = file === undefined ? decodeSource(await io.readStdin()) : readSource(file);
		refusePreprocessed(name, source);
		const known = await addInspected(source, options, flags.inspect);
		const context = isPlaced ? settings.contextOf(place) : undefined;
		return {
			path: name,
			...work({ path: name, file, ...(within === undefined ? {} : { within }), source, options: known, context }),
		};
	} catch (error) {
		return {
			path: name,
			...(source === undefined ? {} : { source }),
			outcomes: [],
			findings: [],
			isChanged: false,
			isWritten: false,
			error: describeError(error, source),
		};
	}
}

/** A backslash separates the parts of a path on Windows, and is a character like any other elsewhere. */
function withSlashes(path: string): string {
	return sep === "\\" ? path.replaceAll(sep, "/") : path;
}

/** What a local container engine knows of bases that are unknown otherwise, when one is to be asked. */
async function addInspected(source: string, options: CheckOptions, engine: string | undefined): Promise<CheckOptions> {
	if (engine === undefined) return options;
	const { inspectBases } = await import("./inspect-bases.ts");
	return inspectBases(source, options, engine);
}
