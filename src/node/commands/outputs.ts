import { createHash } from "node:crypto";
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

/**
 * Writes the files, or only compares them. Compares all of them before it writes the first. Throws UserError that names
 * the file.
 */
export function makeOutputs(outputs: readonly NamedOutput[], cwd: string, isCheck: boolean): OutputReport[] {
	const run = (work: (file: string, output: Output) => OutputState): OutputReport[] =>
		outputs.map(({ path, platform, ...output }) => {
			const state = named(path, () => work(resolve(cwd, path), output));
			const sha256 = createHash("sha256").update(output.bytes).digest("hex");
			return {
				path,
				...(platform === undefined ? {} : { platform }),
				bytes: output.bytes.length,
				sha256,
				state,
				isWritten: !isCheck && state !== "same",
			};
		});
	const compared = run(compareOutput);
	return isCheck ? compared : run(writeOutput);
}

function named<T>(path: string, work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw error instanceof UserError ? new UserError(`${path}: ${error.message}`, { cause: error }) : error;
	}
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
