import { Worker } from "node:worker_threads";
import type { TaskFile } from "../inputs/task-file.ts";
import type { RewriteFlags } from "../settings/flags.ts";
import { LAST_TRIED, setV8Flags, type V8Flag } from "../v8-flags.ts";
import type { WorkName } from "../work/load-work.ts";
import type { FileResult } from "../work/work.ts";
import type { RunWatch } from "./run-watch.ts";

/** What a thread needs for the work: plain data. */
export interface ThreadData {
	readonly work: WorkName;
	readonly flags: RewriteFlags;
	readonly cwd: string;
}

interface ThreadOptions extends ThreadData {
	readonly threads: number;
	/** Receives the results in the order of the files. */
	readonly deliver: (result: FileResult) => void;
}

const MAX_BATCH = 64;
/** Unless it is kept small, the young generation of three threads takes more memory than everything else. */
const MAX_YOUNG_MB = 6;
/** V8 lets a heap that may become large grow to four times what is in use, and one of this size to less than twice. */
const MAX_OLD_MB = 1024;
/**
 * V8's flags for a run of seconds, in which optimized code costs more to make than it saves: every function is compiled
 * without optimizations at once, is optimized four times as late (later versions of V8 lack this flag), and inlines 100
 * bytes of bytecode instead of 920. The threads use all cores, so none of them collects its garbage on several. A long
 * walk stops the growth of the space for new objects, which is limited in threads anyway.
 */
const V8_FLAGS: readonly V8Flag[] = [
	["--always-sparkplug", LAST_TRIED],
	["--interrupt-budget=500000", 20],
	["--max-inlined-bytecode-size-cumulative=100", LAST_TRIED],
	["--no-parallel-scavenge", LAST_TRIED],
	["--semi-space-growth-factor=2", LAST_TRIED],
];

/**
 * Does the work in several threads, which get the files in batches. If the run is interrupted, they finish their
 * batches.
 */
export async function processInThreads(
	files: readonly TaskFile[],
	{ threads, deliver, ...data }: ThreadOptions,
	watch: RunWatch,
): Promise<void> {
	const size = Math.min(MAX_BATCH, Math.ceil(files.length / threads / 4));
	/** Batches that were finished before an earlier one, by number. */
	const waiting: (readonly FileResult[] | undefined)[] = [];
	let given = 0;
	let delivered = 0;
	const source: BatchSource = {
		next: () => {
			const start = given * size;
			if (watch.isInterrupted || start >= files.length) return undefined;
			return { number: given++, files: files.slice(start, start + size) };
		},
		take: ({ number, results: finished }) => {
			waiting[number] = finished;
			for (let results = waiting[delivered]; results !== undefined; results = waiting[delivered]) {
				waiting[delivered++] = undefined;
				for (const result of results) deliver(result);
			}
			watch.show(finished.at(-1)?.path ?? "");
		},
	};
	setV8Flags(V8_FLAGS);
	const workers = Array.from({ length: threads }, () => startWorker(data));
	try {
		await Promise.all(workers.map((worker) => serve(worker, source)));
	} finally {
		await Promise.all(workers.map((worker) => worker.terminate()));
	}
}

/** Files for a thread. */
export interface Batch {
	/** From 0, in the order of the files. */
	readonly number: number;
	readonly files: readonly TaskFile[];
}

/** A thread's result. Batches may finish out of order. */
export interface FinishedBatch {
	readonly number: number;
	readonly results: readonly FileResult[];
}

interface BatchSource {
	readonly next: () => Batch | undefined;
	readonly take: (batch: FinishedBatch) => void;
}

function startWorker(data: ThreadData): Worker {
	return new Worker(new URL("./thread.cjs", import.meta.url), {
		workerData: data,
		resourceLimits: { maxYoungGenerationSizeMb: MAX_YOUNG_MB, maxOldGenerationSizeMb: MAX_OLD_MB },
	});
}

/** Keeps a worker busy until there are no more batches: it always has the next one queued. */
function serve(worker: Worker, { next, take }: BatchSource): Promise<void> {
	return new Promise((resolve, reject) => {
		let pending = 0;
		const send = (): void => {
			const batch = next();
			if (batch === undefined) return;
			pending++;
			worker.postMessage(batch);
		};
		worker.on("message", (batch: FinishedBatch) => {
			pending--;
			take(batch);
			send();
			if (pending === 0) resolve();
		});
		worker.on("error", reject);
		worker.on("exit", (code) => reject(new Error(`BUG: a thread ended with ${code} before its work was done`)));
		send();
		send();
		if (pending === 0) resolve();
	});
}
