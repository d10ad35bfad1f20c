import { compileToWasm, type Sources } from "./assemblyscript.ts";
import { CompileError } from "./compile-error.ts";
import { headersSize, writeElf } from "./elf.ts";
import { findFunction } from "./find-function.ts";
import { layOut } from "./layout.ts";
import { lift } from "./lift.ts";
import { printListing } from "./listing.ts";
import { lower } from "./lower.ts";
import { packTexts } from "./pack-texts.ts";
import type { Target } from "./target.ts";

/** What the compiler makes for one CPU. */
export interface Executable {
	readonly target: Target;
	readonly elf: Uint8Array;
	/** The program as assembly text. */
	readonly listing: string;
}

/**
 * Compiles an init: TypeScript → WebAssembly → IR → instructions → addresses → ELF. The same sources give the same
 * bytes everywhere.
 * @param entry the path of the source that exports `start`
 * @param library the shipped sources
 * @throws CompileError for what cannot be compiled
 */
export async function compileInit(
	entry: string,
	sources: Sources,
	library: Sources,
	targets: readonly Target[],
): Promise<Executable[]> {
	const executables: Executable[] = [];
	for (const wordSize of [8, 4] as const) {
		const ofThisSize = targets.filter((target) => target.wordSize === wordSize);
		if (ofThisSize.length === 0) continue;
		const wasm = await compileToWasm(entry, withWord(sources, wordSize), withWord(library, wordSize));
		try {
			executables.push(...ofThisSize.map((target) => compileWasm(wasm, target)));
		} catch (error) {
			throw error instanceof CompileError ? locate(error, entry, sources, library) : error;
		}
	}
	return executables;
}

/** A mistake that shows behind AssemblyScript only is told of the function that it is in. */
function locate(
	{ message, functionName = "" }: CompileError,
	entry: string,
	sources: Sources,
	library: Sources,
): CompileError {
	const place = findFunction(functionName, sources, library) ?? { path: entry, line: 1, column: 1 };
	return CompileError.at([{ ...place, message: functionName === "" ? message : `${message} (in ${functionName})` }]);
}

/** The part behind AssemblyScript. */
export function compileWasm(wasm: Uint8Array, target: Target): Executable {
	const program = lower(packTexts(lift(wasm, target.wordSize)), target);
	const image = layOut(program, target, headersSize(target));
	return { target, elf: writeElf(image, target), listing: printListing(program, image, target) };
}

/** `word` is i64, and i32 on CPUs of 32 bits, which then never see 64 bits. */
function withWord(sources: Sources, wordSize: 4 | 8): Sources {
	const narrow = wordSize === 8 ? undefined : sources.get("word-32.ts");
	return narrow === undefined ? sources : { get: (path) => (path === "word.ts" ? narrow : sources.get(path)) };
}
