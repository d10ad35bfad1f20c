import { runSmall } from "./run.ts";

/** The author and committer, regardless of the machine's own configuration. */
export const IDENTITY = {
	GIT_AUTHOR_NAME: "Ada",
	GIT_AUTHOR_EMAIL: "ada@example.org",
	GIT_COMMITTER_NAME: "Ada",
	GIT_COMMITTER_EMAIL: "ada@example.org",
	GIT_CONFIG_GLOBAL: "/dev/null",
};

/** Runs git in a folder. Resolves to what it prints, without the last line feed; throws an Error if it fails. */
export async function git(cwd: string, ...args: readonly string[]): Promise<string> {
	const { code, out, err } = await runSmall(["git", ...args], { cwd, env: { ...process.env, ...IDENTITY } });
	if (code !== 0) throw new Error(`git ${args.join(" ")} ended with ${code}: ${err}`);
	return out.trimEnd();
}
