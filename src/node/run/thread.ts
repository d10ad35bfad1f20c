// A thread that processes batches of files (see process-in-threads.ts). scripts/bundle.js makes dist/chunks/thread.cjs
// of it.
import { parentPort, workerData } from "node:worker_threads";
import { keepCompiledCode } from "../compiled-code.ts";
import type { Batch, FinishedBatch, ThreadData } from "./process-in-threads.ts";

const data = workerData as ThreadData;
keepCompiledCode(data.work);
const worker = import("./batch-worker.ts").then(({ makeBatchWorker }) => makeBatchWorker(data));

parentPort?.on("message", async (batch: Batch) => {
	const finished: FinishedBatch = await (await worker)(batch);
	parentPort?.postMessage(finished);
});
