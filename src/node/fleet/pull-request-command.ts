import { quoteWords } from "../builder/quote-words.ts";
import { RepositoryFault } from "./repository-fault.ts";
import { withoutPassword } from "./repository-list.ts";
import { runBounded } from "./run-bounded.ts";

/** The environment of the user's command for a pull request. */
export interface PullRequest {
	readonly repository: string;
	readonly branch: string;
	readonly base: string;
	readonly title: string;
	/** A file with the text, in Markdown. */
	readonly bodyFile: string;
}

interface CommandOptions {
	/** A clone of the repository, where the command runs. */
	readonly cwd: string;
	/** In seconds. */
	readonly timeout: number;
	readonly signal: AbortSignal;
}

/**
 * Runs the user's command for a pull request in a shell. Throws RepositoryFault if it fails, and Error if it was
 * aborted by the time limit or the signal.
 */
export async function runPullRequestCommand(
	command: string,
	{ repository, branch, base, title, bodyFile }: PullRequest,
	{ cwd, timeout, signal }: CommandOptions,
): Promise<void> {
	const result = await runBounded("sh", ["-c", command], {
		cwd,
		env: {
			...process.env,
			PIDONE_REPOSITORY: repository,
			PIDONE_BRANCH: branch,
			PIDONE_BASE: base,
			PIDONE_TITLE: title,
			PIDONE_BODY_FILE: bodyFile,
			GH_PROMPT_DISABLED: "1",
			GIT_TERMINAL_PROMPT: "0",
		},
		timeout,
		signal,
	});
	if (!result.failed) return;
	const words = withoutPassword(result.stderr.trim().split("\n").slice(-3).join("; ")) || result.shortMessage;
	if (result.exitCode !== undefined) throw new RepositoryFault(`the command for the pull request: ${words}`);
	throw new Error(result.timedOut ? `the command for the pull request took longer than ${timeout} s` : words);
}

/** A command that a user can run for a pull request, by the host of a URL; undefined for an unknown host. */
export function suggestPullRequestCommand(
	repository: string,
	{ branch, base, title }: Pick<PullRequest, "branch" | "base" | "title">,
): string | undefined {
	const [, host = "", path = ""] = HOST_AND_PATH.exec(repository) ?? [];
	const head = ["--head", branch, "--base", base, "--title", title];
	if (/(?:^|\.)github\./.test(host))
		return quoteWords(["gh", "pr", "create", "--repo", `${host}/${path}`, ...head, "--body", ""]);
	if (/(?:^|\.)gitlab\./.test(host)) {
		const branches = ["--source-branch", branch, "--target-branch", base, "--title", title];
		return quoteWords(["glab", "mr", "create", "--repo", `https://${host}/${path}`, ...branches, "--yes"]);
	}
	if (/(?:^|\.)(?:gitea|codeberg|forgejo)\./.test(host))
		return quoteWords(["tea", "pulls", "create", "--repo", path, ...head]);
	return undefined;
}

/** Of `https://host:port/path.git`, `ssh://git@host/path` and `git@host:path`. */
const HOST_AND_PATH = /^(?:[a-z+]+:\/\/|[^/:@]+@)(?:[^/@]+@)?([^/:@]+)(?::\d+)?[/:](.+?)(?:\.git)?\/?$/i;
