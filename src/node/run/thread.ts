// A thread of its own that does the work for batches of files (see process-in-threads.ts). scripts/bundle.js makes
// dist/chunks/thread.js of it.
import { parentPort, workerData } from "node:worker_threads";
import { ImageKnowledge } from "./image-knowledge.ts";
import { processFile } from "./process-file.ts";
import type { Batch, FinishedBatch, ThreadData } from "./process-in-threads.ts";
import { SettingsFinder } from "./settings-finder.ts";
import type { FileResult } from "./work.ts";
import { loadWork } from "./works.ts";

const { work: name, flags, cwd }: ThreadData = workerData;
const io = { cwd, readStdin: () => Promise.reject(new Error("BUG: a thread has no standard input")) };
const settings = await SettingsFinder.make(flags, cwd);
const knowledge = new ImageKnowledge(settings, cwd);
const work = await loadWork(name, flags, cwd);

parentPort?.on("message", async ({ start, files }: Batch) => {
	const results: FileResult[] = [];
	for (const file of files) results.push(await processFile(file, { flags, io, settings, work, knowledge }));
	parentPort?.postMessage({ start, results } satisfies FinishedBatch);
});
