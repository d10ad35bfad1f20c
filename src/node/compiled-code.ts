// Caches V8's compiled code of the bundled command line between runs: compiling takes longer than the rest of most
// runs.
import {
	closeSync,
	fstatSync,
	fsyncSync,
	lstatSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	type Stats,
	writeFileSync,
} from "node:fs";
import { Module } from "node:module";
import { basename, dirname, join } from "node:path";
import { Script } from "node:vm";
import { cachePath } from "./cache/user-folders.ts";

/** scripts/bundle.js inserts a digest of all bundled code here: V8 itself compares only lengths. */
const BUILD = "{{build}}";

/** After this time, V8 drops compiled code that is no longer in use, and the cache would lack it. */
const MAX_RUN_SECONDS = 5;

/** Cached code cannot import modules dynamically: a file that contains this is compiled in each run. */
const DYNAMIC_IMPORT = "import(";

/** Node.js's own way to compile a CommonJS module. */
interface Compiler {
	_compile(this: NodeModule, content: string, file: string): unknown;
}

/**
 * Loads compiled code from the user's cache folder, and adds what is missing there. Node.js does this itself since
 * version 22.1, unless NODE_COMPILE_CACHE or NODE_DISABLE_COMPILE_CACHE say otherwise; for older versions, this does it
 * for our own files. A folder that others can write, or that cannot be written, is not used.
 */
export function keepCompiledCode(): void {
	const { env } = process;
	const folder = cachePath(env, "pidone", "compiled");
	if (folder === undefined) return;
	if ("enableCompileCache" in Module && typeof Module.enableCompileCache === "function") {
		Module.enableCompileCache(folder);
		return;
	}
	if (env.NODE_DISABLE_COMPILE_CACHE || env.NODE_V8_COVERAGE || !isOwnFolder(folder)) return;
	const chunks = import.meta.dirname;
	const made = new Map<string, Script>();
	process.once("exit", () => {
		if (process.uptime() > MAX_RUN_SECONDS) return;
		for (const [kept, script] of made) keep(script, kept);
	});
	const compiler = Module.prototype as unknown as Compiler;
	const compile = compiler._compile;
	compiler._compile = function (content, file) {
		if (dirname(file) !== chunks || content.includes(DYNAMIC_IMPORT)) return compile.call(this, content, file);
		const kept = join(folder, `${basename(file)}.${process.version}.${process.arch}`);
		const { script, isNew } = load(content, file, kept);
		if (isNew) made.set(kept, script);
		return run(script, this, file);
	};
}

/** Compiles a module, with its cached code if there is any and V8 accepts it. */
function load(content: string, file: string, kept: string): { readonly script: Script; readonly isNew: boolean } {
	const cachedData = readKept(kept);
	const script = new Script(Module.wrap(content), {
		filename: file,
		...(cachedData === undefined ? {} : { cachedData }),
	});
	return { script, isNew: cachedData === undefined || script.cachedDataRejected === true };
}

/** Runs a module as Node.js does. */
function run(script: Script, module: NodeModule, file: string): unknown {
	const require = (id: string): unknown => module.require(id);
	return script.runInThisContext().call(module.exports, module.exports, require, module, file, dirname(file));
}

/** The header of a cache file: the build and a blank line. V8's data follows. */
const HEAD = Buffer.from(`${BUILD}\n\n`);

/** Undefined for a file of another build, and for one that another user may have written. */
function readKept(kept: string): Buffer | undefined {
	let file: number | undefined;
	try {
		file = openSync(kept, "r");
		if (!isOwn(fstatSync(file))) return undefined;
		const bytes = readFileSync(file);
		return bytes.subarray(0, HEAD.length).equals(HEAD) ? bytes.subarray(HEAD.length) : undefined;
	} catch {
		return undefined;
	} finally {
		if (file !== undefined) closeSync(file);
	}
}

function keep(script: Script, kept: string): void {
	const made = `${kept}.${process.pid}`;
	try {
		const file = openSync(made, "wx", 0o600);
		try {
			writeFileSync(file, Buffer.concat([HEAD, script.createCachedData()]));
			// A partly written file would be run as if it were complete.
			fsyncSync(file);
		} finally {
			closeSync(file);
		}
		renameSync(made, kept);
	} catch {
		rmSync(made, { force: true });
	}
}

/** Whoever can write there decides which code runs. */
function isOwnFolder(folder: string): boolean {
	try {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		const state = lstatSync(folder);
		return state.isDirectory() && isOwn(state);
	} catch {
		return false;
	}
}

/** Whether the user owns a file or folder, and nobody else can write it. Windows protects folders by other means. */
function isOwn({ uid, mode }: Stats): boolean {
	return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}
