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
	const compiled = new Map<Target, Executable>();
	for (const [variants, group] of groupByVariants(targets)) {
		const wasm = await compileToWasm(entry, withVariants(sources, variants), withVariants(library, variants));
		try {
			for (const target of group) compiled.set(target, compileWasm(wasm, target));
		} catch (error) {
			throw error instanceof CompileError ? locate(error, entry, sources, library) : error;
		}
	}
	return targets.flatMap((target) => compiled.get(target) ?? []);
}

/** The CPUs that have the same sources. */
function groupByVariants(targets: readonly Target[]): ReadonlyMap<readonly string[], readonly Target[]> {
	const keys = new Map<string, readonly string[]>();
	const groups = new Map<readonly string[], readonly Target[]>();
	for (const target of targets) {
		const name = target.sourceVariants.join();
		const key = keys.get(name) ?? target.sourceVariants;
		keys.set(name, key);
		groups.set(key, [...(groups.get(key) ?? []), target]);
	}
	return groups;
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
function withVariants(sources: Sources, variants: readonly string[]): Sources {
	return {
		get: (path) =>
			variants.reduce<string | undefined>(
				(found, variant) => found ?? sources.get(path.replace(/\.ts$/, `-${variant}.ts`)),
				undefined,
			) ?? sources.get(path),
	};
}
