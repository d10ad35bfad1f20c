import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { reasonOf } from "../files/read-source.ts";
import type { Git } from "./git.ts";
import { fillMessage, pullRequestBody, TITLE } from "./pull-request.ts";
import type { PullRequest } from "./pull-request-command.ts";
import { type RemoteState, readRemoteState } from "./remote-state.ts";
import { RepositoryFault } from "./repository-fault.ts";
import type { Repository } from "./repository-list.ts";
import type { RewriteTree, RewrittenTree } from "./rewritten-tree.ts";
import type { RepositoryState } from "./state-file.ts";

/** What the work on all repositories has in common. */
export interface FleetJob {
	readonly git: Git;
	readonly rewriteTree: RewriteTree;
	/** The branch for the change. */
	readonly branch: string;
	/** The template of the commit's message. */
	readonly message: string;
	/** pidone's own version. */
	readonly version: string;
	/** Whether nothing is to be committed. */
	readonly isDryRun: boolean;
	/** Runs the command for a pull request, if there is one. Throws RepositoryFault if it fails. */
	readonly requestPull?: (request: PullRequest, clone: string) => Promise<void>;
	/** Where the text of the pull request is written, too. */
	readonly bodyFileFor?: (repository: string) => string;
	/** Saves the state before the work continues. */
	readonly save: (state: RepositoryState) => Promise<void>;
}

/** The outcome for a repository. */
export interface RepositoryResult {
	readonly state: RepositoryState;
	readonly tree?: RewrittenTree;
}

/** Whether there is nothing left to do for a repository. */
export function isDone({ status }: RepositoryState, wantsPull: boolean): boolean {
	return status === "unchanged" || status === "requested" || (status === "pushed" && !wantsPull);
}

/**
 * Clones a repository, rewrites and verifies its Dockerfiles, commits them on a branch and pushes it. The steps that a
 * killed run has already done are found in the state and in the repository itself, and are not done again.
 * @param before the state that an earlier run has saved
 * @param a folder that does not exist yet
 * Throws RepositoryFault.
 */
export async function workOnRepository(
	repository: Repository,
	before: RepositoryState | undefined,
	folder: string,
	job: FleetJob,
): Promise<RepositoryResult> {
	if (before?.status === "requesting")
		throw new RepositoryFault(
			'the command for its pull request was interrupted: look for the pull request, then set the status in the state file to "requested", or to "pushed" to run the command again',
		);
	mkdirSync(folder);
	try {
		const { git, branch } = job;
		const remote = await readRemoteState(repository, branch, git, folder);
		const ours = before?.commits ?? [];
		const isPushed = remote.branchCommit !== undefined && ours.includes(remote.branchCommit);
		if (remote.branchCommit !== undefined && !isPushed && !job.isDryRun)
			throw new RepositoryFault(
				`the branch ${branch} exists already, and this state file did not make it: delete it, or pass another --branch`,
			);
		const clone = await cloneBase(remote, folder, git);
		const rewritten = await job.rewriteTree(clone);
		const tree = { ...rewritten, errors: [...rewritten.errors, ...(await findSubmodules(clone, git))] };
		if (tree.doubts.length > 0) throw new RepositoryFault(`the rewrite was not verified: ${tree.doubts.join("; ")}`);
		if (tree.files.length === 0) return { state: { status: "unchanged", reason: tree.rest }, tree };
		const made = { base: remote.base, files: tree.files.map(({ path }) => path) };
		if (job.isDryRun) return { state: { status: "unchanged", ...made, reason: "nothing was pushed: --dry-run" }, tree };
		const pushed = isPushed
			? ({ status: "pushed", ...made, commits: ours } as const)
			: await commitAndPush(clone, { tree, repository, made, ours }, job);
		return { state: await request(clone, { tree, repository, pushed, remote }, job), tree };
	} finally {
		rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
	}
}

/** A line for each submodule, whose Dockerfiles belong to another repository. */
async function findSubmodules(clone: string, git: Git): Promise<readonly string[]> {
	if (!existsSync(join(clone, ".gitmodules"))) return [];
	// With --get-regexp, git fails if nothing matches: the file stays when the last submodule is removed.
	const listed = await git(clone, ["config", "--file", ".gitmodules", "--null", "--list"]);
	const entries = listed.split("\0").filter((entry) => /^submodule\.[^\n]*\.path\n/.test(entry));
	const paths = entries.map((entry) => entry.slice(entry.indexOf("\n") + 1)).filter((path) => path !== "");
	return paths.map((path) => `${path}: is a submodule, and stays as it is: list its own repository`);
}

async function cloneBase({ url, base }: RemoteState, folder: string, git: Git): Promise<string> {
	const kind = ["--depth=1", "--filter=blob:none", "--no-tags", "--single-branch", `--branch=${base}`];
	await git(folder, ["clone", "--quiet", "--template=", ...kind, "--", url, "clone"]);
	return join(folder, "clone");
}

interface RewrittenRepository {
	readonly tree: RewrittenTree;
	readonly repository: Repository;
}

/** Commits what was rewritten, and pushes it as a branch that must not exist yet. */
async function commitAndPush(
	clone: string,
	{
		tree: { files, added },
		repository,
		made,
		ours,
	}: RewrittenRepository & { readonly made: Pick<RepositoryState, "base" | "files">; readonly ours: readonly string[] },
	{ git, branch, message, version, save }: FleetJob,
): Promise<RepositoryState> {
	const paths = [...files.map(({ path }) => path), ...added];
	await git(clone, ["add", "--", ...paths]);
	const listed = files.map(({ path }) => `- ${path}`).join("\n");
	const text = fillMessage(message, { version, branch, repository: repository.name, files: listed });
	const messageFile = `${clone}.message`;
	writeFileSync(messageFile, text);
	await git(clone, ["commit", "--quiet", `--file=${messageFile}`]);
	const commit = (await git(clone, ["rev-parse", "HEAD"])).trim();
	const commits = [...new Set([...ours, commit])];
	// From here on, a killed run leaves a commit that the next one must know.
	await save({ status: "pushing", ...made, commits });
	const name = `refs/heads/${branch}`;
	await git(clone, ["push", "--quiet", `--force-with-lease=${name}:`, "origin", `HEAD:${name}`]);
	const pushed: RepositoryState = { status: "pushed", ...made, commits };
	await save(pushed);
	return pushed;
}

function writeBody(file: string, body: string): void {
	try {
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, body);
	} catch (error) {
		throw new RepositoryFault(`the pull request's text cannot be written to ${file}: ${reasonOf(error)}`);
	}
}

/** Creates a pull request with the user's command. */
async function request(
	clone: string,
	{
		tree,
		repository,
		pushed,
		remote,
	}: RewrittenRepository & { readonly pushed: RepositoryState; readonly remote: RemoteState },
	{ branch, version, requestPull, bodyFileFor, save }: FleetJob,
): Promise<RepositoryState> {
	const body = pullRequestBody(tree.files, tree.added, version);
	const bodyFile = bodyFileFor?.(repository.name) ?? `${clone}.body.md`;
	writeBody(bodyFile, body);
	if (requestPull === undefined) return pushed;
	await save({ ...pushed, status: "requesting" });
	try {
		await requestPull({ repository: repository.name, branch, base: remote.base, title: TITLE, bodyFile }, clone);
	} catch (error) {
		// The command has failed, so there is no pull request. If it was aborted, there may be one.
		if (error instanceof RepositoryFault) await save(pushed);
		throw error;
	}
	return { ...pushed, status: "requested" };
}
