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

/**
 * V8 loads all code that the cache has, and a run over many files compiles more of it than one file needs. So runs that
 * take this many times the CPU time of Node.js's own start keep nothing. The cache gains little there.
 */
const MAX_STARTS = 4;

/** Cached code cannot import modules dynamically: a file that contains this is compiled in each run. */
const DYNAMIC_IMPORT = "import(";

/** Node.js's own way to compile a CommonJS module. */
interface Compiler {
	_compile(this: NodeModule, content: string, file: string, ...more: readonly unknown[]): unknown;
}

/**
 * Loads compiled code of our own files from the user's cache folder, and adds what is missing there, unless
 * NODE_DISABLE_COMPILE_CACHE is set. Node.js can do this itself since version 22.1, but then a short run takes a third
 * longer. A folder that others can write, or that cannot be written, is not used.
 * @param command what runs: each command has its own cache, because it uses other parts of the same files
 */
export function keepCompiledCode(command: string): void {
	const { env } = process;
	const folder = cachePath(env, "pidone", "compiled", command);
	if (env.NODE_DISABLE_COMPILE_CACHE || env.NODE_V8_COVERAGE || folder === undefined || !isOwnFolder(folder)) return;
	const chunks = import.meta.dirname;
	const maxTime = MAX_STARTS * cpuTime();
	const made = new Map<string, Script>();
	process.once("exit", () => {
		if (cpuTime() > maxTime) return;
		for (const [kept, script] of made) keep(script, kept);
	});
	const compiler = Module.prototype as unknown as Compiler;
	const compile = compiler._compile;
	compiler._compile = function (content, file, ...more) {
		if (dirname(file) !== chunks) return compile.call(this, content, file, ...more);
		const kept = join(folder, `${basename(file)}.${process.version}.${process.arch}`);
		const cachedData = readKept(kept);
		if (cachedData === undefined && content.includes(DYNAMIC_IMPORT)) return compile.call(this, content, file, ...more);
		const script = new Script(Module.wrap(content), { filename: file, ...(cachedData && { cachedData }) });
		if (script.cachedDataRejected !== false) made.set(kept, script);
		return run(script, this, file);
	};
}

/** The CPU time of this process, in microseconds. */
function cpuTime(): number {
	const { user, system } = process.cpuUsage();
	return user + system;
}

/** Runs a module as Node.js does. */
function run(script: Script, module: NodeModule, file: string): unknown {
	const require = (id: string): unknown => module.require(id);
	return script.runInThisContext().call(module.exports, module.exports, require, module, file, dirname(file));
}

/** A cache file begins with the build and line feeds, in a multiple of 8 bytes: V8 copies data that are not aligned. */
const HEAD = Buffer.from(BUILD + "\n".repeat(8));

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
