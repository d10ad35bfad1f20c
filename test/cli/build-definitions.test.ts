import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CHANGING, makeFolder, runCli } from "./run-cli.ts";

interface Reported {
	readonly path: string;
	readonly stages: readonly { readonly code: string; readonly stage: number }[];
}

function filesIn(out: string): readonly Reported[] {
	return (JSON.parse(out) as { files: Reported[] }).files;
}

function codesIn(out: string): string[] {
	return filesIn(out).flatMap(({ path, stages }) => stages.map(({ code, stage }) => `${path} ${stage} ${code}`));
}

const TWO = "ARG BASE\nFROM $BASE AS dev\nCMD node dev.js\nFROM $BASE\nCMD node prod.js\nFROM scratch\n";

describe("a build definition", () => {
	it("means the Dockerfiles of its builds, whatever they are called, with targets and arguments", async () => {
		const compose = "services:\n  web: {build: {dockerfile: docker/web.file, target: '1', args: {BASE: node:22}}}\n";
		const cwd = makeFolder({ "compose.yaml": compose, "docker/web.file": TWO });
		const { out, err } = await runCli(["check", "--json", "compose.yaml"], { cwd });
		expect(codesIn(out)).toEqual([
			"docker/web.file 0 rewritten",
			"docker/web.file 1 rewritten",
			"docker/web.file 2 not-selected",
		]);
		expect(err).toBe("");
	});

	it("means what all of its builds need", async () => {
		const compose =
			"services:\n  a: {build: {dockerfile: x, target: dev, args: {BASE: node:22}}}\n  b: {build: {dockerfile: x, target: '1', args: {BASE: node:20}}}\n";
		const cwd = makeFolder({ "compose.yaml": compose, x: TWO });
		const { code } = await runCli(["rewrite", "--write", "compose.yaml"], { cwd });
		expect(code).toBe(0);
		expect(readFileSync(join(cwd, "x"), "utf8").match(/ENTRYPOINT/g)).toHaveLength(2);
		expect((await runCli(["rewrite", "--check", "compose.yaml"], { cwd })).code).toBe(0);
	});

	it("says which builds need different rewrites, and changes nothing", async () => {
		const compose =
			"services:\n  a: {build: {dockerfile: x, args: {BASE: node:22}}}\n  b: {build: {dockerfile: x, args: {BASE: debian}}}\n";
		const text = "ARG BASE\nFROM $BASE\nCMD node a.js\n";
		const cwd = makeFolder({ "compose.yaml": compose, x: text });
		const { code, err } = await runCli(["rewrite", "--write", "compose.yaml"], { cwd });
		expect(code).toBe(0);
		expect(err).toContain(
			"x:3:1: cannot-install: b (compose.yaml:3) needs a different rewrite from a (compose.yaml:2): give one of them its own Dockerfile, or use pidone build",
		);
		expect(readFileSync(join(cwd, "x"), "utf8")).toBe(text);
	});

	it("has the build context from which the init is copied", async () => {
		const cwd = makeFolder({
			"compose.yaml": "services: {a: {build: {dockerfile: sub/Dockerfile}}}",
			"sub/Dockerfile": CHANGING,
		});
		const { err } = await runCli(["rewrite", "--write", "compose.yaml"], { cwd });
		expect(err).toContain("pidone emit");
		expect((await runCli(["emit", "--for", "compose.yaml"], { cwd })).out).toContain(
			".pidone/pidone-linux-amd64: written",
		);
	});

	it("goes before a config file, and after the command line", async () => {
		const cwd = makeFolder({
			"compose.yaml": "services: {a: {build: {args: {BASE: node:22}}}}",
			Dockerfile: "ARG BASE\nFROM $BASE\nCMD node a.js\n",
			".pidone.yaml": "buildArgs: {BASE: acme/unknown}\n",
		});
		expect(codesIn((await runCli(["check", "--json", "compose.yaml"], { cwd })).out)).toEqual([
			"Dockerfile 0 rewritten",
		]);
		const given = ["check", "--json", "--build-arg", "BASE=acme/other", "compose.yaml"];
		expect(codesIn((await runCli(given, { cwd })).out)).toEqual(["Dockerfile 0 unknown-base"]);
	});

	it("gives the places of a Dockerfile that is written in it, and is not changed", async () => {
		const compose =
			"services:\n  a:\n    build:\n      dockerfile_inline: |\n        FROM node:22\n        CMD node a.js\n";
		const cwd = makeFolder({ "compose.yaml": compose });
		const { out } = await runCli(["check", "--format", "text", "compose.yaml"], { cwd });
		expect(out).toContain("compose.yaml:6:9 warning cannot-install the Dockerfile is written inside this file");
		expect(out).toContain("compose.yaml:6:9 warning shell-form");
		expect((await runCli(["rewrite", "--check", "compose.yaml"], { cwd })).code).toBe(0);
		const broken = makeFolder({ "compose.yaml": compose.replace("CMD", "CDM") });
		const { code, out: report } = await runCli(["check", "compose.yaml"], { cwd: broken });
		expect(code).toBe(4);
		expect(report).toContain("compose.yaml:6:9");
	});

	it.each([
		["compose.yaml", "services:\n\t- a\n", 2, "compose.yaml:2:"],
		["docker-bake.hcl", "target app {", 2, "docker-bake.hcl:1:13: a block is not closed"],
		[
			"compose.yaml",
			"services: {a: {build: {dockerfile: gone}}}",
			2,
			"gone: no such file, or a link to a file that does not exist; it is the Dockerfile of a (compose.yaml:1)",
		],
		["compose.yaml", "services: {a: {build: {dockerfile: ../out}}}", 3, "its Dockerfile "],
		["compose.yaml", "services: {a: {image: b}}", 3, "compose.yaml:1:1: defines no build of an image"],
		["compose.yaml", 'services: {a: {build: {dockerfile: "x\\ny"}}}', 2, "x y: no such file"],
		["compose.yaml", "services: {a: {build: {dockerfile: -x}}}", 2, "-x: no such file"],
	])("says what is wrong with it: %s %j", async (path, text, code, message) => {
		const cwd = makeFolder({ [path]: text });
		const run = await runCli(["rewrite", path], { cwd });
		expect(run.err).toContain(message);
		expect(run.code).toBe(code);
	});

	it("is UTF-8", async () => {
		const cwd = makeFolder({ "compose.yaml": Buffer.from([0x73, 0xff, 0xfe]) });
		const { code, err } = await runCli(["rewrite", "compose.yaml"], { cwd });
		expect(code).toBe(2);
		expect(err).toContain("compose.yaml: is not UTF-8");
	});

	it("is known by what it holds, if it has no name of its own", async () => {
		const cwd = makeFolder({
			"stack.yml": "services: {a: {build: .}}",
			"x.hcl": 'target "a" {}\n',
			Dockerfile: CHANGING,
		});
		for (const path of ["stack.yml", "x.hcl"])
			expect(filesIn((await runCli(["check", "--json", path], { cwd })).out).map((file) => file.path)).toEqual([
				"Dockerfile",
			]);
	});

	it("does not make a Dockerfile two by a link, and writes through no link that leaves the tree", async () => {
		const outside = makeFolder({ Dockerfile: CHANGING });
		const cwd = makeFolder({
			"compose.yaml": "services: {a: {build: .}, b: {build: {dockerfile: link}}, c: {build: out}}",
			Dockerfile: CHANGING,
		});
		symlinkSync("Dockerfile", join(cwd, "link"));
		symlinkSync(outside, join(cwd, "out"));
		const { err } = await runCli(["rewrite", "--write", "compose.yaml"], { cwd });
		expect(err).toContain("out/Dockerfile: cannot be written");
		expect(err).toContain("2 files, 1 changed, 1 failed");
		expect(readFileSync(join(outside, "Dockerfile"), "utf8")).toBe(CHANGING);
	});
});

describe("a walk with --from-builds", () => {
	it("reports a note once, although several workflows use the file that it is on", async () => {
		const user = "jobs: {a: {uses: ./.github/workflows/image.yml}}\n";
		const cwd = makeFolder({
			".github/workflows/a.yml": user,
			".github/workflows/b.yml": user,
			".github/workflows/image.yml": "jobs: {image: {steps: [{run: docker build $DIR}]}}\n",
		});
		const { err } = await runCli(["check", "--from-builds"], { cwd });
		expect(err.match(/only known when it runs/g)).toHaveLength(1);
	});

	it("finds Dockerfiles of other names where builds name them", async () => {
		const cwd = makeFolder({
			"a/compose.yaml": "services: {a: {build: {context: ., dockerfile: web.file, target: dev}}, b: {build: .}}",
			"a/web.file": CHANGING,
			"a/Dockerfile": CHANGING,
			"b/docker-bake.hcl": 'target "x" {\n dockerfile = "x.file"\n}\n',
			"b/x.file": CHANGING,
		});
		const plain = await runCli(["check", "--json"], { cwd });
		expect(filesIn(plain.out).map(({ path }) => path)).toEqual(["a/Dockerfile"]);
		const { out, err } = await runCli(["check", "--json", "--from-builds"], { cwd });
		expect(filesIn(out).map(({ path }) => path)).toEqual(["a/Dockerfile", "a/web.file", "b/x.file"]);
		expect(err).toBe("");
	});

	it("reports builds that lead out of the tree or to nothing, and files that do not parse", async () => {
		const cwd = makeFolder({
			Dockerfile: CHANGING,
			"a/compose.yaml": "services: {a: {build: {dockerfile: ../../out.file}}}",
			"b/compose.yaml": "services: {b: {build: {context: ../.., dockerfile: b/Dockerfile}}}",
			"c/compose.yaml": "services: {c: {build: .}}",
			"d/compose.yaml": "services:\n\t dockerfile: x\n",
			"e/compose.yaml": "services: {e: {build: link}}",
			"f/.keep": "",
		});
		symlinkSync("/", join(cwd, "e/link"));
		symlinkSync(join(makeFolder({ "x.yaml": "services: {a: {build: .}}" }), "x.yaml"), join(cwd, "f/compose.yaml"));
		const { code, err } = await runCli(["check", "--json", "--from-builds", "--fail-level", "never"], { cwd });
		expect(code).toBe(0);
		expect(err.split("\n")).toEqual([
			"a/compose.yaml:1:23: a: its Dockerfile ../out.file is outside the directory: skipped",
			"b/compose.yaml:1:23: b: its build context .. is outside the directory: skipped",
			"c/compose.yaml:1:23: c: its Dockerfile c/Dockerfile does not exist: skipped",
			"d/compose.yaml:2:1: Tabs are not allowed as indentation: skipped",
			"e/compose.yaml:1:23: e: its build context e/link is outside the directory: skipped",
			"f/compose.yaml:1:1: is a link that leads out of the directory: skipped",
			"",
		]);
	});

	it("takes targets, arguments, contexts and platforms from there, and the last stage counts too", async () => {
		const cwd = makeFolder({
			"compose.yaml":
				"services: {a: {build: {context: ., dockerfile: docker/Dockerfile, target: dev, platforms: [linux/riscv64], args: {TAG: 22-slim}}}}",
			"docker/Dockerfile":
				'ARG TAG\nFROM node:$TAG AS dev\nCMD ["node", "dev.js"]\nFROM node:$TAG\nCMD ["node", "server.js"]\n',
		});
		const rewritten = await runCli(["rewrite", "--write", "--from-builds"], { cwd });
		expect(rewritten.code).toBe(0);
		expect(rewritten.err).toContain("not there yet: run pidone emit --for . --from-builds\n");
		expect((await runCli(["check", "--from-builds"], { cwd })).out).toContain(
			"so the build fails: run pidone emit --for compose.yaml\n",
		);
		const text = readFileSync(join(cwd, "docker/Dockerfile"), "utf8");
		expect(text.match(/\.pidone\/pidone-linux-riscv64 /g)).toHaveLength(2);
		expect((await runCli(["emit", "--from-builds", "--for", "."], { cwd })).code).toBe(0);
		expect(existsSync(join(cwd, ".pidone/pidone-linux-riscv64"))).toBe(true);
		expect((await runCli(["check", "--from-builds"], { cwd })).out).not.toContain("binary-missing");
	});

	it("reports Dockerfiles that are written in other files", async () => {
		const text =
			"services:\n  a:\n    build:\n      dockerfile_inline: |\n        FROM node:22-slim\n        CMD node x.js\n";
		const { out } = await runCli(["check", "--from-builds"], { cwd: makeFolder({ "a/compose.yaml": text }) });
		expect(out).toContain("a/compose.yaml:6:9 warning shell-form");
	});

	it("requires --for where emit makes one directory", async () => {
		const { code, err } = await runCli(["emit", "--from-builds"], { cwd: makeFolder() });
		expect([code, err]).toEqual([2, "pidone: --from-builds: requires --for\n"]);
	});
});
