import { statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Git } from "./git.ts";
import { RepositoryFault } from "./repository-fault.ts";
import type { Repository } from "./repository-list.ts";

/** The state of a remote repository, before anything is fetched. */
export interface RemoteState {
	/** Where to clone from. */
	readonly url: string;
	/** The branch that its HEAD is on. */
	readonly base: string;
	/** The commit on the branch for the change; undefined if there is no such branch. */
	readonly branchCommit: string | undefined;
}

/**
 * Asks a repository for its branches.
 * @param folder any folder for git to run in
 * Throws RepositoryFault for one that cannot be read, is empty, or has changes that a clone would not see.
 */
export async function readRemoteState(
	{ location, isLocal }: Repository,
	branch: string,
	git: Git,
	folder: string,
): Promise<RemoteState> {
	if (isLocal) await checkWorkTree(location, git);
	// A shallow clone requires a URL: for a path, git would link the objects.
	const url = isLocal ? pathToFileURL(location).href : location;
	const listed = await git(folder, ["ls-remote", "--symref", "--", url, "HEAD", `refs/heads/${branch}`]);
	const commits = new Map(
		[...listed.matchAll(/^([0-9a-f]{40,64})\t(.+)$/gm)].map(([, commit, name]) => [name, commit]),
	);
	if (!commits.has("HEAD")) throw new RepositoryFault("the repository is empty: it has no commit to start from");
	const [, base] = /^ref: refs\/heads\/(.+)\tHEAD$/m.exec(listed) ?? [];
	if (base === undefined) throw new RepositoryFault("its HEAD is detached: check out a branch to start from");
	return { url, base, branchCommit: commits.get(`refs/heads/${branch}`) };
}

/** Uncommitted changes would silently be missing from the branch. */
async function checkWorkTree(path: string, git: Git): Promise<void> {
	if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new RepositoryFault("no such directory");
	const isBare = (await git(path, ["rev-parse", "--is-bare-repository"])).trim() === "true";
	if (isBare) return;
	const top = (await git(path, ["rev-parse", "--show-prefix"])).trim();
	if (top !== "") throw new RepositoryFault("is a directory inside a repository: name the repository's top directory");
	if ((await git(path, ["status", "--porcelain", "--untracked-files=no"])) !== "")
		throw new RepositoryFault("its working tree has changes that are not committed: commit or stash them");
}
