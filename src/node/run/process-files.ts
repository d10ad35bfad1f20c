import { availableParallelism } from "node:os";
import { UserError } from "../../core/user-error.ts";
import { findFiles } from "../inputs/find-files.ts";
import type { TaskFile } from "../inputs/task-file.ts";
import type { Io } from "../io.ts";
import type { Flags, RewriteFlags } from "../settings/flags.ts";
import { SettingsFinder } from "../settings/settings-finder.ts";
import { loadWork, type WorkName } from "../work/load-work.ts";
import type { FileResult, Work } from "../work/work.ts";
import { ImageKnowledge } from "./image-knowledge.ts";
import { processFile } from "./process-file.ts";
import { RunWatch } from "./run-watch.ts";

/** A thread takes as long to start as a hundred files. */
const FILES_PER_THREAD = 150;
/** More threads get little more done: one of them hands out the files and collects the results. */
const MAX_DEFAULT_JOBS = 8;
const MAX_JOBS = 64;
/** How long a signal may wait. */
const TURN_MS = 50;

/** What became of the files that the paths mean. */
export interface Processed {
	/** Those that were kept. */
	readonly files: readonly FileResult[];
	/** Whether there is a Dockerfile at all, selected or not. */
	readonly hasFound: boolean;
}

/** Gets each result in the order of the files, as soon as it is there, and returns what is to be kept of it. */
export type Receive = (result: FileResult) => FileResult | undefined;

/** What a command works on: paths that lead to files, and files that were found before. */
export type Wanted = readonly (string | TaskFile)[];

/** What the command line says of the files. */
interface ProcessFlags extends RewriteFlags {
	/** Whether the images are wanted for a lock file, and not what is known of them. */
	readonly isLocking?: boolean;
}

/**
 * Does the work for every Dockerfile that is wanted; a mistake in one of them does not stop the others. Work that
 * has a name is done by several threads where there are many files, unless sources had to be asked, which takes longer
 * than all the rest. The results are in the order of the files in any case. Throws UserError for the command line's
 * mistakes, and InterruptedError.
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
	const paths = wanted.filter((each) => typeof each === "string");
	const found = [
		...wanted.filter((each) => typeof each !== "string"),
		...(await findFiles(
			paths.filter((path) => path !== "-"),
			flags,
			io,
		)),
	];
	const files = [
		...(paths.includes("-") ? [{ path: "-" }] : []),
		...(await select(paths, found, flags, { settings, io })),
	];
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
		const threads = typeof work === "string" && !hasAsked ? countThreads(files, jobs) : 1;
		if (typeof work === "string" && threads > 1) {
			const { processInThreads } = await import("./process-in-threads.ts");
			await processInThreads(files, { threads, work, flags, cwd: io.cwd, deliver }, watch);
		} else await processHere(files, settings, { flags, io, work, watch, deliver, knowledge });
		watch.throwIfInterrupted();
		return { files: results, hasFound: paths.includes("-") || found.length > 0 };
	} finally {
		watch.end();
	}
}

/** Most runs take all files, and load nothing for that. */
async function select(
	paths: readonly string[],
	files: readonly TaskFile[],
	flags: Flags,
	surroundings: { readonly settings: SettingsFinder; readonly io: Io },
): Promise<readonly TaskFile[]> {
	if (flags.shard === undefined && flags.changedSince === undefined) return files;
	const { refuseToSelectStdin, selectFiles } = await import("../inputs/select-files.ts");
	if (paths.includes("-")) refuseToSelectStdin(flags);
	return selectFiles(files, flags, surroundings);
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
	if (count < 1 || count > MAX_JOBS) throw new UserError(`--jobs ${jobs}: must be a number from 1 to ${MAX_JOBS}`);
	return count;
}

/** Standard input has one reader. */
function countThreads(files: readonly TaskFile[], jobs: number | undefined): number {
	if (files.length < 2 || files[0]?.path === "-") return 1;
	if (jobs !== undefined) return Math.min(jobs, files.length);
	return Math.min(availableParallelism(), MAX_DEFAULT_JOBS, Math.floor(files.length / FILES_PER_THREAD));
}
