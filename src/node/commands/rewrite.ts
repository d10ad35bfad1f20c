import { UserError } from "../../core/user-error.ts";
import { version } from "../../version.ts";
import { operandOf } from "../builder/quote-words.ts";
import type { Io } from "../io.ts";
import { processFiles } from "../run/process-files.ts";
import type { RewriteFlags } from "../settings/flags.ts";
import { ChangeReport } from "./change-report.ts";
import { openPage } from "./open-page.ts";

/** `pidone rewrite`: prints the diff of every file that changes, or writes the files. Resolves to the exit code. */
export function runRewrite(paths: readonly string[], flags: RewriteFlags, io: Io): Promise<number> {
	return runChange("rewrite", paths, flags, io);
}

/** `pidone revert`: removes what rewrite inserted. Resolves to the exit code. */
export function runRevert(paths: readonly string[], flags: RewriteFlags, io: Io): Promise<number> {
	return runChange("revert", paths, flags, io);
}

async function runChange(
	work: "rewrite" | "revert",
	paths: readonly string[],
	flags: RewriteFlags,
	io: Io,
): Promise<number> {
	if (paths.includes("-") && paths.length > 1)
		throw new UserError("-: standard input cannot be mixed with other files");
	const isStdin = paths[0] === "-";
	if (isStdin && flags.write)
		throw new UserError("--write: standard input cannot be written to; the result goes to standard output");
	const named = paths.length === 0 ? ["."] : paths;
	const writePage = await openPage(flags, io);
	const report = new ChangeReport(flags, io, isStdin && !flags.check && !flags.json);
	const { files: results, hasFound } = await processFiles(named, flags, io, work, (file) => report.receive(file));
	if (writePage !== undefined) {
		const { refuseSamePlaces } = await import("./report-outputs.ts");
		refuseSamePlaces([flags.report], { files: results }, io);
		writePage({ version, files: results });
	}
	const words = [
		...named.map(operandOf),
		...(flags.fromBuilds ? ["--from-builds"] : []),
		...(flags.context === undefined ? [] : ["--context", flags.context]),
	];
	return report.finish(results, { hasFound, words });
}
