import { statSync } from "node:fs";
import { relative, resolve } from "node:path";
import { targetPlatforms } from "../../core/analysis/options.ts";
import { toOneLine, toPrintableJson, toPrintableLines } from "../../core/report/printable.ts";
import { UserError } from "../../core/user-error.ts";
import type { Executable } from "../../init/compiler/compile.ts";
import type { CompileError } from "../../init/compiler/compile-error.ts";
import type { Target } from "../../init/compiler/target.ts";
import { version } from "../../version.ts";
import { SourceFolder, shippedSources } from "../files/program-sources.ts";
import type { Io } from "../io.ts";
import { optionError } from "../option-error.ts";
import { readPlatformsOf } from "../settings/platforms.ts";
import { loadCompiler } from "./load-compiler.ts";
import { type NamedOutput, type OutputFlags, refuseToOverwrite, reportOutputs, writeOutputs } from "./outputs.ts";

export interface CompileFlags extends OutputFlags {
	readonly output: string;
	readonly platform?: readonly string[];
	/** A file, or - for standard output. */
	readonly listing?: string;
}

/** `pidone compile`: compiles the user's own init from TypeScript to static executables. Resolves to the exit code. */
export async function runCompile(path: string, flags: CompileFlags, io: Io): Promise<number> {
	checkCommandLine(path, flags, io);
	const compiler = await loadCompiler();
	const { compileInit, targets } = compiler;
	const known = targets.map(({ platform }) => platform);
	const wanted = readPlatformsOf(flags.platform ?? targetPlatforms({}), known, "compiler");
	const chosen = targets.filter(({ platform }) => wanted.includes(platform));
	const sources = new SourceFolder(io.cwd);
	try {
		const entry = relative(io.cwd, resolve(io.cwd, path)).replaceAll("\\", "/");
		const executables = await compileInit(entry, sources, shippedSources, chosen);
		writeExecutables(executables, sources.files, flags, io);
		return 0;
	} catch (error) {
		if (!(error instanceof compiler.CompileError)) throw error;
		reportProblems(error, flags, io);
		return 1;
	}
}

function checkCommandLine(path: string, { output, listing, json }: CompileFlags, { cwd }: Io): void {
	if (!statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isFile()) throw new UserError(`${path}: no such file`);
	if (!path.endsWith(".ts")) throw new UserError(`${path}: must be TypeScript, with a name that ends in .ts`);
	if (listing === "-" && json)
		throw new UserError("--listing -: standard output is already used by --json: write the listing to a file");
	if (listing !== undefined && resolve(cwd, listing) === resolve(cwd, output))
		throw optionError("--listing", listing, "would overwrite the --output: name another file");
}

function writeExecutables(
	executables: readonly Executable[],
	sources: readonly string[],
	flags: CompileFlags,
	io: Io,
): void {
	const { listing } = flags;
	const pathOf = (pattern: string, { name }: Target): string => nameOutput(pattern, name, executables.length);
	const outputs = executables.flatMap(({ target, elf, listing: text }): NamedOutput[] => [
		{ path: pathOf(flags.output, target), platform: target.platform, bytes: elf, mode: 0o755 },
		...(listing === undefined || listing === "-"
			? []
			: [{ path: pathOf(listing, target), platform: target.platform, bytes: Buffer.from(text), mode: 0o644 }]),
	]);
	for (const { path } of outputs) refuseToOverwrite(path, sources, io.cwd);
	const files = writeOutputs(outputs, io.cwd);
	if (listing === "-") for (const { listing: text } of executables) io.out(toPrintableLines(text));
	reportOutputs(files, flags, listing === "-" ? io.err : io.out);
}

/** `{arch}` in a name stands for the architecture; without it, several architectures are distinguished by a suffix. */
function nameOutput(pattern: string, architecture: string, count: number): string {
	if (pattern.includes("{arch}")) return pattern.replaceAll("{arch}", architecture);
	return count === 1 ? pattern : `${pattern}-${architecture}`;
}

function reportProblems({ message, problems }: CompileError, { json }: CompileFlags, io: Io): void {
	if (json) io.out(`${toPrintableJson({ version, files: [], problems })}\n`);
	else for (const line of message.split("\n")) io.err(`${toOneLine(line)}\n`);
}
