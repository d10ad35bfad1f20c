import { UserError } from "../../core/user-error.ts";
import { RepositoryFault } from "./repository-fault.ts";
import { withoutPassword } from "./repository-list.ts";
import { runBounded } from "./run-bounded.ts";

/**
 * Runs git in a folder, and resolves to its output. Throws RepositoryFault with git's message if it fails or takes too
 * long, and UserError if there is no git.
 */
export type Git = (folder: string, args: readonly string[]) => Promise<string>;

interface GitOptions {
	/** How long one command may take, in seconds. */
	readonly timeout: number;
	/** The date of commits, in ISO 8601. */
	readonly date: string;
	/** Aborts the run. */
	readonly signal: AbortSignal;
}

/** There is no user to answer questions: make programs fail instead of asking. */
const NEVER_ASK = {
	GIT_TERMINAL_PROMPT: "0",
	GIT_ASKPASS: "false",
	SSH_ASKPASS: "false",
	SSH_ASKPASS_REQUIRE: "force",
	GCM_INTERACTIVE: "never",
	GIT_EDITOR: "true",
	/** Large files stay pointers. */
	GIT_LFS_SKIP_SMUDGE: "1",
};

/** Files get exactly the bytes in the repository. */
const CONFIG: readonly string[] = [
	"core.autocrlf=false",
	"core.fsmonitor=false",
	"gc.auto=0",
	"maintenance.auto=false",
	"submodule.recurse=false",
	"protocol.ext.allow=never",
];

/** Variables that would make git use another repository than that of the folder. */
const FOREIGN = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE", "GIT_PREFIX"];

/** Prepares git for work without a user. */
export function makeGit({ timeout, date, signal }: GitOptions): Git {
	const { GIT_SSH_COMMAND = "ssh", ...inherited } = process.env;
	const env = {
		...Object.fromEntries(Object.entries(inherited).filter(([name]) => !FOREIGN.includes(name))),
		...NEVER_ASK,
		GIT_SSH_COMMAND: `${GIT_SSH_COMMAND} -o BatchMode=yes`,
		GIT_AUTHOR_DATE: date,
		GIT_COMMITTER_DATE: date,
		LC_ALL: "C",
	};
	const config = CONFIG.flatMap((setting) => ["-c", setting]);
	return async (folder, args) => {
		const words = ["--literal-pathspecs", ...config, ...args];
		const result = await runBounded("git", words, { cwd: folder, env, timeout, signal });
		if (!result.failed) return result.stdout;
		if (result.code === "ENOENT") throw new UserError("git is not in PATH: install it", { cause: result });
		const command = `git ${args[0]}`;
		if (result.timedOut) throw new RepositoryFault(`${command} took longer than ${timeout} s`);
		throw new RepositoryFault(`${command}: ${withoutPassword(summarize(result.stderr)) || result.shortMessage}`);
	};
}

const MAX_LINES = 6;

const ADVICE = /^(?:hint:|To \S+$|error: failed to push some refs)/;

/** The lines that describe the error. */
function summarize(text: string): string {
	const lines = text
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "" && !ADVICE.test(line));
	return lines.slice(-MAX_LINES).join("; ").replaceAll(":; ", ": ");
}
