import { availableParallelism } from "node:os";
import type { DiscoverOptions } from "../files/discover.ts";
import { findFiles } from "../inputs/find-files.ts";
import type { TaskFile } from "../inputs/task-file.ts";
import type { Io } from "../io.ts";
import { optionError } from "../option-error.ts";
import type { Flags, RewriteFlags } from "../settings/flags.ts";
import { SettingsFinder } from "../settings/settings-finder.ts";
import { loadWork, type WorkName } from "../work/load-work.ts";
import type { FileResult, Work } from "../work/work.ts";
import { ImageKnowledge } from "./image-knowledge.ts";
import { processFile } from "./process-file.ts";
import { RunWatch } from "./run-watch.ts";

/** Starting a thread takes as long as processing a hundred files. */
const FILES_PER_THREAD = 150;
/** More threads help little, because the main thread distributes the files and collects the results. */
const MAX_DEFAULT_JOBS = 8;
const MAX_JOBS = 64;
/** The longest time that a signal may have to wait. */
const TURN_MS = 50;

/** The results for the given paths. */
export interface Processed {
	/** Those that were kept. */
	readonly files: readonly FileResult[];
	/** Whether there is a Dockerfile at all, selected or not. */
	readonly hasFound: boolean;
}

/** Receives the results in the order of the files, each as soon as possible; returns what to keep of it. */
export type Receive = (result: FileResult) => FileResult | undefined;

/** What a command works on: paths to search, and files that were found before. */
export type Wanted = readonly (string | TaskFile)[];

/** The command line's options for files. */
interface ProcessFlags extends RewriteFlags, DiscoverOptions {
	/** Whether the run only lists images for a lock file, and does not look them up. */
	readonly isLocking?: boolean;
}

/**
 * Does the work for every Dockerfile; a mistake in one of them does not stop the others. If there are many files,
 * several threads do work that has a name, unless sources had to be asked, which takes longer than everything else. The
 * results are always in the order of the files. Throws UserError for a mistake in the command line, and
 * InterruptedError.
 */
export async function processFiles(
	wanted: Wanted,
	flags: ProcessFlags,
	io: Io,
	work: Work | WorkName,
	receive: Receive = (result) => result,
): Promise<Processed> {
	const settings = await SettingsFinder.make(flags, io.cwd);
	const jobs = readJobs(flags);
	const { files, hasFound } = await findTaskFiles(wanted, flags, { settings, io });
	const knowledge = flags.isLocking ? undefined : new ImageKnowledge(settings, io.cwd);
	const hasAsked = await knowledge?.gather(
		files.filter(({ path }) => path !== "-"),
		flags,
		io,
	);
	const watch = new RunWatch(files.length, flags, io);
	const results: FileResult[] = [];
	const deliver = (result: FileResult): void => {
		watch.receive(result);
		const kept = receive(result);
		if (kept !== undefined) results.push(kept);
	};
	try {
		const threads = hasAsked ? 1 : countThreads(files, jobs);
		if (typeof work === "string" && threads > 1) {
			const { processInThreads } = await import("./process-in-threads.ts");
			await processInThreads(files, { threads, work, flags, cwd: io.cwd, deliver }, watch);
		} else await processHere(files, settings, { flags, io, work, watch, deliver, knowledge });
		watch.throwIfInterrupted();
		return { files: results, hasFound };
	} finally {
		watch.end();
	}
}

/** The files to process, standard input first. */
async function findTaskFiles(
	wanted: Wanted,
	flags: Flags & DiscoverOptions,
	surroundings: { readonly settings: SettingsFinder; readonly io: Io },
): Promise<{ readonly files: readonly TaskFile[]; readonly hasFound: boolean }> {
	const paths = wanted.filter((each) => typeof each === "string");
	const given = wanted.filter((each) => typeof each !== "string");
	const walked = paths.filter((path) => path !== "-");
	const stdin = paths.length > walked.length ? [{ path: "-" }] : [];
	const found = [...given, ...(await findFiles(walked, flags, surroundings.io))];
	const hasFound = stdin.length > 0 || found.length > 0;
	if (flags.shard === undefined && flags.changedSince === undefined) return { files: [...stdin, ...found], hasFound };
	// Loaded on demand: most runs select all files.
	const { refuseToSelectStdin, selectFiles } = await import("../inputs/select-files.ts");
	if (stdin.length > 0) refuseToSelectStdin(flags);
	return { files: await selectFiles(found, flags, surroundings), hasFound };
}

interface HereOptions {
	readonly flags: ProcessFlags;
	readonly io: Io;
	readonly work: Work | WorkName;
	readonly watch: RunWatch;
	readonly deliver: (result: FileResult) => void;
	readonly knowledge: ImageKnowledge | undefined;
}

async function processHere(
	files: readonly TaskFile[],
	settings: SettingsFinder,
	{ flags, io, work, watch, deliver, knowledge }: HereOptions,
): Promise<void> {
	const loaded = typeof work === "string" ? await loadWork(work, flags, io.cwd) : work;
	let turnEnd = Date.now() + TURN_MS;
	for (const file of files) {
		watch.show(file.path);
		deliver(await processFile(file, { flags, io, settings, work: loaded, knowledge }));
		if (Date.now() < turnEnd) continue;
		await new Promise(setImmediate);
		if (watch.isInterrupted) break;
		turnEnd = Date.now() + TURN_MS;
	}
}

function readJobs({ jobs }: Flags): number | undefined {
	if (jobs === undefined) return undefined;
	const count = /^\d{1,4}$/.test(jobs) ? Number(jobs) : 0;
	if (count < 1 || count > MAX_JOBS) throw optionError("--jobs", jobs, `must be a number from 1 to ${MAX_JOBS}`);
	return count;
}

/** Standard input can only be read once. */
function countThreads(files: readonly TaskFile[], jobs: number | undefined): number {
	if (files.length < 2 || files[0]?.path === "-") return 1;
	if (jobs !== undefined) return Math.min(jobs, files.length);
	return Math.min(availableParallelism(), MAX_DEFAULT_JOBS, Math.floor(files.length / FILES_PER_THREAD));
}
