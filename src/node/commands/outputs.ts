import { resolve } from "node:path";
import { toOneLine, toPrintableJson } from "../../core/report/printable.ts";
import { UserError } from "../../core/user-error.ts";
import { version } from "../../version.ts";
import { realPathOf } from "../files/real-path.ts";
import { compareOutput, type Output, type OutputState, writeOutput } from "../files/write-output.ts";
import type { Io } from "../io.ts";

/** A file that a command writes. */
export interface NamedOutput extends Output {
	/** As the user names it. */
	readonly path: string;
	readonly platform?: string;
}

/** A file after it was written; `state` is how it was before. */
export interface OutputReport {
	readonly path: string;
	readonly platform?: string;
	/** Size in bytes. */
	readonly bytes: number;
	readonly sha256: string;
	readonly state: OutputState;
	readonly isWritten: boolean;
}

/** Compares the files with what is there, and writes nothing. Throws UserError that names the file. */
function compareOutputs(outputs: readonly NamedOutput[], cwd: string): OutputReport[] {
	return outputs.map((output) => ({ ...reportOutput(output, cwd, compareOutput), isWritten: false }));
}

/** Writes the files, after it has compared all of them. Throws UserError that names the file. */
export function writeOutputs(outputs: readonly NamedOutput[], cwd: string): OutputReport[] {
	compareOutputs(outputs, cwd);
	return outputs.map((output) => {
		const report = reportOutput(output, cwd, writeOutput);
		return { ...report, isWritten: report.state !== "same" };
	});
}

function reportOutput(
	{ path, platform, ...output }: NamedOutput,
	cwd: string,
	work: (file: string, output: Output) => OutputState,
): Omit<OutputReport, "isWritten"> {
	// Loaded on demand: most runs of `pidone check` write no file.
	const { createHash } = process.getBuiltinModule("node:crypto");
	return {
		path,
		...(platform === undefined ? {} : { platform }),
		bytes: output.bytes.length,
		sha256: createHash("sha256").update(output.bytes).digest("hex"),
		state: named(path, () => work(resolve(cwd, path), output)),
	};
}

function named<T>(path: string, work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw error instanceof UserError ? new UserError(`${path}: ${error.message}`, { cause: error }) : error;
	}
}

/** Writes and reports the files, or with --check only compares them. Returns whether --check found a difference. */
export function emitOutputs(
	outputs: readonly NamedOutput[],
	flags: OutputFlags & { readonly check?: boolean },
	{ cwd, out }: Io,
): boolean {
	const files = (flags.check ? compareOutputs : writeOutputs)(outputs, cwd);
	reportOutputs(files, flags, out);
	return flags.check === true && files.some(({ state }) => state !== "same");
}

/** Throws UserError if an output would overwrite a file that was read. */
export function refuseToOverwrite(path: string, files: readonly string[], cwd: string): void {
	if (files.map(realPathOf).includes(realPathOf(resolve(cwd, path))))
		throw new UserError(`${path}: is a source of the program and would be overwritten: select another output`);
}

/** How much to print. */
export interface OutputFlags {
	readonly json?: boolean;
	readonly quiet?: boolean;
	readonly verbose?: boolean;
}

/** Reports the files, one line each, or as JSON. */
export function reportOutputs(files: readonly OutputReport[], flags: OutputFlags, print: Io["out"]): void {
	if (flags.json) print(`${toPrintableJson({ version, files })}\n`);
	else if (!flags.quiet) for (const file of files) print(`${toOneLine(describe(file, flags))}\n`);
}

function describe({ path, bytes, sha256, state, isWritten }: OutputReport, { verbose }: OutputFlags): string {
	return `${path}: ${(isWritten ? DONE : FOUND)[state]}, ${bytes} bytes${verbose ? `, sha256 ${sha256}` : ""}`;
}

const DONE: Readonly<Record<OutputState, string>> = {
	missing: "written",
	different: "written anew",
	"other-mode": "mode corrected",
	same: "unchanged",
};
const FOUND: Readonly<Record<OutputState, string>> = {
	missing: "missing",
	different: "differs",
	"other-mode": "has a different mode",
	same: "unchanged",
};
