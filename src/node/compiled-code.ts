// Keeps what V8 compiles of the bundled command line between runs: compiling takes longer than most runs take else.
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

/** scripts/bundle.js puts a digest of all bundled code in its place: V8 itself compares nothing but lengths. */
const BUILD = "{{build}}";

/** A longer run has done without much of what it has compiled, which V8 gives up after some time. */
const MAX_RUN_SECONDS = 5;

/** Code that is kept does not know any more how to import a module: a file with this is compiled in each run. */
const DYNAMIC_IMPORT = "import(";

/** Node.js's own way to compile a CommonJS module. */
interface Compiler {
	_compile(this: NodeModule, content: string, file: string): unknown;
}

/**
 * Takes compiled code from the user's cache folder, and puts there what is missing. Node.js does so itself from version
 * 22.1 on, unless NODE_COMPILE_CACHE or NODE_DISABLE_COMPILE_CACHE say otherwise; before, this does the same for our
 * own files. A folder that is not the user's alone, or cannot be written, changes nothing.
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

/** Takes a module's compiled code where that is there and fits. */
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

/** The build, and a blank line: what follows is V8's. */
const HEAD = Buffer.from(`${BUILD}\n\n`);

/** Undefined for what is not of this build, or may have been written by somebody else. */
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
			// Half of it would be run as if it were the whole.
			fsyncSync(file);
		} finally {
			closeSync(file);
		}
		renameSync(made, kept);
	} catch {
		rmSync(made, { force: true });
	}
}

/** Whoever writes there decides what is run. */
function isOwnFolder(folder: string): boolean {
	try {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		const state = lstatSync(folder);
		return state.isDirectory() && isOwn(state);
	} catch {
		return false;
	}
}

/** Whether something is the user's, and nobody else may write it. Windows has other means for that, by folder. */
function isOwn({ uid, mode }: Stats): boolean {
	return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}
