import { type DiagnosticMessage, main } from "assemblyscript/asc";
import { CompileError } from "./compile-error.ts";

/** TypeScript sources by path, such as `main.ts`. Imports are relative to the importing file. */
export type Sources = ReadonlyMap<string, string>;

/** `import … from "pidone/init/NAME"` finds NAME among the shipped sources. */
const LIBRARY_PREFIX = "pidone/init/";

/** Names the library to the compiler; nothing is read from there. */
const LIBRARY_FOLDER = "pidone-library";

const OUTPUT = "init.wasm";

/**
 * Compiles TypeScript, in AssemblyScript's dialect, to WebAssembly.
 * @param library the shipped sources, which every source may import
 * @throws CompileError with the compiler's messages, each with file:line:column
 */
export async function compileToWasm(entry: string, sources: Sources, library: Sources): Promise<Uint8Array> {
	const messages: string[] = [];
	const written = new Map<string, Uint8Array>();
	const { error } = await main(
		// -O3 makes smaller programs here than -Oz. Debug information keeps the names of functions, for listings.
		[entry, "--outFile", OUTPUT, "--lib", LIBRARY_FOLDER, "--runtime", "stub", "--noAssert", "--optimizeLevel", "3", "--shrinkLevel", "1", "--debug"],
		{
			readFile: (path, folder) => (folder === LIBRARY_FOLDER ? library.get(path.replace(LIBRARY_PREFIX, "")) : sources.get(path)) ?? null,
			writeFile: (path, contents) => {
				if (typeof contents !== "string") written.set(path, contents);
			},
			listFiles: () => [],
			reportDiagnostic: (message) => messages.push(formatDiagnostic(message, sources)),
		},
	);
	const wasm = written.get(OUTPUT);
	if (wasm !== undefined && error === null) return wasm;
	throw new CompileError(messages.length > 0 ? messages.join("\n") : String(error?.message));
}

function formatDiagnostic({ message, range }: DiagnosticMessage, sources: Sources): string {
	if (range === null) return message;
	const path = range.source.normalizedPath;
	return `${path}:${positionOf(sources.get(path) ?? "", range.start)}: ${message}`;
}

/** line:column of an offset, both from 1 */
function positionOf(text: string, offset: number): string {
	const before = text.slice(0, offset).split("\n");
	return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}
