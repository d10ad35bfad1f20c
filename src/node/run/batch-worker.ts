import { SettingsFinder } from "../settings/settings-finder.ts";
import { loadWork } from "../work/load-work.ts";
import type { FileResult } from "../work/work.ts";
import { ImageKnowledge } from "./image-knowledge.ts";
import { processFile } from "./process-file.ts";
import type { Batch, FinishedBatch, ThreadData } from "./process-in-threads.ts";

/** Makes the function with which a thread processes batches of files. */
export async function makeBatchWorker({
	work: name,
	flags,
	cwd,
}: ThreadData): Promise<(batch: Batch) => Promise<FinishedBatch>> {
	const io = { cwd, readStdin: () => Promise.reject(new Error("BUG: a thread has no standard input")) };
	const settings = await SettingsFinder.make(flags, cwd);
	const knowledge = new ImageKnowledge(settings, cwd);
	const work = await loadWork(name, flags, cwd);
	return async ({ number, files }) => {
		const results: FileResult[] = [];
		for (const file of files) results.push(await processFile(file, { flags, io, settings, work, knowledge }));
		return { number, results };
	};
}
