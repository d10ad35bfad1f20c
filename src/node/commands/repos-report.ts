import { relative } from "node:path";
import { toOneLine, toPrintableJson } from "../../core/report/printable.ts";
import { version } from "../../version.ts";
import { TITLE } from "../fleet/pull-request.ts";
import { suggestPullRequestCommand } from "../fleet/pull-request-command.ts";
import type { FleetResult } from "../fleet/run-fleet.ts";
import type { Io } from "../io.ts";
import type { ReposFlags } from "../settings/flags.ts";
import { printDiff } from "./print-diff.ts";

/** Whether a repository needs the user. */
export function hasFailed({ status }: FleetResult): boolean {
	return status === "failed" || status === "requesting";
}

/** Prints the outcome of a repository as soon as it is known. */
export function printResult(result: FleetResult, flags: ReposFlags, io: Io): void {
	const { repository, status, state, tree, isOld } = result;
	const name = shortName(repository, io.cwd);
	if (hasFailed(result)) {
		io.err(`${toOneLine(`${name}: failed: ${state?.reason ?? ""}`)}\n`);
		return;
	}
	const isNews = status !== "interrupted" && (!isOld || flags.verbose === true);
	if (isNews && !flags.quiet) io.out(`${toOneLine(`${name}: ${describe(status, state, flags)}`)}\n`);
	for (const error of tree?.errors ?? []) io.err(`${toOneLine(`${name}: ${error}`)}\n`);
	if (flags.dryRun) for (const { path, diff } of tree?.files ?? []) printDiff(path, diff, flags.quiet ?? false, io);
	else if (!isOld && !flags.quiet) suggestPullRequest(result, flags, io);
}

function suggestPullRequest({ repository, status, state }: FleetResult, { branch }: ReposFlags, io: Io): void {
	if (status !== "pushed" || state?.base === undefined) return;
	const command = suggestPullRequestCommand(repository, { branch, base: state.base, title: TITLE });
	if (command !== undefined) io.out(`  ${command}\n`);
}

function describe(status: FleetResult["status"], state: FleetResult["state"], { branch }: ReposFlags): string {
	const files = state?.files?.length ?? 0;
	const what = files === 1 ? "1 file" : `${files} files`;
	if (status === "pushed") return `pushed ${branch}, ${what} changed`;
	if (status === "requested") return `pushed ${branch}, ${what} changed; pull request made`;
	return files > 0 ? `would change ${what}` : `unchanged: ${state?.reason ?? ""}`;
}

/** A path relative to the current directory, if it is below it. */
function shortName(repository: string, cwd: string): string {
	const short = relative(cwd, repository);
	return repository.startsWith("/") && short !== "" && !short.startsWith("..") ? short : repository;
}

/** Reports a run at its end: as JSON, or as one line of totals. */
export function reportResults(results: readonly FleetResult[], flags: ReposFlags, io: Io): void {
	if (flags.json) {
		const repositories = results.map(({ repository, status, state, tree, isOld }) => ({
			repository,
			status,
			reason: state?.reason,
			base: state?.base,
			commit: state?.commits?.at(-1),
			files: state?.files ?? [],
			errors: tree?.errors ?? [],
			isOld,
			...(flags.dryRun ? { diffs: tree?.files.map(({ diff }) => diff) ?? [] } : {}),
		}));
		io.out(`${toPrintableJson({ version, branch: flags.branch, repositories })}\n`);
		return;
	}
	if (!flags.quiet) io.err(`${summarize(results)}\n`);
}

function summarize(results: readonly FleetResult[]): string {
	const count = (...statuses: readonly FleetResult["status"][]): number =>
		results.filter(({ status }) => statuses.includes(status)).length;
	const changed = results.filter(
		({ status, state }) => status === "unchanged" && (state?.files?.length ?? 0) > 0,
	).length;
	const parts = [
		[count("pushed", "requested"), "pushed"],
		[changed, "would change"],
		[count("unchanged") - changed, "unchanged"],
		[count("failed", "requesting"), "failed"],
		[count("interrupted"), "not done: the run was interrupted"],
	] as const;
	const total = results.length === 1 ? "1 repository" : `${results.length} repositories`;
	return [total, ...parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`)].join(", ");
}
