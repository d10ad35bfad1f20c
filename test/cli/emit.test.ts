import {
	chmodSync,
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	utimesSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { pidone } from "../../src/core/inits/pidone.ts";
import { cliFile, initFolder } from "./built-cli.ts";
import { CHANGING, makeFolder, needsOther, needsProgram, runCli } from "./run-cli.ts";

const NAMES = ["SHA256SUMS", "pidone-linux-amd64", "pidone-linux-arm64", "pidone.spdx.json"];

function modeOf(file: string): string {
	return (statSync(file).mode & 0o7777).toString(8);
}

describe("pidone emit", () => {
	it("writes the shipped binaries, checksums and the SPDX file into .pidone, and says so", async () => {
		const cwd = makeFolder();
		const { code, out, err } = await runCli(["emit"], { cwd });
		expect({ code, err }).toEqual({ code: 0, err: "" });
		expect(out).toMatch(
			/^\.pidone\/pidone-linux-amd64: written, \d+ bytes\n\.pidone\/pidone-linux-arm64: written, \d+ bytes\n\.pidone\/SHA256SUMS: written, 170 bytes\n\.pidone\/pidone\.spdx\.json: written, \d+ bytes\n$/,
		);
		expect(readdirSync(join(cwd, ".pidone")).toSorted()).toEqual(NAMES);
		for (const name of ["pidone-linux-amd64", "pidone-linux-arm64"]) {
			expect(readFileSync(join(cwd, ".pidone", name)).equals(readFileSync(join(initFolder, name))), name).toBe(true);
		}
		const sums = readFileSync(join(cwd, ".pidone/SHA256SUMS"), "utf8").trimEnd().split("\n");
		expect(readFileSync(join(initFolder, "SHA256SUMS"), "utf8").split("\n")).toEqual(expect.arrayContaining(sums));
		expect(NAMES.map((name) => modeOf(join(cwd, ".pidone", name)))).toEqual(["644", "755", "755", "644"]);
	});

	it("writes checksums that sha256sum accepts", async (context) => {
		needsProgram(context, "sha256sum");
		const cwd = makeFolder();
		await runCli(["emit", "init"], { cwd });
		expect((await execa("sha256sum", ["-c", "SHA256SUMS"], { cwd: join(cwd, "init") })).stdout).toBe(
			"pidone-linux-amd64: OK\npidone-linux-arm64: OK",
		);
	});

	it("writes what a rewrite copies, and check finds nothing more to say", async () => {
		const cwd = makeFolder({ Dockerfile: CHANGING });
		await runCli(["emit"], { cwd });
		await runCli(["rewrite", "--write", "--platform", "linux/arm64"], { cwd });
		const [, copied = ""] = /^COPY (\S+) /m.exec(readFileSync(join(cwd, "Dockerfile"), "utf8")) ?? [];
		expect(existsSync(join(cwd, copied))).toBe(true);
	});

	it("writes the platforms that are asked for, and reports only them", async () => {
		const cwd = makeFolder();
		const { out } = await runCli(["emit", "deep/er/", "--platform", "linux/arm64", "--platform", "linux/arm64"], {
			cwd,
		});
		expect(out.split("\n")[0]).toMatch(/^deep\/er\/pidone-linux-arm64: written/);
		expect(readdirSync(join(cwd, "deep/er")).toSorted()).toEqual([
			"SHA256SUMS",
			"pidone-linux-arm64",
			"pidone.spdx.json",
		]);
		expect(readFileSync(join(cwd, "deep/er/SHA256SUMS"), "utf8")).toMatch(/^[0-9a-f]{64} {2}pidone-linux-arm64\n$/);
		const both = await runCli(["emit", "--platform", "linux/amd64,linux/arm64", "-q"], { cwd });
		expect(both).toEqual({ code: 0, out: "", err: "" });
	});

	it("leaves alone what is right, corrects modes, and writes anew what differs", async () => {
		const cwd = makeFolder();
		await runCli(["emit"], { cwd });
		const [same, mode, text] = ["pidone-linux-arm64", "pidone-linux-amd64", "SHA256SUMS"].map((name) =>
			join(cwd, ".pidone", name),
		);
		if (!same || !mode || !text) return;
		for (const file of [same, mode]) utimesSync(file, 1e9, 1e9);
		chmodSync(same, 0o775);
		chmodSync(mode, 0o600);
		cpSync(mode, text);
		const { out } = await runCli(["emit", "-v"], { cwd });
		expect(out).toMatch(/^\.pidone\/pidone-linux-amd64: mode corrected, \d+ bytes, sha256 [0-9a-f]{64}$/m);
		expect(out).toMatch(/^\.pidone\/pidone-linux-arm64: unchanged, /m);
		expect(out).toMatch(/^\.pidone\/SHA256SUMS: written anew, /m);
		expect([same, mode].map((file) => [modeOf(file), statSync(file).mtimeMs])).toEqual([
			["775", 1e12],
			["755", 1e12],
		]);
		expect(modeOf(text)).toBe("644");
	});

	it("with --check writes nothing, and exits with 1 when something is missing or differs", async () => {
		const cwd = makeFolder();
		const missing = await runCli(["emit", "--check"], { cwd });
		expect(missing).toMatchObject({
			code: 1,
			out: expect.stringMatching(/^(?:\.pidone\/\S+: missing, \d+ bytes\n){4}$/),
		});
		expect(readdirSync(cwd)).toEqual([]);
		await runCli(["emit"], { cwd });
		expect(await runCli(["emit", "--check"], { cwd })).toMatchObject({
			code: 0,
			out: expect.stringMatching(/^(?:\.pidone\/\S+: unchanged, \d+ bytes\n){4}$/),
		});
		chmodSync(join(cwd, ".pidone/pidone-linux-amd64"), 0o644);
		cpSync(join(cwd, ".pidone/SHA256SUMS"), join(cwd, ".pidone/pidone-linux-arm64"));
		const { code, out } = await runCli(["emit", "--check"], { cwd });
		expect(code).toBe(1);
		expect(out).toMatch(/amd64: has a different mode, .*\n.*arm64: differs, /);
		expect(modeOf(join(cwd, ".pidone/pidone-linux-amd64"))).toBe("644");
	});

	it("with --json reports what it did", async () => {
		const cwd = makeFolder();
		const report = JSON.parse((await runCli(["emit", "--json", "--platform", "linux/amd64"], { cwd })).out);
		expect(report).toEqual({
			version: expect.any(String),
			files: [
				{
					path: ".pidone/pidone-linux-amd64",
					platform: "linux/amd64",
					bytes: expect.any(Number),
					sha256: expect.any(String),
					state: "missing",
					isWritten: true,
				},
				{ path: ".pidone/SHA256SUMS", bytes: 85, sha256: expect.any(String), state: "missing", isWritten: true },
				{
					path: ".pidone/pidone.spdx.json",
					bytes: expect.any(Number),
					sha256: expect.any(String),
					state: "missing",
					isWritten: true,
				},
			],
		});
		const again = JSON.parse((await runCli(["emit", "--json", "--check", "--platform", "linux/amd64"], { cwd })).out);
		expect(again.files[0]).toMatchObject({ state: "same", isWritten: false });
	});

	it("writes the same bytes each time, with the time of SOURCE_DATE_EPOCH", async () => {
		const [one, two, three] = [makeFolder(), makeFolder(), makeFolder()];
		for (const cwd of [one, two]) await runCli(["emit"], { cwd });
		await runCli(["emit"], { cwd: three, env: { SOURCE_DATE_EPOCH: "1700000000" } });
		const texts = [one, two, three].map((cwd) => readFileSync(join(cwd, ".pidone/pidone.spdx.json"), "utf8"));
		expect(texts[0]).toBe(texts[1]);
		expect(texts[2]).toContain('"created": "2023-11-14T22:13:20Z"');
		expect(await runCli(["emit"], { cwd: one, env: { SOURCE_DATE_EPOCH: "today" } })).toEqual({
			code: 2,
			out: "",
			err: "pidone: SOURCE_DATE_EPOCH=today: must be a number of seconds since 1970\n",
		});
	});

	it("keeps a symbolic link, and writes what it leads to", async () => {
		const cwd = makeFolder({ "real/binary": "old" });
		mkdirSync(join(cwd, ".pidone"));
		symlinkSync("../real/binary", join(cwd, ".pidone/pidone-linux-amd64"));
		expect((await runCli(["emit"], { cwd })).code).toBe(0);
		expect(readFileSync(join(cwd, "real/binary")).equals(readFileSync(join(initFolder, "pidone-linux-amd64")))).toBe(
			true,
		);
		expect(modeOf(join(cwd, "real/binary"))).toBe("755");
	});

	it.each<[what: string, prepare: (repo: string) => void, args: string[], told: RegExp]>([
		[
			"the folder",
			(repo) => symlinkSync("../out", join(repo, ".pidone")),
			[],
			/^pidone: \.pidone\/pidone-linux-amd64: its directory \.pidone is a symbolic link to \S+\/out,/,
		],
		[
			"a file",
			(repo) => {
				mkdirSync(join(repo, ".pidone"));
				symlinkSync("../../out/file", join(repo, ".pidone/pidone-linux-amd64"));
			},
			[],
			/^pidone: \.pidone\/pidone-linux-amd64: is a symbolic link to \S+\/out\/file, which is outside \S+\/repo, /,
		],
		[
			"a folder above",
			(repo) => symlinkSync("../out", join(repo, "docker")),
			["docker/init"],
			/: its directory docker is a symbolic link to \S+\/out,/,
		],
		[
			"a folder above, by an absolute path",
			(repo) => symlinkSync("..", join(repo, "up")),
			["REPO/up/out"],
			/: its directory up is a symbolic link to /,
		],
	])("does not follow a link out of the folder it writes to: %s", async (_, prepare, args, told) => {
		for (const git of [{ "repo/.git/HEAD": "" }, { "repo/README": "" }]) {
			const folder = makeFolder({ ...git, "out/file": "precious", "out/pidone-linux-amd64": "precious" });
			const cwd = join(folder, "repo");
			prepare(cwd);
			const words = args.map((word) => word.replace("REPO", cwd));
			for (const more of [[], ["--check"], ["--json"]]) {
				expect(await runCli(["emit", ...words, ...more], { cwd })).toEqual({
					code: 2,
					out: "",
					err: expect.stringMatching(told),
				});
			}
			expect(readdirSync(join(folder, "out")).toSorted()).toEqual(["file", "pidone-linux-amd64"]);
			for (const name of ["file", "pidone-linux-amd64"])
				expect(readFileSync(join(folder, "out", name), "utf8")).toBe("precious");
		}
	});

	it("follows a link within the work tree, and one to a folder that is named outside any", async () => {
		const cwd = makeFolder({ "repo/.git/HEAD": "", "repo/sub/README": "", "repo/real/README": "", "out/README": "" });
		symlinkSync("../real", join(cwd, "repo/sub/.pidone"));
		expect((await runCli(["emit", "-q"], { cwd: join(cwd, "repo/sub") })).code).toBe(0);
		expect(readdirSync(join(cwd, "repo/real")).toSorted()).toEqual(["README", ...NAMES].toSorted());
		symlinkSync("out", join(cwd, "link"));
		expect((await runCli(["emit", "-q", "../../link"], { cwd: join(cwd, "repo/sub") })).code).toBe(0);
		expect(readdirSync(join(cwd, "out")).toSorted()).toEqual(["README", ...NAMES].toSorted());
	});

	it("says that the file system is read-only", async (context) => {
		const cwd = makeFolder({ "ro/README": "" });
		const folder = join(cwd, "ro");
		const mounted = await execa("mount", ["--bind", "-o", "ro", folder, folder], { reject: false });
		context.skip(mounted.failed, "a read-only mount takes root");
		try {
			await execa("mount", ["-o", "remount,bind,ro", folder]);
			for (const args of [["emit"], ["emit", "a/b"]]) {
				const { code, err } = await runCli(args, { cwd: folder });
				expect(code).toBe(2);
				expect(err).toMatch(/^pidone: \S+\/pidone-linux-amd64: cannot be written: the file system is read-only\n$/);
			}
		} finally {
			await execa("umount", [folder]);
		}
	});

	it.each<[what: string, prepare: (cwd: string) => void, args: string[], told: string]>([
		[
			"an unknown platform",
			() => {},
			["--platform", "linux/loong64"],
			`--platform linux/loong64: no init is available for "linux/loong64": select from ${pidone.platforms.join(", ")}`,
		],
		[
			"half a list",
			() => {},
			["--platform", "linux/amd64,"],
			'--platform linux/amd64,: "" is not a platform: write OS/ARCHITECTURE or OS/ARCHITECTURE/VARIANT, such as linux/arm64 or linux/arm/v7',
		],
		[
			"an architecture that there is none for",
			() => {},
			["--platform", "loong64"],
			`--platform loong64: no init is available for "loong64": select from ${pidone.platforms.join(", ")}`,
		],
		[
			"the builder's own platform",
			() => {},
			["--platform", "local"],
			"--platform local: is the builder's own platform: name it, such as linux/amd64",
		],
		["an empty name", () => {}, [""], "the name of the directory is empty"],
		[
			"a folder in the way",
			(cwd) => mkdirSync(join(cwd, ".pidone/SHA256SUMS"), { recursive: true }),
			[],
			".pidone/SHA256SUMS: is a directory",
		],
		[
			"a file instead of the folder",
			(cwd) => cpSync(cliFile, join(cwd, ".pidone")),
			[],
			".pidone/pidone-linux-amd64: a part of its path is not a directory",
		],
		[
			"a file above the folder",
			(cwd) => cpSync(cliFile, join(cwd, "a")),
			["a/b"],
			"a/b/pidone-linux-amd64: a part of its path is not a directory",
		],
		[
			"a link that leads nowhere",
			(cwd) => {
				mkdirSync(join(cwd, ".pidone"));
				symlinkSync("nowhere", join(cwd, ".pidone/pidone-linux-amd64"));
			},
			[],
			".pidone/pidone-linux-amd64: is a link to a file that does not exist",
		],
		[
			"links in a circle",
			(cwd) => {
				mkdirSync(join(cwd, ".pidone"));
				symlinkSync("pidone-linux-arm64", join(cwd, ".pidone/pidone-linux-arm64"));
			},
			[],
			".pidone/pidone-linux-arm64: its symbolic links form a loop",
		],
	])("says of %s what is wrong, and writes nothing", async (_, prepare, args, told) => {
		const cwd = makeFolder();
		prepare(cwd);
		const before = readdirSync(cwd, { recursive: true });
		expect(await runCli(["emit", ...args], { cwd })).toEqual({ code: 2, out: "", err: `pidone: ${told}\n` });
		expect(readdirSync(cwd, { recursive: true })).toEqual(before);
	});

	it("says so when the folder is read-only", async (context) => {
		const isOther = await needsOther(context);
		const cwd = makeFolder();
		mkdirSync(join(cwd, ".pidone"), { mode: 0o555 });
		expect(await runCli(["emit"], { cwd, isOther })).toEqual({
			code: 2,
			out: "",
			err: "pidone: .pidone/pidone-linux-amd64: cannot be written: permission denied\n",
		});
	});

	it("needs no compiler, and in a checkout that was not built says what to do", async () => {
		const cwd = makeFolder();
		cpSync(dirname(cliFile), join(cwd, "dist"), {
			recursive: true,
			filter: (file) => !/\/dist\/(?:init\/pidone-linux-|compiler)/.test(file),
		});
		cpSync(join(dirname(cliFile), "../schema"), join(cwd, "schema"), { recursive: true });
		cpSync(join(dirname(cliFile), "../package.json"), join(cwd, "package.json"));
		symlinkSync(join(import.meta.dirname, "../../node_modules"), join(cwd, "node_modules"));
		const run = async (): Promise<unknown> => {
			const { exitCode, stdout, stderr } = await execa(process.execPath, [join(cwd, "dist/cli.js"), "emit", "-q"], {
				cwd,
				reject: false,
			});
			return [exitCode, stdout, stderr];
		};
		expect(await run()).toEqual([
			2,
			"",
			expect.stringMatching(
				/^pidone: the init pidone-linux-amd64 is missing \(.*\): reinstall pidone, or run npm run build in a clone$/,
			),
		]);
		for (const name of ["pidone-linux-amd64", "pidone-linux-arm64"])
			cpSync(join(initFolder, name), join(cwd, "dist/init", name));
		expect(await run()).toEqual([0, "", ""]);
	});
});

describe("emit --for", () => {
	const COPYING =
		'FROM debian\nARG TARGETARCH\nCOPY .pidone/pidone-linux-${TARGETARCH} /sbin/pidone\nENTRYPOINT ["/sbin/pidone", "--", "/x"]\n';
	const FILES = {
		"web/Dockerfile": COPYING,
		"api/Dockerfile": COPYING.replace("${TARGETARCH}", "arm64").replace(".pidone/", "./docker/init/"),
		"lib/Dockerfile": 'FROM debian\nCMD ["x"]\n',
		"old/Dockerfile": COPYING.replaceAll("pidone-linux-${TARGETARCH}", "tini-linux-amd64"),
	};
	const WEB = [
		"web/.pidone/pidone-linux-amd64",
		"web/.pidone/pidone-linux-arm64",
		"web/.pidone/SHA256SUMS",
		"web/.pidone/pidone.spdx.json",
	];
	const API = ["api/docker/init/pidone-linux-arm64", "api/docker/init/SHA256SUMS", "api/docker/init/pidone.spdx.json"];
	const pathsIn = (out: string): string[] =>
		out.split("\n").flatMap((line) => /^(.*): written, \d+ bytes$/.exec(line)?.[1] ?? []);

	it("writes into each build context that a Dockerfile copies from, for the platforms that it names", async () => {
		const cwd = makeFolder(FILES);
		const { code, out, err } = await runCli(["emit", "--for", "."], { cwd });
		expect({ code, paths: pathsIn(out) }).toEqual({ code: 0, paths: [...API, ...WEB] });
		expect(err).toBe(
			"lib/Dockerfile: copies no binary of pidone from its build context; run pidone rewrite -w first\nold/Dockerfile: copies .pidone/tini-linux-amd64, which you must add: emit writes only pidone\n",
		);
		expect((await runCli(["emit", "--check", "--for", "web", "api/Dockerfile"], { cwd })).code).toBe(0);
		expect((await runCli(["check", "--quiet", "web", "api"], { cwd })).out).toBe("");
	});

	it.each<[what: string, source: string]>([
		["runs on Windows", "FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nCMD x\n"],
		["must be PID 1", 'FROM debian\nCMD ["/sbin/init"]\n'],
		["BuildKit refuses", 'FROM debian\nCOPY --from=7 a b\nCMD ["x"]\n'],
	])("does not advise to rewrite what %s", async (_, source) => {
		const { code, err } = await runCli(["emit", "--for", "."], { cwd: makeFolder({ Dockerfile: source }) });
		expect({ code, err }).toEqual({ code: 0, err: "Dockerfile: copies no binary of pidone from its build context\n" });
	});

	it("writes into the build context of each name of a Dockerfile, if others are links", async () => {
		const cwd = makeFolder({ "web/Dockerfile": COPYING, "other/x": "" });
		symlinkSync("../web/Dockerfile", join(cwd, "other/Dockerfile"));
		for (const args of [
			["."],
			["web", "other"],
			["web/Dockerfile", "./other/Dockerfile", "./web/Dockerfile"],
			["*/Dockerfile"],
		]) {
			const { code, out } = await runCli(["emit", "--check", "--for", ...args], { cwd });
			expect(code).toBe(1);
			for (const folder of ["web", "other"]) expect(out.split(`${folder}/.pidone/SHA256SUMS: missing`)).toHaveLength(2);
		}
	});

	it.each<[what: string, args: string[], paths: string[]]>([
		[
			"a platform that is given",
			["--platform", "linux/amd64", "--for", "web"],
			WEB.filter((path) => !path.includes("arm64")),
		],
		[
			"another build context",
			["--for", "web/Dockerfile", "--context", "."],
			WEB.map((path) => path.replace("web/", "")),
		],
		["globs", ["--for", "*/Dockerfile"], [...API, ...WEB]],
	])("heeds %s", async (_, args, paths) => {
		const { code, out } = await runCli(["emit", ...args], { cwd: makeFolder(FILES) });
		expect({ code, paths: pathsIn(out) }).toEqual({ code: 0, paths });
	});

	it.each<[what: string, args: string[], code: number, told: RegExp]>([
		["a folder besides", ["x", "--for", "web"], 2, /^pidone: x: with --for, /],
		["standard input", ["--for", "-"], 2, /^pidone: --for -: /],
		["a file that is not there", ["--for", "nope"], 2, /^nope: /],
		["a folder without Dockerfiles", ["--for", "empty"], 3, /no Dockerfile found/],
		["a Dockerfile that does not parse", ["--for", "bad/Dockerfile"], 4, /^bad\/Dockerfile:1:1: does not parse/],
		["a build context for a folder", ["--context", "web"], 2, /^pidone: --context: requires --for/],
		["files that are missing, with --check", ["--check", "--for", "web"], 1, /^$/],
	])("ends with the right code for %s", async (_, args, code, told) => {
		const cwd = makeFolder({ ...FILES, "bad/Dockerfile": "RUNN x\n", "empty/x": "" });
		const result = await runCli(["emit", ...args], { cwd });
		expect(result.code).toBe(code);
		expect(result.err).toMatch(told);
	});

	it("writes nothing outside the build context", async () => {
		const cwd = makeFolder({ "web/Dockerfile": COPYING.replaceAll(".pidone/", "../../x/") });
		expect(pathsIn((await runCli(["emit", "--for", "web"], { cwd })).out)).toEqual(
			WEB.map((path) => path.replace(".pidone", "x")),
		);
		const outside = makeFolder({ x: "" });
		const linked = makeFolder({ "web/Dockerfile": COPYING });
		symlinkSync(outside, join(linked, "web/.pidone"));
		expect((await runCli(["emit", "--for", "web"], { cwd: linked })).code).toBe(2);
		expect(readdirSync(outside)).toEqual(["x"]);
	});

	it("is what rewrite says to run", async () => {
		const cwd = makeFolder({ "web/Dockerfile": FILES["lib/Dockerfile"], "api/Dockerfile": FILES["lib/Dockerfile"] });
		const told =
			"the build copies pidone from api/.pidone, web/.pidone, but it is not there yet: run pidone emit --for .\n";
		expect((await runCli(["rewrite"], { cwd })).err).not.toContain("emit --for");
		expect((await runCli(["rewrite", "-w"], { cwd })).err).toContain(told);
		expect((await runCli(["emit", "--for", "."], { cwd })).code).toBe(0);
		expect((await runCli(["rewrite", "-w"], { cwd })).err).not.toContain("where it is not yet");
		expect((await runCli(["check"], { cwd })).code).toBe(0);
	});

	it("asks for the build context if the Dockerfile copies what only a folder above it has", async () => {
		const source = 'FROM debian:12\nCOPY src/run /run\nCMD ["/run"]\n';
		const cwd = makeFolder({ ".git/HEAD": "", "src/run": "", "docker/Dockerfile": source });
		const why =
			"its build context may be . instead of docker, because it copies src/run: if so, run pidone emit --for docker/Dockerfile --context .\n";
		const rewritten = await runCli(["rewrite", "-w"], { cwd });
		expect(rewritten.err).toContain(`docker/Dockerfile: ${why}`);
		expect(rewritten.err).not.toContain("not there yet");
		const emitted = await runCli(["emit", "--for", "."], { cwd });
		expect(emitted).toMatchObject({ code: 0, out: "", err: `docker/Dockerfile: ${why}` });
		const before = await runCli(["check"], { cwd });
		expect(before.code).toBe(1);
		expect(before.out).toContain(
			"not next to the Dockerfile, but its build context may be . instead of docker, because it copies src/run: if so, pass --context .\n",
		);
		const given = await runCli(["emit", "--for", "docker/Dockerfile", "--context", "."], { cwd });
		expect(pathsIn(given.out).toSorted()).toEqual(NAMES.map((name) => `.pidone/${name}`));
		expect((await runCli(["emit", "--check", "--for", "."], { cwd })).code).toBe(0);
		expect((await runCli(["check"], { cwd })).code).toBe(0);
		expect(existsSync(join(cwd, "docker/.pidone"))).toBe(false);
	});
});
