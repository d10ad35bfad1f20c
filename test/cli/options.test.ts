import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { version } from "../../src/version.ts";
import { addFiles, CHANGING, makeFolder, NOTHING, optionsIn, runCli } from "./run-cli.ts";

const DEBIAN = 'FROM debian\nCMD ["x"]\n';
const ACME = 'FROM acme/base:1\nCMD ["x"]\n';
const SHELL_FORM = "FROM debian\nCMD sleep 9\n";

interface Case {
	readonly option: string;
	readonly args: readonly string[];
	readonly text?: string;
	readonly files?: Readonly<Record<string, string>>;
	readonly env?: Readonly<Record<string, string>>;
	/** What standard output must contain. */
	readonly holds: string;
	/** What standard output must not contain. */
	readonly lacks?: string;
}

const TEMPLATE = "RUN my-installer {{package}}\n";

/** What an option does to one Dockerfile. */
const cases: readonly Case[] = [
	{ option: "--init", args: ["--init", "tini"], holds: '"/usr/bin/tini", "--"' },
	{
		option: "--install",
		args: ["--install", "image:acme/init:1"],
		holds: "COPY --from=acme/init:1 /sbin/pidone /sbin/pidone",
	},
	{ option: "--install", args: ["--install", "context:inits"], holds: "COPY --from=inits " },
	{
		option: "--install",
		args: ["--install=apt-get", "--init=dumb-init"],
		holds: "apt-get install -y --no-install-recommends dumb-init",
	},
	{
		option: "--mirror",
		args: ["--init", "tini", "--mirror", "apk=https://mirror.example.org/"],
		text: 'FROM alpine\nCMD ["x"]\n',
		holds: "https://mirror.example.org",
		lacks: "example.org//",
	},
	{
		option: "--templates",
		args: ["--init", "tini", "--templates", "mine"],
		files: { "mine/apt-get.Dockerfile": TEMPLATE },
		holds: "RUN my-installer tini\n",
	},
	{
		option: "--source",
		args: ["--source", "bin/inits"],
		holds: "COPY bin/inits/pidone-linux-${TARGETARCH} /sbin/pidone",
	},
	{
		option: "--entrypoint-path",
		args: ["--entrypoint-path", "/opt/pidone"],
		holds: 'ENTRYPOINT ["/opt/pidone", "--"]',
	},
	{
		option: "--init-option",
		args: ["--init-option=-e", "--init-option", "143"],
		holds: 'ENTRYPOINT ["/sbin/pidone", "-e", "143", "--"]',
	},
	{
		option: "--kill-orphans",
		args: ["--kill-orphans", "php-fpm*,sh", "--kill-orphans", "x"],
		holds: '"--kill-orphans", "php-fpm*,sh,x", "--"',
	},
	{
		option: "--replace",
		args: ["--replace"],
		text: 'FROM debian\nENTRYPOINT ["/usr/bin/dumb-init", "--", "x"]\n',
		holds: '"/sbin/pidone"',
	},
	{ option: "--inherited", args: ["--inherited"], text: "FROM node:22\n", holds: 'CMD ["node"]' },
	{ option: "--exec", args: ["--exec"], text: SHELL_FORM, holds: "exec sleep 9" },
	{
		option: "--target",
		args: ["--target", "one"],
		text: `${DEBIAN.replace("\n", " AS one\n")}FROM debian AS two\nRUN x\n`,
		holds: "ENTRYPOINT",
	},
	{
		option: "--build-arg",
		args: ["--build-arg", "BASE=debian"],
		text: `ARG BASE\n${DEBIAN.replace("debian", "${BASE}")}`,
		holds: "ENTRYPOINT",
	},
	{
		option: "--build-arg",
		args: ["--build-arg", "BASE"],
		env: { BASE: "debian" },
		text: `ARG BASE\n${DEBIAN.replace("debian", "${BASE}")}`,
		holds: "ENTRYPOINT",
	},
	{
		option: "--platform",
		args: ["--platform", "linux/arm64"],
		holds: "COPY .pidone/pidone-linux-arm64 /sbin/pidone",
		lacks: "TARGETARCH",
	},
	{
		option: "--platform",
		args: ["--platform", "linux/amd64/v3"],
		holds: "COPY .pidone/pidone-linux-amd64 /sbin/pidone",
		lacks: "TARGETARCH",
	},
	{
		option: "--platform",
		args: ["--platform=aarch64,arm64/v8"],
		holds: "COPY .pidone/pidone-linux-arm64 /sbin/pidone",
		lacks: "TARGETARCH",
	},
	{
		option: "--platform",
		args: ["--platform", "x86_64", "--platform", "arm64"],
		holds: "COPY .pidone/pidone-linux-${TARGETARCH} /sbin/pidone",
	},
	{ option: "--base-entrypoint", args: ["--base-entrypoint", '["/e", "-x"]'], text: ACME, holds: '"--", "/e", "-x"]' },
	{ option: "--base-entrypoint", args: ["--base-entrypoint", 'acme/base=["/e"]'], text: ACME, holds: '"--", "/e"]' },
	{
		option: "--base-entrypoint",
		args: ["--base-entrypoint", 'acme/base:1=["/e"]', "--base-entrypoint", 'acme/base:2=["/f"]'],
		text: ACME,
		holds: '"--", "/e"]',
	},
	{ option: "--base-entrypoint", args: ["--base-entrypoint", "[]"], text: ACME, holds: '"--"]' },
	{
		option: "--base-cmd",
		args: ["--inherited", "--base-entrypoint", "[]", "--base-cmd", '["/c"]'],
		text: "FROM acme/base\n",
		holds: '"/c"',
	},
	{
		option: "--base-user",
		args: ["--init", "tini", "--install", "apt-get", "--base-entrypoint", "[]", "--base-user", "app"],
		text: ACME,
		holds: "\n+USER app\n",
	},
	{
		option: "--base-shell",
		args: ["--base-entrypoint", "[]", "--base-shell", '["/bin/bash", "-c"]'],
		text: "FROM acme/base\nENTRYPOINT sleep 9\n",
		holds: '"/bin/bash", "-c", "sleep 9"',
	},
	{
		option: "--base-config",
		args: ["--base-config", "bases.yaml"],
		text: ACME,
		files: { "bases.yaml": "- images: [acme/*]\n  entrypoint: [/e]\n" },
		holds: '"--", "/e"]',
	},
	{
		option: "--config with registryAliases",
		args: ["--config", "aliases.yaml"],
		text: 'FROM harbor.corp/hub/debian\nCMD ["x"]\n',
		files: { "aliases.yaml": "registryAliases: { harbor.corp/hub: docker.io }\n" },
		holds: 'ENTRYPOINT ["/sbin/pidone", "--"]',
	},
	{
		option: "--config",
		args: ["--config", "other.yaml"],
		files: { "other.yaml": "init: tini\n", ".pidone.yaml": "init: dumb-init\n" },
		holds: "/usr/bin/tini",
	},
	{
		option: "--no-config",
		args: ["--no-config"],
		files: { ".pidone.yaml": "init: dumb-init\n" },
		holds: "/sbin/pidone",
	},
];

async function helpOf(command: string): Promise<string> {
	return (await runCli([command, "--help"], { cwd: makeFolder() })).out;
}

describe("options", () => {
	it.each(cases)("$option: $args", async ({ args, text = DEBIAN, files = {}, env = {}, holds, lacks }) => {
		const cwd = makeFolder({ Dockerfile: text, ...files });
		const { code, out, err } = await runCli(["rewrite", "Dockerfile", ...args], { cwd, env });
		expect(out, err).toContain(holds);
		if (lacks !== undefined) expect(out).not.toContain(lacks);
		expect(code).toBe(0);
	});

	it("of every kind in the help of rewrite, check and explain are tested here or in another file of this folder", async () => {
		const elsewhere = [
			"--write",
			"--check",
			"--json",
			"--format",
			"--stdin-filename",
			"--quiet",
			"--verbose",
			"--help",
			"--context",
			"--inspect",
			"--resolve",
			"--layout",
			"--frozen",
			// A test with a real registry covers it: test/e2e/resolve/registry.test.ts.
			"--insecure-registry",
			"--report",
			"--changed-since",
			"--from-builds",
			"--trial",
			"--shard",
			"--jobs",
			"--output",
			"--fail-level",
			"--baseline",
			"--update-baseline",
		];
		const tested = [...cases.map(({ option }) => option), ...elsewhere];
		for (const command of ["rewrite", "check", "explain", "revert"]) {
			const listed = optionsIn(await helpOf(command));
			expect(listed.length).toBeGreaterThan(5);
			expect(listed.filter((option) => !tested.includes(option))).toEqual([]);
		}
	});

	it("are the same for check and explain", async () => {
		const cwd = makeFolder({ Dockerfile: ACME });
		for (const command of ["check", "explain"]) {
			const { out } = await runCli(
				[
					command,
					"Dockerfile",
					"--base-entrypoint",
					"[]",
					"--init",
					"tini",
					"--base-user=root",
					"--install",
					"apt-get",
				],
				{ cwd },
			);
			expect(out, command).toContain("tini is installed");
		}
	});

	it("--context names the folder whose .dockerignore counts", async () => {
		const cwd = makeFolder({ "docker/Dockerfile": DEBIAN, ".dockerignore": "*\n" });
		expect((await runCli(["check", "docker"], { cwd })).out).not.toContain("context-ignored");
		expect((await runCli(["check", "docker", "--context", "."], { cwd })).out).toContain("context-ignored");
		expect((await runCli(["rewrite", "docker", "--context", "."], { cwd })).err).toContain("context-ignored");
		addFiles(cwd, { ".dockerignore": "*\n!.pidone\n" });
		expect((await runCli(["check", "docker", "--context", "."], { cwd })).out).not.toContain("context-ignored");
	});

	it("--context has to be a folder", async () => {
		const { code, err } = await runCli(["check", "--context", "nowhere"], { cwd: makeFolder({ Dockerfile: DEBIAN }) });
		expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/^pidone: --context nowhere: /) });
	});

	it("--quiet leaves out remarks, --verbose adds stages", async () => {
		const cwd = makeFolder({ Dockerfile: `FROM debian AS build\nRUN x\n${ACME}` });
		const normal = await runCli(["check"], { cwd });
		expect(normal.out).toMatch(/\n {2}stage 1 {2}unknown-base /);
		expect(normal.out).not.toContain("not-selected");
		expect((await runCli(["check", "-v"], { cwd })).out).toMatch(/\n {2}stage build +not-selected /);
		const quiet = await runCli(["check", "-q"], { cwd });
		expect(quiet.out).toMatch(/^Dockerfile:4:1 warning unknown-base /);
		expect(quiet.out).not.toContain("1 file");
		expect(
			await runCli(["check", "-q", "--base-entrypoint", "[]", "--init", "pidone"], {
				cwd: makeFolder({ Dockerfile: NOTHING }),
			}),
		).toEqual({
			code: 0,
			out: "",
			err: "",
		});
		expect((await runCli(["rewrite", "-q"], { cwd })).err).toBe("");
		expect((await runCli(["rewrite", "--verbose"], { cwd: makeFolder({ Dockerfile: NOTHING }) })).err).toMatch(
			/^Dockerfile:1:1: no-command: /,
		);
		expect((await runCli(["explain", "-v"], { cwd })).out).toContain("stage build");
		expect((await runCli(["explain"], { cwd })).out).not.toContain("stage build");
	});
});

describe("mistakes on the command line", () => {
	it.each<[given: string, args: string[], told: RegExp]>([
		["an unknown command", ["rewrit"], /^error: unknown command 'rewrit'\n\(Did you mean rewrite\?\)/],
		["an unknown option", ["rewrite", "--wirte"], /^error: unknown option '--wirte'\n\(Did you mean --write\?\)/],
		["an option of another command", ["revert", "--init", "tini"], /^error: unknown option '--init'/],
		["an option without its value", ["check", "--format"], /^error: option '-f, --format <format>' argument missing/],
		[
			"another init",
			["rewrite", "--init", "systemd"],
			/^pidone: --init systemd: must be one of pidone, tini, dumb-init\n$/,
		],
		[
			"another install method",
			["rewrite", "--install", "brew"],
			/^pidone: --install brew: must be one of auto, copy, /,
		],
		[
			"another format",
			["check", "--format", "yaml"],
			/^pidone: --format yaml: must be one of text, json, jsonl, sarif, github, gitlab, checkstyle, junit, sonarqube, markdown\n$/,
		],
		["a config file that is not there", ["check", "--config", "no.yaml"], /^pidone: --config no\.yaml: /],
		["an empty path", ["check", ""], /^pidone: a path is empty/],
		[
			"an entrypoint path that is not absolute",
			["rewrite", "--entrypoint-path", "sbin/pidone"],
			/^Dockerfile: --entrypoint-path sbin\/pidone: must be absolute/,
		],
		["a stage that is not there", ["rewrite", "--target", "x"], /^Dockerfile: --target x: no such stage/],
		[
			"an option for the init that is a command",
			["rewrite", "--init-option", "foo"],
			/--init-option foo: "foo" is not an option of pidone: options begin with -/,
		],
		[
			"the end of the init's options",
			["rewrite", "--init-option=--"],
			/--init-option --: "--" ends the options of pidone: omit it/,
		],
		[
			"an empty value for an option of the init",
			["rewrite", "--init-option=--grace", "--init-option="],
			/^pidone: --init-option --grace : --grace of pidone does not accept "": it needs seconds, such as 10 or 0\.5\n$/,
		],
		[
			"an option of another init",
			["rewrite", "--init", "tini", "--kill-orphans", "sh,x"],
			/^Dockerfile: --kill-orphans sh,x: tini cannot end orphans: /,
		],
		[
			"no names of programs",
			["rewrite", "--kill-orphans", ""],
			/^pidone: --kill-orphans "": must be names of programs, such as nginx,php-fpm\*\n$/,
		],
		...[",", "a,,b", "a,"].map((names): [string, string[], RegExp] => [
			"an empty name of a program",
			["rewrite", "--kill-orphans", names],
			new RegExp(`^pidone: --kill-orphans ${names}: must be names of programs, such as `),
		]),
		["a layout without a path", ["rewrite", "--layout", "node="], /^pidone: --layout node=: no such file or directory/],
		["an empty name", ["rewrite", "--init", ""], /^pidone: --init "": must be one of pidone, tini, dumb-init\n$/],
		["a source with spaces", ["rewrite", "--source", "a b"], /^Dockerfile: --source a b: must be a directory/],
		["an image with a line end", ["rewrite", "--install", "image:a\nRUN x"], /^pidone: --install image:a/],
		["templates that are not there", ["rewrite", "--templates", "no"], /^pidone: --templates no: /],
	])("%s: %j", async (_, args, told) => {
		const { code, out, err } = await runCli(args, { cwd: makeFolder({ Dockerfile: CHANGING }) });
		expect({ code, out }).toEqual({ code: 2, out: "" });
		expect(err).toMatch(told);
		expect(err).not.toContain("BUG");
	});
});

describe("an empty path", () => {
	const PATHS: Readonly<Record<string, readonly string[]>> = {
		rewrite: [
			"report",
			"trial",
			"templates",
			"source",
			"entrypoint-path",
			"context",
			"base-config",
			"layout",
			"config",
		],
		check: ["output", "report", "baseline", "stdin-filename"],
		emit: ["context", "config"],
		images: ["base-config"],
		"compile init.ts": ["output", "listing"],
		"repos list": ["state", "message", "pr-body"],
	};

	it.each(Object.entries(PATHS).flatMap(([command, names]) => names.map((name) => [command, `--${name}`] as const)))(
		"is no value for pidone %s %s",
		async (command, option) => {
			const needed = command.startsWith("compile") && option !== "--output" ? ["--output=x"] : [];
			const words = [...command.split(" "), ...needed, `${option}=`];
			const { code, out, err } = await runCli(words, { cwd: makeFolder({ Dockerfile: CHANGING }) });
			expect({ code, out, err }).toEqual({ code: 2, out: "", err: `pidone: ${option} "": must be a path\n` });
		},
	);
});

const COMMANDS = ["rewrite", "build", "check", "explain", "revert", "emit", "compile", "lock"];
const INIT = 'export { start } from "pidone/init/main";\n';

describe("help", () => {
	it("prints the version", async () => {
		const cwd = makeFolder();
		for (const args of [["--version"], ["-V"]])
			expect(await runCli(args, { cwd })).toEqual({ code: 0, out: `${version}\n`, err: "" });
	});

	it("lists the commands, the exit codes and examples", async () => {
		const cwd = makeFolder();
		const { out, err } = await runCli(["--help"], { cwd });
		expect(err).toBe("");
		for (const name of ["rewrite", "check", "explain", "revert", "emit", "compile", "completion", "lock"])
			expect(out).toMatch(new RegExp(`^  ${name} .*\\w`, "m"));
		expect(out).toContain("Exit codes:\n  0  ");
		expect((await runCli(["help"], { cwd })).out).toBe(out);
		expect(await runCli([], { cwd })).toEqual({ code: 2, out: "", err: expect.stringContaining("Usage: pidone") });
	});

	it.each([...COMMANDS, "trial", "repos"])("of %s has examples and exit codes, in 100 columns", async (command) => {
		const out = await helpOf(command);
		expect(out).toMatch(
			new RegExp(`^Usage: pidone ${command} \\[options\\] (?:\\[path|\\[dir\\]|\\[command|\\[target|<file>|<list>)`),
		);
		expect(out).toContain(`Examples:\n  pidone ${command}`);
		expect(out).toContain("Exit codes:\n");
		expect(out).not.toContain('(default: "');
		expect(out.split("\n").filter((line) => line.length > 110)).toEqual([]);
		expect((await runCli(["help", command], { cwd: makeFolder() })).out).toBe(out);
	});

	it("has examples that are command lines", async () => {
		const cwd = makeFolder({
			Dockerfile: CHANGING,
			"services/a/Dockerfile": CHANGING,
			"services/web/Dockerfile": CHANGING,
			"compose.yaml": "services: {web: {build: services/web}}\n",
			"init.ts": INIT,
		});
		for (const words of [
			["init", "--quiet"],
			["-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "--allow-empty", "--message=x"],
			["update-ref", "refs/remotes/origin/main", "HEAD"],
		])
			await execa("git", words, { cwd });
		const all = (await Promise.all(COMMANDS.map(helpOf))).join("\n");
		const lines = [...all.matchAll(/^ {2}pidone (.*?)(?: {2}.*| < Dockerfile)?$/gm)].map(([, args = ""]) => args);
		expect(lines.length).toBeGreaterThan(10);
		// The lines of `build` need a builder, which the tests in test/cli/build/ have. No test here asks a registry.
		for (const line of new Set(lines.filter((each) => !/^build |registry/.test(each)))) {
			const args = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? "");
			const { code, err } = await runCli(args, { cwd, input: CHANGING });
			expect([0, 1], `pidone ${line}\n${err}`).toContain(code);
		}
	});
});
