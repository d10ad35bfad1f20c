import { join } from "node:path";
import pMap from "p-map";
import { UserError } from "../../core/user-error.ts";
import { reasonOf } from "../files/read-source.ts";
import { RepositoryFault } from "./repository-fault.ts";
import type { Repository } from "./repository-list.ts";
import type { RewrittenTree } from "./rewritten-tree.ts";
import type { RepositoryState, StateFile } from "./state-file.ts";
import { type FleetJob, isDone, type RepositoryResult, workOnRepository } from "./work-on-repository.ts";

/** The outcome for a repository in this run. */
export interface FleetResult {
	readonly repository: string;
	/** `interrupted`: the run ended before this repository was done. */
	readonly status: RepositoryState["status"] | "interrupted";
	readonly state: RepositoryState | undefined;
	readonly tree?: RewrittenTree;
	/** Whether an earlier run did it. */
	readonly isOld: boolean;
}

interface FleetRun {
	readonly job: Omit<FleetJob, "save">;
	readonly state: StateFile;
	/** An empty folder for clones. */
	readonly workspace: string;
	/** How many repositories are worked on at a time. */
	readonly jobs: number;
	readonly controller: AbortController;
	/** Called as each repository is done. */
	readonly onResult: (result: FleetResult) => void;
}

/**
 * Works on all repositories; a failure of one does not stop the others. Resolves when all are done, or when the run was
 * aborted and nothing is running. Throws UserError for a problem with all of them, such as a state file that cannot be
 * written.
 */
export async function runFleet(repositories: readonly Repository[], run: FleetRun): Promise<FleetResult[]> {
	const fatal: UserError[] = [];
	const results = await pMap(
		repositories,
		async (repository, index) => {
			const result = await workOnOne(repository, join(run.workspace, String(index)), run).catch((error: unknown) => {
				if (!(error instanceof UserError)) throw error;
				fatal.push(error);
				run.controller.abort();
				return interrupted(repository, run.state);
			});
			run.onResult(result);
			return result;
		},
		{ concurrency: run.jobs, stopOnError: false },
	);
	const [first] = fatal;
	if (first !== undefined) throw first;
	return results;
}

async function workOnOne(repository: Repository, folder: string, run: FleetRun): Promise<FleetResult> {
	const { job, state, controller } = run;
	const { name } = repository;
	const before = state.get(name);
	if (before !== undefined && !job.isDryRun && isDone(before, job.requestPull !== undefined))
		return { repository: name, status: before.status, state: before, isOld: true };
	if (controller.signal.aborted) return interrupted(repository, state);
	const save = (next: RepositoryState): Promise<void> => state.set(name, next);
	try {
		const result = await workOnRepository(repository, before, folder, { ...job, save });
		if (!job.isDryRun) await save(result.state);
		return toResult(name, result);
	} catch (error) {
		if (error instanceof UserError) throw error;
		if (controller.signal.aborted) return interrupted(repository, state);
		const failed = afterFault(state.get(name), describe(error));
		if (!job.isDryRun) await save(failed);
		return { repository: name, status: "failed", state: failed, isOld: false };
	}
}

function toResult(repository: string, { state, tree }: RepositoryResult): FleetResult {
	return { repository, status: state.status, state, isOld: false, ...(tree === undefined ? {} : { tree }) };
}

function interrupted({ name }: Repository, state: StateFile): FleetResult {
	return { repository: name, status: "interrupted", state: state.get(name), isOld: false };
}

/** The state after a failure. Keeps the recorded commits, and that a command was started whose end is unknown. */
function afterFault(last: RepositoryState | undefined, reason: string): RepositoryState {
	return last?.status === "requesting" ? { ...last, reason } : { ...last, status: "failed", reason };
}

function describe(error: unknown): string {
	return error instanceof RepositoryFault ? error.message : reasonOf(error);
}
