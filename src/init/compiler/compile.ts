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

/** The compiler's output for one CPU. */
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
	const modules = new Map<string | undefined, Uint8Array>();
	const executables: Executable[] = [];
	for (const target of targets) {
		const { sourceVariant } = target;
		const [own, shipped] = [withVariant(sources, sourceVariant), withVariant(library, sourceVariant)];
		const wasm = modules.get(sourceVariant) ?? (await compileToWasm(entry, own, shipped));
		modules.set(sourceVariant, wasm);
		try {
			executables.push(compileWasm(wasm, target));
		} catch (error) {
			throw error instanceof CompileError ? locate(error, entry, sources, library) : error;
		}
	}
	return executables;
}

/** A mistake that only shows after AssemblyScript has finished is reported at its function. */
function locate(
	{ message, functionName = "" }: CompileError,
	entry: string,
	sources: Sources,
	library: Sources,
): CompileError {
	const place = findFunction(functionName, sources, library) ?? { path: entry, line: 1, column: 1 };
	return CompileError.at([{ ...place, message: functionName === "" ? message : `${message} (in ${functionName})` }]);
}

/** What comes after AssemblyScript. */
export function compileWasm(wasm: Uint8Array, target: Target): Executable {
	const program = lower(packTexts(lift(wasm, target)), target);
	const image = layOut(program, target, headersSize(target));
	return { target, elf: writeElf(image, target), listing: printListing(program, image, target) };
}

/** NAME-VARIANT.ts replaces NAME.ts if it exists: `word` is i64, but i32 with the variant 32. */
function withVariant(sources: Sources, variant: string | undefined): Sources {
	if (variant === undefined) return sources;
	return { get: (path) => sources.get(path.replace(/\.ts$/, `-${variant}.ts`)) ?? sources.get(path) };
}
