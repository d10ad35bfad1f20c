import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { execa, type ResultPromise } from "execa";
import { describe, expect, it } from "vitest";
import { git, IDENTITY } from "../spawn/git.ts";
import { cliFile } from "./built-cli.ts";
import { addFiles, CHANGING, makeFolder, NOTHING, type Run, runCli } from "./run-cli.ts";

/** Makes a repository with a branch `main` and one commit. */
async function makeRepository(cwd: string, name: string, files: Readonly<Record<string, string>>): Promise<string> {
	const folder = join(cwd, name);
	addFiles(folder, files);
	await git(folder, "init", "--quiet", "--initial-branch=main");
	await git(folder, "add", "--all");
	await git(folder, "commit", "--quiet", "--allow-empty", "--message=first");
	return folder;
}

function repos(cwd: string, names: readonly string[], ...args: readonly string[]): Promise<Run> {
	return runCli(["repos", "-", ...args], { cwd, input: `${names.join("\n")}\n`, env: IDENTITY });
}

const BRANCH = "pidone/init";

function show(folder: string, path: string): Promise<string> {
	return git(folder, "show", `${BRANCH}:${path}`);
}

describe("pidone repos", () => {
	it("pushes a branch with the rewritten files, and leaves the rest alone", async () => {
		const cwd = makeFolder();
		const app = await makeRepository(cwd, "app", { "a/Dockerfile": CHANGING, Dockerfile: NOTHING, "x.txt": "x" });
		const { code, out, err } = await repos(cwd, ["app"], "--init", "tini");
		expect([code, out, err]).toEqual([0, `app: pushed ${BRANCH}, 1 file changed\n`, "1 repository, 1 pushed\n"]);
		expect(await show(app, "a/Dockerfile")).toContain("tini");
		expect(await git(app, "diff", "--name-only", "main", BRANCH)).toBe("a/Dockerfile");
		expect(await git(app, "rev-list", "--count", `main..${BRANCH}`)).toBe("1");
		expect(await git(app, "log", "-1", "--format=%B%an", BRANCH)).toMatch(/^Run containers.*- a\/Dockerfile.*Ada$/s);
		expect(await git(app, "status", "--porcelain")).toBe("");
	});

	it("adds the binaries that the files copy", async () => {
		const cwd = makeFolder();
		const app = await makeRepository(cwd, "app", { "a/Dockerfile": CHANGING });
		expect((await repos(cwd, ["app"])).code).toBe(0);
		const added = await git(app, "ls-tree", "-r", BRANCH, "a/.pidone");
		expect(added).toMatch(/^100755 .*pidone-linux-amd64$/m);
		expect(added).toMatch(/^100644 .*SHA256SUMS$/m);
	});

	it("leaves a Dockerfile alone whose build context is in doubt, and says why", async () => {
		const cwd = makeFolder();
		const files = { "docker/Dockerfile": `${CHANGING}COPY src/x /x\n`, "src/x": "", "b/Dockerfile": CHANGING };
		const app = await makeRepository(cwd, "app", files);
		const { code, out, err } = await repos(cwd, ["app"]);
		expect([code, out]).toEqual([0, `app: pushed ${BRANCH}, 1 file changed\n`]);
		expect(err).toContain(
			"app: docker/Dockerfile: its build context may be . instead of docker, because it copies src/x; stays as it is: with --from-builds, Compose files and others say where it is built\n",
		);
		expect(await git(app, "diff", "--name-only", "main", BRANCH, "--", "*Dockerfile", "docker")).toBe("b/Dockerfile");
		await makeRepository(cwd, "only", { ...files, "b/Dockerfile": NOTHING });
		expect((await repos(cwd, ["only"])).out).toMatch(/^only: unchanged: .* 1 with an unknown build context\n$/);
	});

	it("takes what builds say with --from-builds", async () => {
		const cwd = makeFolder();
		const target = (name: string, file: string): string =>
			`target "${name}" {\n  dockerfile = "deploy/${file}"\n  platforms = ["linux/riscv64"]\n}\n`;
		const files = { "deploy/app.file": CHANGING, "deploy/Dockerfile": CHANGING };
		const bake = target("app", "app.file") + target("usual", "Dockerfile") + target("out", "../../out.file");
		const app = await makeRepository(cwd, "app", { ...files, "docker-bake.hcl": bake });
		const { code, out, err } = await repos(cwd, ["app"], "--from-builds");
		expect([code, out]).toEqual([0, `app: pushed ${BRANCH}, 2 files changed\n`]);
		expect(err).toContain(
			"app: docker-bake.hcl:9:1: out: its Dockerfile ../out.file is outside the directory: skipped\n",
		);
		expect((await git(app, "diff", "--name-only", "main", BRANCH)).split("\n")).toEqual([
			".pidone/SHA256SUMS",
			".pidone/pidone-linux-riscv64",
			".pidone/pidone.spdx.json",
			"deploy/Dockerfile",
			"deploy/app.file",
		]);
		const body = await repos(cwd, ["app"], "--from-builds", "--dry-run", "--state", "other.json");
		expect(body.out.match(/^--- a\/deploy\/app\.file$/gm)).toHaveLength(1);
	});

	it("reports what it cannot work on by name, and goes on", async () => {
		const cwd = makeFolder();
		const file = { Dockerfile: CHANGING };
		addFiles(await makeRepository(cwd, "dirty", file), { Dockerfile: `${CHANGING}# more\n` });
		await git(await makeRepository(cwd, "detached", file), "checkout", "--quiet", "--detach");
		await git(cwd, "init", "--quiet", "--bare", "empty.git");
		await git(await makeRepository(cwd, "taken", file), "branch", BRANCH);
		await git(cwd, "clone", "--quiet", "--bare", "taken", "protected.git");
		await git(join(cwd, "protected.git"), "branch", "--delete", "--force", BRANCH);
		addFiles(cwd, { "protected.git/hooks/pre-receive": "#!/bin/sh\necho main is protected >&2; exit 1\n" });
		await execa("chmod", ["+x", join(cwd, "protected.git/hooks/pre-receive")]);
		await makeRepository(cwd, "outer", { "inner/Dockerfile": CHANGING });
		await makeRepository(cwd, "ok", file);
		const names = ["dirty", "detached", "empty.git", "taken", "protected.git", "outer/inner", "missing", "ok"];
		const { code, out, err } = await repos(cwd, names, "--jobs", "3");
		expect(code).toBe(1);
		expect(out).toBe(`ok: pushed ${BRANCH}, 1 file changed\n`);
		expect(err.split("\n").toSorted()).toEqual(
			[
				"",
				"dirty: failed: its working tree has changes that are not committed: commit or stash them",
				"detached: failed: its HEAD is detached: check out a branch to start from",
				"empty.git: failed: the repository is empty: it has no commit to start from",
				`taken: failed: the branch ${BRANCH} exists already, and this state file did not make it: delete it, or pass another --branch`,
				`protected.git: failed: git push: remote: main is protected; ! [remote rejected] HEAD -> ${BRANCH} (pre-receive hook declined)`,
				"outer/inner: failed: is a directory inside a repository: name the repository's top directory",
				"missing: failed: no such directory",
				"8 repositories, 1 pushed, 7 failed",
			].toSorted(),
		);
	});

	it("does not follow links out of a repository, and says what else it leaves alone", async () => {
		const cwd = makeFolder({ "outside/Dockerfile": CHANGING });
		const linked = await makeRepository(cwd, "linked", { "a\nb/Dockerfile": CHANGING });
		symlinkSync("/etc/hostname", join(linked, "Dockerfile"));
		symlinkSync("../outside/Dockerfile", join(linked, "app.Dockerfile"));
		await git(linked, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", linked, "vendored");
		await git(linked, "add", "--all");
		await git(linked, "commit", "--quiet", "--message=links");
		const { code, out, err } = await repos(cwd, ["linked"], "--init", "tini");
		expect([code, out]).toEqual([0, `linked: pushed ${BRANCH}, 1 file changed\n`]);
		expect(err.split("\n").toSorted()).toEqual(
			[
				"",
				"linked: Dockerfile: is a link that leads out of the repository, or to nothing, and is not followed",
				"linked: app.Dockerfile: is a link that leads out of the repository, or to nothing, and is not followed",
				"linked: vendored: is a submodule, and stays as it is: list its own repository",
				"1 repository, 1 pushed",
			].toSorted(),
		);
		expect(readFileSync(join(cwd, "outside/Dockerfile"), "utf8")).toBe(CHANGING);
	});

	it("works on a repository whose last submodule was removed", async () => {
		const cwd = makeFolder();
		await makeRepository(cwd, "app", { Dockerfile: CHANGING, ".gitmodules": "" });
		expect(await repos(cwd, ["app"], "--init", "tini")).toMatchObject({ code: 0, err: "1 repository, 1 pushed\n" });
	});

	it("looks for settings in the repository, and nowhere above it", async () => {
		const cwd = makeFolder({ ".pidone.yaml": "init: tini\n", "pidone.lock.json": "{" });
		const own = await makeRepository(cwd, "own", { Dockerfile: CHANGING, ".pidone.yaml": "init: dumb-init\n" });
		const none = await makeRepository(cwd, "none", { Dockerfile: CHANGING });
		const input = "own\nnone\n";
		const { code, err } = await runCli(["repos", "-"], { cwd, input, env: { ...IDENTITY, TMPDIR: cwd } });
		expect([code, err]).toEqual([0, "2 repositories, 2 pushed\n"]);
		expect(await show(own, "Dockerfile")).toContain("dumb-init");
		expect(await show(none, "Dockerfile")).toContain("COPY .pidone/");
	});

	it("prints the diffs with --dry-run, and leaves nothing anywhere", async () => {
		const cwd = makeFolder();
		const app = await makeRepository(cwd, "app", { Dockerfile: CHANGING });
		const { code, out } = await repos(cwd, ["app"], "--dry-run");
		expect(code).toBe(0);
		expect(out).toMatch(/^app: would change 1 file\n--- a\/Dockerfile\n/);
		expect(await git(app, "branch", "--list", BRANCH)).toBe("");
		expect(readdirSync(cwd)).toEqual(["app"]);
	});

	it("does nothing twice, and tries again what failed", async () => {
		const cwd = makeFolder();
		const app = await makeRepository(cwd, "app", { Dockerfile: CHANGING });
		const taken = await makeRepository(cwd, "taken", { Dockerfile: CHANGING });
		await git(taken, "branch", BRANCH);
		expect((await repos(cwd, ["app", "taken"], "--init", "tini")).code).toBe(1);
		const commit = await git(app, "rev-parse", BRANCH);
		await git(taken, "branch", "--delete", "--force", BRANCH);
		const { code, out } = await repos(cwd, ["app", "taken"], "--init", "tini");
		expect([code, out]).toEqual([0, `taken: pushed ${BRANCH}, 1 file changed\n`]);
		expect(await git(app, "rev-parse", BRANCH)).toBe(commit);
	});

	it("runs the command for a pull request once, after the push, with what it needs", async () => {
		const cwd = makeFolder();
		await makeRepository(cwd, "app", { Dockerfile: CHANGING });
		const log = join(cwd, "log");
		const command = `{ echo "$PIDONE_REPOSITORY $PIDONE_BASE $PIDONE_BRANCH $PIDONE_TITLE"; git rev-parse --abbrev-ref HEAD; cat "$PIDONE_BODY_FILE"; } >> ${log}`;
		const broken = await repos(cwd, ["app"], "--init", "tini", "--pr-command", "echo nobody is logged in >&2; exit 4");
		expect([broken.code, broken.err]).toEqual([
			1,
			"app: failed: the command for the pull request: nobody is logged in\n1 repository, 1 failed\n",
		]);
		for (let run = 0; run < 2; run++)
			expect((await repos(cwd, ["app"], "--init", "tini", "--pr-command", command)).code).toBe(0);
		const [first, second, ...body] = readFileSync(log, "utf8").split("\n");
		expect([first, second]).toEqual([`${join(cwd, "app")} main ${BRANCH} Run containers through an init`, "main"]);
		expect(body.filter((line) => line === "## What changes")).toHaveLength(1);
	});

	it("writes the text of pull requests", async () => {
		const cwd = makeFolder();
		await makeRepository(cwd, "app", { Dockerfile: CHANGING });
		await makeRepository(cwd, "b", { Dockerfile: NOTHING });
		expect((await repos(cwd, ["app", "b"], "--pr-body", "body.md")).err).toContain(
			"--pr-body body.md: requires {repository} in the name",
		);
		const blocked = await repos(cwd, ["app", "b"], "--pr-body", "app/Dockerfile/{repository}.md");
		expect([blocked.code, blocked.err]).toEqual([1, expect.stringContaining("app: failed: the pull request's text")]);
		expect((await repos(cwd, ["app", "b"], "--pr-body", "bodies/{repository}.md")).code).toBe(0);
		const bodies = readdirSync(join(cwd, "bodies"));
		expect(bodies).toHaveLength(1);
		expect(readFileSync(join(cwd, "bodies", bodies[0] ?? ""), "utf8")).toContain("### `Dockerfile`");
	});

	it("takes one part of the list with --shard, and with all parts each repository once", async () => {
		const cwd = makeFolder();
		const names = ["a", "b", "c", "d", "e"];
		for (const name of names) await makeRepository(cwd, name, { Dockerfile: CHANGING });
		const parts = [];
		for (const shard of ["1/2", "2/2"]) {
			const { out } = await repos(cwd, names, "--init", "tini", "--shard", shard, "--dry-run", "--json");
			parts.push(...JSON.parse(out).repositories.map(({ repository }: { repository: string }) => repository));
		}
		expect(parts.toSorted()).toEqual(names.map((name) => join(cwd, name)));
	});

	it("reports in JSON", async () => {
		const cwd = makeFolder();
		await makeRepository(cwd, "app", { Dockerfile: CHANGING });
		await makeRepository(cwd, "none", { "x.txt": "" });
		const { code, out } = await repos(cwd, ["app", "none", "missing"], "--json");
		expect(code).toBe(1);
		const { repositories } = JSON.parse(out);
		expect(repositories).toMatchObject([
			{ repository: join(cwd, "app"), status: "pushed", base: "main", files: ["Dockerfile"] },
			{ status: "unchanged", reason: "no Dockerfile found" },
			{ status: "failed", reason: "no such directory" },
		]);
	});

	it.each([
		[["--jobs", "0"], "--jobs 0: must be a whole number from 1 to 86400"],
		[["--timeout", "86401"], "--timeout 86401: must be a whole number from 1 to 86400"],
		[["--timeout", "1s"], "--timeout 1s: must be a whole number from 1 to 86400"],
		[["--shard", "3/2"], "--shard 3/2: must be I/N"],
		[["--branch", "-x"], "--branch -x: is not a valid branch name"],
		[["--branch", "a..b"], "--branch a..b: is not a valid branch name"],
		[["--message", "none"], "--message none: no such file"],
		[["--init", "none"], "--init none: must be one of"],
		[["--state", "none/x.json"], "none/x.json.lock: no such file"],
	])("%j is a mistake of the command line", async (args, message) => {
		const { code, err } = await repos(makeFolder(), ["app"], ...args);
		expect(code).toBe(2);
		expect(err).toContain(message);
	});

	it("needs a list, and a name for git", async () => {
		const cwd = makeFolder();
		expect((await repos(cwd, ["# nothing"])).code).toBe(3);
		expect(await runCli(["repos", "none.txt"], { cwd })).toMatchObject({ code: 2, out: "" });
		await makeRepository(cwd, "app", { Dockerfile: CHANGING });
		const { code, err } = await runCli(["repos", "-"], {
			cwd,
			input: "app\n",
			env: { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null", HOME: "/", EMAIL: "" },
		});
		if (code === 2) expect(err).toContain("git does not know who commits");
		else expect(err).toContain("1 pushed");
	});

	it("goes on after kill -9 at any moment, and does nothing twice", { timeout: 120_000 }, async () => {
		const cwd = makeFolder();
		const names = Array.from({ length: 6 }, (_, index) => `r${index}`);
		for (const name of names) await makeRepository(cwd, name, { Dockerfile: CHANGING, "b/Dockerfile": CHANGING });
		const log = join(cwd, "log");
		const args = [cliFile, "repos", "list", "--init", "tini", "--jobs", "2"];
		addFiles(cwd, { list: names.join("\n") });
		const options = { cwd, env: { ...IDENTITY, TMPDIR: cwd }, reject: false } as const;
		const start = (): ResultPromise<typeof options> =>
			execa(process.execPath, [...args, "--pr-command", `echo "$PIDONE_REPOSITORY" >> ${log}`], options);
		for (const delay of [250, 450, 700, 900, 1100]) {
			const run = start();
			await sleep(delay);
			run.kill("SIGKILL");
			await run;
		}
		// Programs that a killed run started may still be running.
		await sleep(1000);
		await start();
		const { repositories, workspace } = JSON.parse(readFileSync(join(cwd, "pidone-repos.json"), "utf8"));
		const made = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : [];
		for (const name of names) {
			const folder = join(cwd, name);
			const state = repositories[folder];
			expect(["requested", "requesting"]).toContain(state.status);
			expect(await git(folder, "rev-list", "--count", `main..${BRANCH}`)).toBe("1");
			expect(await git(folder, "diff", "--name-only", "main", BRANCH)).toBe("Dockerfile\nb/Dockerfile");
			const times = made.filter((each) => each === folder).length;
			expect(times).toBeLessThanOrEqual(1);
			if (state.status === "requested") expect(times).toBe(1);
		}
		expect(workspace).toBeUndefined();
		expect(readdirSync(cwd).filter((name) => name.startsWith("pidone-repos-"))).toEqual([]);
	});

	it("ends at SIGTERM, keeps what is done, and leaves no clones", async () => {
		const cwd = makeFolder();
		const names = Array.from({ length: 8 }, (_, index) => `r${index}`);
		for (const name of names) await makeRepository(cwd, name, { Dockerfile: CHANGING });
		addFiles(cwd, { list: names.join("\n") });
		const run = execa(process.execPath, [cliFile, "repos", "list", "--init", "tini", "--jobs", "1"], {
			cwd,
			env: { ...IDENTITY, TMPDIR: cwd },
			reject: false,
		});
		await once(run.stdout, "data");
		run.kill("SIGTERM");
		const { exitCode, stderr } = await run;
		expect(exitCode).toBe(143);
		expect(stderr).toMatch(/^8 repositories, \d pushed, \d not done: the run was interrupted$/m);
		expect(readdirSync(cwd).filter((name) => /^pidone-repos-|lock$/.test(name))).toEqual([]);
	});
});
