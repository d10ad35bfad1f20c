import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cliFile } from "../../cli/built-cli.ts";
import { addFiles, CHANGING, NOTHING } from "../../cli/run-cli.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const { failed: isMissing } = await execa("pre-commit", ["--version"], { reject: false });
if (isMissing)
	process.stderr.write("pre-commit.test.ts: left out, pre-commit is not installed (apt-get install pre-commit)\n");

const folder = mkdtempSync(join(tmpdir(), "pidone-e2e-pre-commit-"));
const hooks = join(folder, "hooks");
const project = join(folder, "project");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * A separate configuration, so that tests neither read nor change this user's git settings, or what pre-commit has
 * already installed.
 */
const env = {
	PRE_COMMIT_HOME: join(folder, "cache"),
	GIT_CONFIG_GLOBAL: "/dev/null",
	...{
		GIT_AUTHOR_NAME: "a",
		GIT_AUTHOR_EMAIL: "a@example.org",
		GIT_COMMITTER_NAME: "a",
		GIT_COMMITTER_EMAIL: "a@example.org",
	},
};

const git = (cwd: string, ...args: readonly string[]) => execa("git", args, { cwd, env, all: true, reject: false });

/** Commits everything, and runs the hooks if they are installed. */
async function commit(cwd: string): Promise<{ readonly code: number | undefined; readonly text: string }> {
	await git(cwd, "add", "--all");
	const { exitCode, all } = await git(cwd, "commit", "--message", "x");
	return { code: exitCode, text: all };
}

/** Creates a repository from this working tree: the tracked files, and the new files that are not ignored. */
async function cloneWorkingTree(): Promise<void> {
	const { stdout } = await execa("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
		cwd: ROOT,
	});
	for (const file of stdout.split("\0").filter(Boolean)) {
		mkdirSync(dirname(join(hooks, file)), { recursive: true });
		cpSync(join(ROOT, file), join(hooks, file), { verbatimSymlinks: true });
	}
	await git(hooks, "init", "--quiet");
	expect(await commit(hooks)).toMatchObject({ code: 0 });
}

/** Configures the project's hooks. pre-commit builds them from source, as it does for every user. */
async function useHooks(...ids: readonly string[]): Promise<void> {
	const { stdout: rev } = await git(hooks, "rev-parse", "HEAD");
	const config = { repos: [{ repo: hooks, rev, hooks: ids.map((id) => ({ id })) }] };
	addFiles(project, { ".pre-commit-config.yaml": JSON.stringify(config) });
}

describe.skipIf(isMissing)("pre-commit", () => {
	beforeAll(async () => {
		await cloneWorkingTree();
		addFiles(project, { "README.md": "x\n" });
		await git(project, "init", "--quiet");
		await useHooks("pidone-check");
		const { all } = await execa("pre-commit", ["install", "--install-hooks"], { cwd: project, env, all: true });
		expect(all).toContain("pre-commit installed at");
	});

	it("installs both from this repository, and lets a commit without Dockerfiles pass", async () => {
		await useHooks("pidone-check", "pidone-rewrite");
		const { code, text } = await commit(project);
		expect(code).toBe(0);
		expect(text).toMatch(/pidone check\.*\(no files to check\)Skipped/);
	});

	it("refuses a Dockerfile without an init, among many files, until it is rewritten", async () => {
		await useHooks("pidone-check");
		addFiles(project, Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`${n}/Dockerfile`, NOTHING])));
		addFiles(project, { "api/Dockerfile.dev": CHANGING, "api/Dockerfile.dockerignore": "x\n" });
		const refused = await commit(project);
		expect(refused.code).toBe(1);
		expect(refused.text).toMatch(/pidone check\.*Failed/);
		expect(refused.text).toContain("api/Dockerfile.dev:3:1 warning rewritten");
		// One process checked all files, so there is one report with one total.
		expect(refused.text.match(/^\d+ files?, .*$/gm)).toEqual([expect.stringMatching(/^41 files, 1 to be rewritten/)]);

		await useHooks("pidone-rewrite");
		const changed = await commit(project);
		expect(changed.code).toBe(1);
		expect(changed.text).toContain("files were modified by this hook");
		expect(readFileSync(join(project, "api/Dockerfile.dev"), "utf8")).toContain('ENTRYPOINT ["/sbin/pidone"');

		await useHooks("pidone-rewrite", "pidone-check");
		const unbuildable = await commit(project);
		expect(unbuildable.code).toBe(1);
		expect(unbuildable.text).toContain("run pidone emit --for api/Dockerfile.dev");

		await execa("node", [cliFile, "emit", "--for", "api/Dockerfile.dev"], { cwd: project });
		const { code, text } = await commit(project);
		expect(text).toMatch(/pidone rewrite\.*Passed\npidone check\.*Passed/);
		expect(code).toBe(0);
	});

	it("refuses a Dockerfile that does not parse", async () => {
		addFiles(project, { "api/Dockerfile": "FROM debian\nRUNN x\n" });
		const { code, text } = await commit(project);
		expect(code).toBe(1);
		expect(text).toContain("exit code: 4");
		expect(text).toContain("api/Dockerfile:2:1");
	});
});
