import { mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { git } from "../spawn/git.ts";
import { addFiles, CHANGING, makeFolder, runCli } from "./run-cli.ts";

const SCRIPT = 'FROM debian\nCOPY start.sh /start.sh\nENTRYPOINT ["/start.sh"]\n';

async function makeRepository(files: Readonly<Record<string, string>>): Promise<string> {
	const cwd = makeFolder(files);
	await git(cwd, "init", "--quiet", "--initial-branch=main");
	await commit(cwd);
	return cwd;
}

async function commit(cwd: string, message = "x"): Promise<void> {
	await git(cwd, "add", "--all");
	await git(cwd, "commit", "--quiet", "--message", message);
}

function commitWith(cwd: string, added: Readonly<Record<string, string>>): Promise<void> {
	addFiles(cwd, added);
	return commit(cwd);
}

async function selected(cwd: string, ...args: string[]): Promise<string[]> {
	const { out } = await runCli(["check", "--json", ...args], { cwd });
	return (JSON.parse(out) as { files: { path: string }[] }).files.map(({ path }) => path);
}

const files = {
	"a/Dockerfile": CHANGING,
	"b/Dockerfile": SCRIPT,
	"b/start.sh": "#!/bin/sh\nexec app\n",
	"c/Dockerfile": CHANGING,
};

describe("--changed-since", () => {
	it.each<[what: string, change: (cwd: string) => void | Promise<void>, paths: string[]]>([
		["nothing", () => {}, []],
		["a Dockerfile, not committed", (cwd) => addFiles(cwd, { "a/Dockerfile": SCRIPT }), ["a/Dockerfile"]],
		["a new Dockerfile, not added", (cwd) => addFiles(cwd, { "n/Dockerfile": SCRIPT }), ["n/Dockerfile"]],
		["a committed one", (cwd) => commitWith(cwd, { "c/Dockerfile": SCRIPT }), ["c/Dockerfile"]],
		[
			"a renamed one",
			(cwd) => {
				renameSync(join(cwd, "a"), join(cwd, "z"));
				return commit(cwd);
			},
			["z/Dockerfile"],
		],
		["a script that it runs", (cwd) => addFiles(cwd, { "b/start.sh": "#!/bin/sh\napp\n" }), ["b/Dockerfile"]],
		["a script that is deleted", (cwd) => rmSync(join(cwd, "b/start.sh")), ["b/Dockerfile"]],
		["another file of the context", (cwd) => addFiles(cwd, { "a/app.js": "", "b/app.js": "" }), []],
		["an ignore file", (cwd) => addFiles(cwd, { "a/.dockerignore": "x\n" }), ["a/Dockerfile"]],
		["the init in the context", (cwd) => addFiles(cwd, { "c/.pidone/pidone-linux-amd64": "" }), ["c/Dockerfile"]],
		[
			"a config file",
			(cwd) => addFiles(cwd, { ".pidone.yaml": "init: tini\n" }),
			["a/Dockerfile", "b/Dockerfile", "c/Dockerfile"],
		],
		["a nearer config file", (cwd) => addFiles(cwd, { "c/.pidone.json": "{}" }), ["c/Dockerfile"]],
	])("%s", async (_what, change, paths) => {
		const cwd = await makeRepository(files);
		await git(cwd, "checkout", "--quiet", "-b", "work");
		await change(cwd);
		expect(await selected(cwd, "--changed-since", "main")).toEqual(paths);
	});

	it("counts from where the branch began, not from what the other has become", async () => {
		const cwd = await makeRepository(files);
		await git(cwd, "checkout", "--quiet", "-b", "work");
		await git(cwd, "checkout", "--quiet", "main");
		addFiles(cwd, { "a/Dockerfile": SCRIPT });
		await commit(cwd);
		await git(cwd, "checkout", "--quiet", "work");
		addFiles(cwd, { "c/Dockerfile": SCRIPT });
		expect(await selected(cwd, "--changed-since", "main")).toEqual(["c/Dockerfile"]);
	});

	it("follows a link to what has changed, and finds odd names", async () => {
		const cwd = await makeRepository({ "real/web.Dockerfile": CHANGING, 'q"\n\u001b ü/Dockerfile': CHANGING });
		mkdirSync(join(cwd, "l"));
		symlinkSync("../real/web.Dockerfile", join(cwd, "l/Dockerfile"));
		await commit(cwd);
		addFiles(cwd, { "real/web.Dockerfile": SCRIPT, 'q"\n\u001b ü/Dockerfile': SCRIPT });
		expect(await selected(cwd, "--changed-since", "HEAD", "l", 'q"\n\u001b ü')).toEqual([
			"l/Dockerfile",
			'q"\n\u001b ü/Dockerfile',
		]);
	});

	it("says how many there are; nothing to do is not a mistake", async () => {
		const cwd = await makeRepository(files);
		for (const command of ["check", "rewrite", "revert"]) {
			const { code, err } = await runCli([command, "--changed-since", "HEAD"], { cwd });
			expect({ code, err }, command).toMatchObject({
				code: 0,
				err: expect.stringMatching(/^--changed-since HEAD: 0 of 3 Dockerfiles\n/),
			});
		}
		expect(await runCli(["check", "--quiet", "--changed-since", "HEAD"], { cwd })).toEqual({
			code: 0,
			out: "",
			err: "",
		});
	});

	it("changes only what it selects", async () => {
		const cwd = await makeRepository(files);
		addFiles(cwd, { "a/Dockerfile": `${CHANGING}# x\n` });
		await runCli(["rewrite", "--write", "--changed-since", "HEAD"], { cwd });
		expect(await git(cwd, "diff", "--name-only")).toBe("a/Dockerfile");
	});

	it.each([
		["nowhere", "git does not know this commit in"],
		["--all", "git does not know this commit in"],
		["", "git does not know this commit in"],
	])("refuses the reference %j", async (ref, message) => {
		const cwd = await makeRepository(files);
		const { code, err } = await runCli(["check", `--changed-since=${ref}`], { cwd });
		expect(code).toBe(2);
		expect(err).toContain(`pidone: --changed-since ${ref || '""'}: ${message}`);
	});

	it("refuses a folder without git, branches without a common ancestor, and standard input", async () => {
		const outside = makeFolder(files);
		expect((await runCli(["check", "--changed-since", "main"], { cwd: outside })).err).toContain(
			"is not in a git work tree",
		);
		const cwd = await makeRepository(files);
		await git(cwd, "checkout", "--quiet", "--orphan", "other");
		await commit(cwd, "y");
		expect((await runCli(["check", "--changed-since", "main"], { cwd })).err).toContain(
			"has no ancestor in common with HEAD",
		);
		const stdin = await runCli(["check", "-", "--changed-since", "main"], { cwd, input: CHANGING });
		expect(stdin).toMatchObject({ code: 2, err: expect.stringContaining("cannot be combined with standard input") });
	});
});

describe("--shard", () => {
	const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`s${index}/Dockerfile`, CHANGING]));

	it("every file is in one part, the same one however it is spelled and whatever lies beside it", async () => {
		const cwd = makeFolder(many);
		const parts = await Promise.all([1, 2, 3].map((index) => selected(cwd, "--shard", `${index}/3`)));
		expect(parts.flat().sort()).toEqual(Object.keys(many).sort());
		for (const part of parts) expect(part.length).toBeGreaterThan(10);
		const [first = []] = parts;
		const [path = ""] = first;
		expect(await selected(cwd, "--shard", "1/3", `./${path}`)).toEqual([`./${path}`]);
		expect(await selected(cwd, "--shard", "1/3", join(cwd, path))).toEqual([join(cwd, path)]);
		addFiles(cwd, { "0/Dockerfile": CHANGING });
		rmSync(join(cwd, "s1"), { recursive: true });
		const again = await selected(cwd, "--shard", "1/3");
		expect(again.filter((each) => each !== "0/Dockerfile")).toEqual(first.filter((each) => each !== "s1/Dockerfile"));
	});

	it("a part without files is not a mistake, a folder without Dockerfiles is", async () => {
		const cwd = makeFolder({ Dockerfile: CHANGING });
		const runs = await Promise.all(["1/2", "2/2"].map((part) => runCli(["rewrite", "--shard", part], { cwd })));
		expect(runs.map(({ code }) => code)).toEqual([0, 0]);
		expect(runs.map(({ out }) => out === "").sort()).toEqual([false, true]);
		expect((await runCli(["check", "--shard", "1/2"], { cwd: makeFolder() })).code).toBe(3);
	});

	it.each(["0/3", "4/3", "1", "1/0", "a/b", "1/3/5", "-1/3", "1.5/2"])("refuses %s", async (shard) => {
		const { code, err } = await runCli(["check", `--shard=${shard}`], { cwd: makeFolder({ Dockerfile: CHANGING }) });
		expect({ code, err }).toEqual({
			code: 2,
			err: `pidone: --shard ${shard}: must be I/N, such as 2/5 for the second of five parts\n`,
		});
	});
});

describe("--changed-since with build definitions", () => {
	const built = {
		"compose.yaml": "include: [more.yaml]\nservices:\n  a: {build: {context: ., dockerfile: a/Dockerfile}}\n",
		"more.yaml": "services: {b: {build: b}}\n",
		"docker-bake.hcl": 'target "c" { context = "c" }\n',
		...files,
		"run.sh": "",
	};
	const script = 'FROM debian\nCOPY run.sh /start.sh\nENTRYPOINT ["/start.sh"]\n';

	it.each<[what: string, change: Readonly<Record<string, string>>, paths: string[]]>([
		["another file", { "x.yaml": "" }, []],
		["the definition of bake", { "docker-bake.hcl": 'target "c" { context = "c" }\n\n' }, ["c/Dockerfile"]],
		["an included file", { "more.yaml": "services: {b: {build: ./b}}\n" }, ["a/Dockerfile", "b/Dockerfile"]],
		["variables of Compose", { ".env": "A=1\n" }, ["a/Dockerfile", "b/Dockerfile"]],
		["a script of the context", { "run.sh": "exec app\n" }, ["a/Dockerfile"]],
	])("counts for their Dockerfiles: %s", async (_what, change, paths) => {
		const cwd = await makeRepository({ ...built, "a/Dockerfile": script });
		addFiles(cwd, change);
		expect(await selected(cwd, "--from-builds", "--changed-since", "HEAD")).toEqual(paths);
		const named = ["compose.yaml", "docker-bake.hcl"];
		expect((await selected(cwd, "--changed-since", "HEAD", ...named)).toSorted()).toEqual(paths);
	});

	it("does not count where they are not read", async () => {
		const cwd = await makeRepository(built);
		addFiles(cwd, { "docker-bake.hcl": "" });
		expect(await selected(cwd, "--changed-since", "HEAD")).toEqual([]);
	});

	it("counts when a file is deleted that they refer to", async () => {
		const cwd = await makeRepository({ ...built, ".env": "A=1\n" });
		rmSync(join(cwd, ".env"));
		expect(await selected(cwd, "--changed-since", "HEAD", "compose.yaml")).toEqual(["b/Dockerfile", "a/Dockerfile"]);
	});
});
