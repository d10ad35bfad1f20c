import { formatPlace } from "../../core/dockerfile/position.ts";
import { toOneLine } from "../../core/report/printable.ts";
import type { FileError, FileReport } from "../../core/report/report.ts";
import type { Io } from "../io.ts";

/** Prints the errors to standard error, one line for each file. */
export function reportErrors(files: readonly FileReport[], io: Io): void {
	if (files.length === 0) reportNone(io);
	for (const { path, error } of files) if (error !== undefined) io.err(`${describeFileError(path, error)}\n`);
}

/** Says that no Dockerfile was found. */
export function reportNone(io: Io): void {
	io.err(
		"pidone: no Dockerfile found: name one, or a directory with files such as Dockerfile, Dockerfile.dev, web.Dockerfile or Containerfile\n",
	);
}

/** The error of a file, in one line. */
export function describeFileError(path: string, error: FileError): string {
	const problem = error.kind === "syntax" && !error.isParsed ? "does not parse: " : "";
	return toOneLine(`${formatPlace(path, error)}: ${problem}${error.message}`);
}
