import type { Report } from "../../core/report/report.ts";
import { UserError } from "../../core/user-error.ts";
import type { Io } from "../io.ts";
import type { Flags } from "../settings/flags.ts";

/**
 * Prepares the HTML report that `--report` asks for, with the results of `--trial`; undefined without it. Mistakes in
 * the files of `--trial` come up before the work begins. Throws UserError.
 */
export async function openPage(
	{ report: path, trial: trialPaths = [] }: Flags,
	io: Io,
): Promise<((report: Report) => void) | undefined> {
	const [first] = trialPaths;
	if (path === undefined) {
		if (first !== undefined) throw new UserError(`--trial ${first}: requires --report`);
		return undefined;
	}
	// Most runs write no page, and load nothing for that.
	const { writePage } = await import("./page.ts");
	if (first === undefined) return (report) => writePage(report, path, io.cwd);
	const { findPageTrials, readTrialFiles } = await import("./page-trials.ts");
	const trials = readTrialFiles(trialPaths, io);
	return (report) => writePage(report, path, io.cwd, findPageTrials(trials, report, io));
}
