// Compares pidone's speed with that of other tools: `npm run bench`, or after a build `node bench/bench.js [files]`.
import { cpus } from "node:os";
import { makeCorpus } from "./corpus.js";
import { measureLinearity } from "./linearity.js";
import { measureStartUp } from "./start-up.js";
import { format } from "./table.js";
import { countBytes, measureThroughput } from "./throughput.js";
import { measureWholeProcesses } from "./whole-process.js";

// Decoded once, like a file that was read from disk: a concatenated string is kept in parts, and is slower to iterate
// over.
const files = makeCorpus(Number(process.argv[2] ?? 10_000)).map((text) => Buffer.from(text).toString());
const lines = files.map((text) => text.trimEnd().split("\n").length);
console.log(`Node.js ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}`);
console.log(
	`${format(files.length)} files, ${format(countBytes(files) / 1e6, 1)} MB, ${Math.min(...lines)} to ${Math.max(...lines)} lines\n`,
);

measureWholeProcesses(files);
measureThroughput(files);
measureLinearity();
measureStartUp();
