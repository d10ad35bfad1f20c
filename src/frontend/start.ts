// What the frontend's image starts: the frontend, compiled beforehand. Node.js would compile it for some 0.03 seconds in each build.
//   node --random-seed=1 start.cjs --cache   compiles it, for the Node.js that this is; the seed makes the same bytes of the same files
import { readFileSync, writeFileSync } from "node:fs";
import module, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";

const file = join(import.meta.dirname, "main.cjs");
const cache = join(import.meta.dirname, "main.cache");

if (process.argv[2] === "--cache") writeCache();
else start();

/** Compiles all functions, where V8 would leave each to its first call. */
function writeCache(): void {
	setFlagsFromString("--no-lazy");
	const script = compile();
	// V8 takes no cache that was made with other flags.
	setFlagsFromString("--lazy");
	writeFileSync(cache, script.createCachedData());
	if (compile(readFileSync(cache)).cachedDataRejected) throw new Error("V8 does not take the code cache that it has made");
}

function start(): void {
	const frontend = { exports: {} };
	compile(readCache()).runInThisContext()(frontend.exports, createRequire(file), frontend, file, dirname(file));
}

/** Of another Node.js than the one that made it, V8 rejects the cache, and compiles. The name is part of it: it is the same in each folder. */
function compile(cachedData?: Buffer): Script {
	return new Script(module.wrap(readFileSync(file, "utf8")), { filename: "main.cjs", ...(cachedData === undefined ? {} : { cachedData }) });
}

function readCache(): Buffer | undefined {
	try {
		return readFileSync(cache);
	} catch {
		return undefined;
	}
}
