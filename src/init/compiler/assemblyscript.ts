import type { Parser, Source } from "assemblyscript";
import { type DiagnosticMessage, main, type Transform } from "assemblyscript/asc";
import { CompileError, type Problem } from "./compile-error.ts";
import { checkSource } from "./source-check.ts";
import { placeOf, sortProblems } from "./syntax-tree.ts";

/** TypeScript sources by path, such as `main.ts`. Imports are relative to the importing file. */
export interface Sources {
	/** @returns undefined if the file does not exist */
	get(path: string): string | undefined;
}

/** `import … from "pidone/init/NAME"` finds NAME among the shipped sources. */
const LIBRARY_PREFIX = "pidone/init/";

/** How AssemblyScript names library sources, its own and ours. */
const LIBRARY_MARK = "~lib/";

/** Passes the library's name to the compiler, which reads nothing from there. */
const LIBRARY_FOLDER = "pidone-library";

const OUTPUT = "init.wasm";

/** Here, -O3 makes smaller programs than -Oz. Debug information keeps the names of functions for listings. */
const OPTIONS = [
	...["--outFile", OUTPUT, "--lib", LIBRARY_FOLDER, "--runtime", "stub", "--noAssert"],
	...["--optimizeLevel", "3", "--shrinkLevel", "1", "--debug"],
];

/**
 * Compiles TypeScript, in AssemblyScript's dialect, to WebAssembly.
 * @param library the shipped sources, which every source may import
 * @throws CompileError with every mistake, each with file:line:column
 */
export async function compileToWasm(entry: string, sources: Sources, library: Sources): Promise<Uint8Array> {
	const problems: Problem[] = [];
	const written = new Map<string, Uint8Array>();
	const { error } = await main([entry, ...OPTIONS], {
		readFile: (path, folder) =>
			(folder === LIBRARY_FOLDER ? library.get(path.replace(LIBRARY_PREFIX, "")) : sources.get(path)) ?? null,
		writeFile: (path, contents) => {
			if (typeof contents !== "string") written.set(path, contents);
		},
		listFiles: () => [],
		reportDiagnostic: (diagnostic) => {
			if (diagnostic.category === ERROR) problems.push(toProblem(diagnostic, entry, sources, library));
		},
		transforms: [checkAfterParsing(problems)],
	});
	const wasm = written.get(OUTPUT);
	if (wasm !== undefined && error === null) return wasm;
	if (problems.length === 0) throw new CompileError(String(error?.message));
	throw CompileError.at(
		sortProblems(problems.map(({ path, ...problem }) => ({ path: path.replace(LIBRARY_MARK, ""), ...problem }))),
	);
}

/** Stops the compiler after parsing if the sources contain what cannot be compiled. */
function checkAfterParsing(problems: Problem[]): Transform {
	const transform: Pick<Transform, "afterParse"> = {
		afterParse({ sources }: Parser) {
			const found = sources.filter(isOurs).flatMap(checkSource);
			problems.push(...found);
			if (found.length > 0) throw new Error("the sources contain what cannot be compiled");
		},
	};
	// Despite the type, an object with only one of the methods works.
	return transform as Transform;
}

/** Whether a source is the user's or the shipped init's, not AssemblyScript's own. */
function isOurs({ normalizedPath }: Source): boolean {
	return !normalizedPath.startsWith(LIBRARY_MARK) || normalizedPath.startsWith(LIBRARY_MARK + LIBRARY_PREFIX);
}

/** DiagnosticCategory.Error */
const ERROR = 3;

/** A mistake without a position, such as a missing file, is reported at the entry. */
function toProblem({ message, range }: DiagnosticMessage, entry: string, sources: Sources, library: Sources): Problem {
	if (range === null) return { path: entry, line: 1, column: 1, message };
	const path = range.source.normalizedPath;
	const text = readAny(path, sources, library) ?? "";
	const isOfType = isTypeOfImport(text, range.start);
	return { path, ...placeOf(text, range.start), message: isOfType ? IMPORTED_TYPE : message };
}

const IMPORTED_TYPE = "AssemblyScript imports types as it imports functions: omit `type`";

/** Whether a place is the `type` of `import type` or `import { type … }`, which the parser takes for a name. */
function isTypeOfImport(text: string, offset: number): boolean {
	return /^type\b/.test(text.slice(offset, offset + 5)) && /\bimport\s*(?:\{[^}]*)?$/.test(text.slice(0, offset));
}

/** A source by AssemblyScript's path for it. */
export function readAny(path: string, sources: Sources, library: Sources): string | undefined {
	return path.startsWith(LIBRARY_MARK)
		? library.get(path.slice(LIBRARY_MARK.length).replace(LIBRARY_PREFIX, ""))
		: sources.get(path);
}
