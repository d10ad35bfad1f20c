import type { Report } from "../../core/report/report.ts";
import type { Io } from "../io.ts";
import { optionError } from "../option-error.ts";
import type { Flags } from "../settings/flags.ts";

/**
 * Prepares the HTML report for `--report`, with the results of `--trial`; undefined without `--report`. Reads the files
 * of `--trial` first, so that mistakes in them are reported before the work begins. Throws UserError.
 */
export async function openPage(
	{ report: path, trial: trialPaths = [] }: Flags,
	io: Io,
): Promise<((report: Report) => void) | undefined> {
	const [first] = trialPaths;
	if (path === undefined) {
		if (first !== undefined) throw optionError("--trial", first, "requires --report");
		return undefined;
	}
	// Loaded on demand: most runs write no page.
	const { writePage } = await import("./page.ts");
	if (first === undefined) return (report) => writePage(report, path, io.cwd);
	const { findPageTrials, readTrialFiles } = await import("./page-trials.ts");
	const trials = readTrialFiles(trialPaths, io);
	return (report) => writePage(report, path, io.cwd, findPageTrials(trials, report, io));
}
