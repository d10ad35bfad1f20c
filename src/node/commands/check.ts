import { exitCode } from "../../core/report/exit-code.ts";
import { type FormatName, formats } from "../../core/report/index.ts";
import { UserError } from "../../core/user-error.ts";
import { version } from "../../version.ts";
import { reportErrors } from "./finish.ts";
import type { Flags } from "./flags.ts";
import type { Io } from "./io.ts";
import { processFiles } from "./process-files.ts";

export interface CheckFlags extends Flags {
	readonly format?: string;
	readonly json?: boolean;
}

/** `pidone check`: what a rewrite would do to each stage, and every finding. Resolves to the exit code. */
export async function runCheck(paths: readonly string[], flags: CheckFlags, io: Io): Promise<number> {
	const format = readFormat(flags);
	const files = await processFiles(paths.length === 0 ? ["."] : paths, flags, io, "check");
	const report = { version, files };
	if (files.length === 0) reportErrors(files, io);
	if (files.length > 0 || format !== "text")
		io.out(formats[format](report, { color: io.color, verbose: flags.verbose ?? false, quiet: flags.quiet ?? false }));
	return files.length === 0 ? 3 : exitCode(report, "check");
}

function readFormat({ format = "text", json }: CheckFlags): FormatName {
	const name = json ? "json" : format;
	if (!Object.hasOwn(formats, name))
		throw new UserError(`--format ${name}: must be one of ${Object.keys(formats).join(", ")}`);
	return name as FormatName;
}
