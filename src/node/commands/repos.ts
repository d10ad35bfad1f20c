import { readFileSync } from "node:fs";
import { availableParallelism, constants } from "node:os";
import { resolve } from "node:path";
import { NOTHING_FOUND } from "../../core/report/exit-code.ts";
import { UserError } from "../../core/user-error.ts";
import { version } from "../../version.ts";
import { reasonOf } from "../files/read-source.ts";
import { isInShard, readShard } from "../files/shard.ts";
import { type Git, makeGit } from "../fleet/git.ts";
import { MESSAGE_TEMPLATE } from "../fleet/pull-request.ts";
import { runPullRequestCommand } from "../fleet/pull-request-command.ts";
import { RepositoryFault } from "../fleet/repository-fault.ts";
import { type Repository, readRepositoryList } from "../fleet/repository-list.ts";
import { type FleetResult, runFleet } from "../fleet/run-fleet.ts";
import { takeLock } from "../fleet/run-lock.ts";
import { StateFile } from "../fleet/state-file.ts";
import type { FleetJob } from "../fleet/work-on-repository.ts";
import { makeWorkspace, nameWorkspace, removeWorkspace } from "../fleet/workspace.ts";
import type { Io } from "../io.ts";
import { optionError } from "../option-error.ts";
import { makeProgress } from "../run/progress.ts";
import type { Flags, ReposFlags } from "../settings/flags.ts";
import { SettingsFinder } from "../settings/settings-finder.ts";
import { hasFailed, printResult, reportResults } from "./repos-report.ts";
import { rewriteTree } from "./rewrite-tree.ts";

/** `pidone repos`: rewrites many repositories, and pushes a branch to each. Resolves to the exit code. */
export async function runRepos(list: string, flags: ReposFlags, io: Io): Promise<number> {
	const settings = await readReposFlags(flags, io.cwd);
	const listed = readRepositoryList(list, await readList(list, io), io.cwd);
	const repositories = listed.filter(settings.isSelected);
	if (listed.length === 0) {
		io.err(`pidone: ${list}: lists no repository: write a git URL or a path on each line\n`);
		return NOTHING_FOUND;
	}
	if (flags.prBody !== undefined && repositories.length > 1 && !flags.prBody.includes("{repository}"))
		throw optionError(
			"--pr-body",
			flags.prBody,
			"requires {repository} in the name, as there are several repositories",
		);
	const unlock = flags.dryRun ? () => {} : takeLock(`${resolve(io.cwd, flags.state)}.lock`);
	const controller = new AbortController();
	let received: NodeJS.Signals | undefined;
	const stopListening = io.onSignal?.((signal) => {
		received = signal;
		controller.abort();
	});
	try {
		const results = await runLocked(repositories, { flags, settings, controller, io });
		reportResults(results, flags, io);
		if (received !== undefined) return 128 + constants.signals[received];
		return results.some(hasFailed) ? 1 : 0;
	} finally {
		stopListening?.();
		unlock();
	}
}

interface ReposSettings {
	readonly jobs: number;
	/** In seconds. */
	readonly timeout: number;
	readonly message: string;
	/** By --shard. */
	readonly isSelected: (repository: Repository) => boolean;
}

async function readReposFlags(flags: ReposFlags, cwd: string): Promise<ReposSettings> {
	// Report a mistake in an option once, not for each repository.
	await SettingsFinder.make(flags, cwd);
	if (!isBranchName(flags.branch)) throw optionError("--branch", flags.branch, "is not a valid branch name");
	return {
		jobs: flags.jobs === undefined ? Math.max(2, availableParallelism()) : readCount("--jobs", flags.jobs),
		timeout: readCount("--timeout", flags.timeout),
		message: flags.message === undefined ? MESSAGE_TEMPLATE : readMessage(flags.message, cwd),
		isSelected: selectShard(flags.shard),
	};
}

/** Only the name decides, so that other repositories in the list make no difference. */
function selectShard(text: string | undefined): ReposSettings["isSelected"] {
	if (text === undefined) return () => true;
	const shard = readShard(text);
	return ({ name }) => isInShard(name, shard);
}

function readCount(option: string, text: string): number {
	const count = Number(text);
	if (!/^\d+$/.test(text) || count < 1 || count > 86_400)
		throw optionError(option, text, "must be a whole number from 1 to 86400");
	return count;
}

/** A branch name that git accepts (git-check-ref-format), without unusual characters. */
function isBranchName(name: string): boolean {
	return /^[\w][\w./+-]*$/.test(name) && !/\.\.|\/\/|\/\.|\.lock(?:\/|$)|[./]$/.test(name);
}

function readMessage(path: string, cwd: string): string {
	try {
		const text = readFileSync(resolve(cwd, path), "utf8");
		if (text.trim() === "") throw optionError("--message", path, "the file is empty");
		return text;
	} catch (error) {
		if (error instanceof UserError) throw error;
		throw optionError("--message", path, reasonOf(error), { cause: error });
	}
}

async function readList(list: string, io: Io): Promise<Uint8Array> {
	if (list === "-") return io.readStdin();
	try {
		return readFileSync(resolve(io.cwd, list));
	} catch (error) {
		throw new UserError(`${list}: ${reasonOf(error)}`, { cause: error });
	}
}

interface LockedRun {
	readonly flags: ReposFlags;
	readonly settings: ReposSettings;
	readonly controller: AbortController;
	readonly io: Io;
}

async function runLocked(
	repositories: readonly Repository[],
	{ flags, settings, controller, io }: LockedRun,
): Promise<FleetResult[]> {
	const state = StateFile.read(resolve(io.cwd, flags.state), flags.state, flags.branch);
	if (state.workspace !== undefined) removeWorkspace(state.workspace);
	const workspace = nameWorkspace();
	const job = makeJob(flags, settings, { controller, io, date: state.started });
	const progress = makeProgress(repositories.length, io, flags.quiet);
	let done = 0;
	try {
		if (!flags.dryRun) {
			await checkIdentity(job.git, io.cwd);
			await state.setWorkspace(workspace);
		}
		makeWorkspace(workspace);
		return await runFleet(repositories, {
			job,
			state,
			workspace,
			jobs: settings.jobs,
			controller,
			onResult: (result) => {
				progress.clear();
				if (!flags.json) printResult(result, flags, io);
				done += 1;
				progress.show(done, result.repository);
			},
		});
	} finally {
		progress.clear();
		removeWorkspace(workspace);
		if (!flags.dryRun) await state.setWorkspace(undefined);
	}
}

/** Without a user name, git cannot commit in any repository. */
async function checkIdentity(git: Git, folder: string): Promise<void> {
	try {
		await git(folder, ["var", "GIT_COMMITTER_IDENT"]);
	} catch (error) {
		if (!(error instanceof RepositoryFault)) throw error;
		throw new UserError(
			"git does not know who commits: run git config --global user.name NAME and git config --global user.email ADDRESS",
			{ cause: error },
		);
	}
}

function makeJob(
	flags: ReposFlags,
	{ timeout, message }: ReposSettings,
	{ controller: { signal }, io, date }: { controller: AbortController; io: Io; date: string },
): Omit<FleetJob, "save"> {
	const { prCommand, prBody } = flags;
	return {
		git: makeGit({ timeout, date, signal }),
		rewriteTree: (folder) => rewriteTree(folder, withAbsolutePaths(flags, io.cwd)),
		branch: flags.branch,
		message,
		version,
		isDryRun: flags.dryRun ?? false,
		...(prCommand === undefined
			? {}
			: {
					requestPull: (request, cwd) => runPullRequestCommand(prCommand, request, { cwd, timeout, signal }),
				}),
		...(prBody === undefined
			? {}
			: { bodyFileFor: (name) => resolve(io.cwd, prBody.replaceAll("{repository}", toFileName(name))) }),
	};
}

/** The flags for the commands in the clones: paths become absolute. --shard applies only to the list. */
function withAbsolutePaths({ shard: _, ...flags }: ReposFlags, cwd: string): Flags {
	const { config, templates, baseConfig } = flags;
	return {
		...flags,
		...(typeof config === "string" ? { config: resolve(cwd, config) } : {}),
		...(templates === undefined ? {} : { templates: resolve(cwd, templates) }),
		...(baseConfig === undefined ? {} : { baseConfig: baseConfig.map((path) => resolve(cwd, path)) }),
	};
}

/** A repository's name as a part of a file name. */
function toFileName(name: string): string {
	return name
		.replace(/^[a-z+]+:\/\//i, "")
		.replace(/\.git$/, "")
		.replace(/[^\w.-]+/g, "-")
		.replace(/^[.-]+/, "");
}
