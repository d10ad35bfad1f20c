import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { PageTrial } from "../../core/report/page-trial.ts";
import { toOneLine } from "../../core/report/printable.ts";
import type { Report } from "../../core/report/report.ts";
import { UserError } from "../../core/user-error.ts";
import { reasonOf } from "../files/read-source.ts";
import { realPathOf } from "../files/real-path.ts";
import type { Io } from "../io.ts";
import { optionError } from "../option-error.ts";
import type { Trial } from "../trial/format-trial.ts";
import { toPageTrial } from "../trial/page-trial.ts";
import { readTrial } from "../trial/read-trial.ts";

/** A file with the result of a trial. */
interface TrialFile {
	/** As the user named it. */
	readonly path: string;
	readonly trial: Trial;
}

/** Reads the files of `--trial`. Throws UserError that names the file. */
export function readTrialFiles(paths: readonly string[], { cwd }: Io): readonly TrialFile[] {
	return paths.map((path) => {
		try {
			return { path, trial: readTrial(readFileSync(resolve(cwd, path), "utf8")) };
		} catch (error) {
			const reason = error instanceof UserError ? error.message : reasonOf(error);
			throw optionError("--trial", path, reason, { cause: error });
		}
	});
}

/** The trials of the files of a report, by their paths. Reports trials of anything else on standard error. */
export function findPageTrials(
	trials: readonly TrialFile[],
	{ files }: Pick<Report, "files">,
	{ cwd, err }: Io,
): ReadonlyMap<string, readonly PageTrial[]> {
	const placeOf = (path: string): string => realPathOf(resolve(cwd, path));
	const paths = new Map(trials.length === 0 ? [] : files.map(({ path }) => [placeOf(path), path]));
	const found = new Map<string, PageTrial[]>();
	for (const { path, trial } of trials) {
		const file = paths.get(placeOf(trial.target));
		if (file === undefined)
			err(`${toOneLine(`--trial ${path}: ${trial.target} is not a Dockerfile of this report: skipped`)}\n`);
		else found.set(file, [...(found.get(file) ?? []), toPageTrial(trial)]);
	}
	return found;
}
