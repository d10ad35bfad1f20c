import { describe, expect, it } from "vitest";
import { BROKEN, CHANGING, NOTHING } from "../run-cli.ts";
import { type Call, RecordingBuilder, wordsOf } from "./recording-builder.ts";

const BAKE_HELP = { to: "bake --help", out: "      --allow stringArray\n" };
const COPY = "COPY --from=pidone-init pidone-linux-${TARGETARCH} /sbin/pidone\n";

function printed(target: object): { to: string; out: string } {
	return { to: "--print", out: JSON.stringify({ group: { default: { targets: Object.keys(target) } }, target }) };
}

/** The definition that was passed to a call. */
function definitionOf(
	call: Call,
	name: string,
): { target: Record<string, Record<string, unknown>>; services: Record<string, { build: Record<string, unknown> }> } {
	return JSON.parse(String(call.files[name]?.text).replaceAll(call.folder, "TMP"));
}

describe("docker buildx bake", () => {
	const targets = {
		web: { context: "web", dockerfile: "Dockerfile", tags: ["a"], args: { X: "$${y}" } },
		inline: {
			context: ".",
			"dockerfile-inline": 'FROM debian\nENV A=$${B}\nCMD ["x"]\n',
			contexts: { "pidone-init": "own" },
		},
		far: { context: "https://example.org/x.git", dockerfile: "Dockerfile" },
		plain: { context: ".", dockerfile: "Plain" },
	};
	const files = { "web/Dockerfile": CHANGING, "web/Dockerfile.dockerignore": "x", Plain: NOTHING };

	it("gets its own definition with other Dockerfiles", async () => {
		const builder = new RecordingBuilder(files, [printed(targets), BAKE_HELP]);
		const call = await builder.build([
			"docker",
			"buildx",
			"bake",
			"-f",
			"a.hcl",
			"--set",
			"web.tags=a",
			"--load",
			"web",
			"inline",
		]);
		expect(wordsOf(call)).toEqual([
			"docker",
			"buildx",
			"bake",
			"--file=TMP/docker-bake.json",
			"--allow=fs.read=TMP",
			"--load",
			"web",
			"inline",
		]);
		expect(builder.calls().map(({ argv }) => argv)).toContainEqual([
			"docker",
			"buildx",
			"bake",
			"--print",
			"-f",
			"a.hcl",
			"--set",
			"web.tags=a",
			"--load",
			"web",
			"inline",
		]);
		const { target } = definitionOf(call, "docker-bake.json");
		expect(target.web).toEqual({
			...targets.web,
			dockerfile: "TMP/files/web/Dockerfile",
			contexts: { "pidone-init": "TMP/init" },
		});
		expect(target.inline).toEqual({
			...targets.inline,
			"dockerfile-inline": expect.stringMatching(/^FROM debian\nENV A=\$\$\{B\}\n.*\$\$\{TARGETARCH\}/s),
		});
		expect(target).toMatchObject({ far: targets.far, plain: targets.plain });
		expect(call.files["files/web/Dockerfile"]?.text).toContain(COPY);
		expect(call.files["files/web/Dockerfile.dockerignore"]?.text).toBe("x");
		expect(call.run.err).toContain("far: its build context https://example.org/x.git is fetched by the builder");
		expect(builder.left()).toEqual([]);
	});

	it("is not asked to allow anything before it has learnt to", async () => {
		const builder = new RecordingBuilder(files, [printed(targets), { to: "bake --help", out: "Usage" }]);
		expect(wordsOf(await builder.build(["docker", "buildx", "bake"]))).toEqual([
			"docker",
			"buildx",
			"bake",
			"--file=TMP/docker-bake.json",
		]);
	});

	it("reads its definition from stdin again when there is nothing to do", async () => {
		const builder = new RecordingBuilder(files, [printed({ plain: targets.plain }), BAKE_HELP]);
		const call = await builder.build(["docker", "buildx", "bake", "-f", "-"], { input: "definition" });
		expect(call).toMatchObject({ argv: ["docker", "buildx", "bake", "-f", "-"], stdin: "definition" });
		expect(builder.calls().find(({ argv }) => argv.includes("--print"))?.stdin).toBe("definition");
	});

	it.each([
		[
			"with bake's own message",
			[{ to: "--print", err: "docker-bake.hcl:1: no\n", status: 1 }],
			/^pidone: docker buildx bake --print: docker-bake\.hcl:1: no\n$/,
			2,
		],
		["when it prints no JSON", [{ to: "--print", out: "[]" }], /^pidone: docker buildx bake: did not print JSON/, 2],
		["when a Dockerfile is missing", [printed({ web: { dockerfile: "nope" } })], /^pidone: nope: no such file/, 2],
		[
			"when a Dockerfile does not parse",
			[printed({ a: { "dockerfile-inline": BROKEN } })],
			/^dockerfile-inline of a:2:1: does not parse/,
			4,
		],
	])("is not started, %s", async (_, answers, told, code) => {
		const builder = new RecordingBuilder(files, [...answers, BAKE_HELP]);
		expect(await builder.run(["docker", "buildx", "bake"])).toEqual({
			code,
			out: "",
			err: expect.stringMatching(told),
		});
		expect(builder.builds()).toEqual([]);
	});
});

describe("a base that is the result of another target", () => {
	const inline = (text: string, base?: string) => ({
		"dockerfile-inline": text,
		...(base === undefined ? {} : { contexts: { base: `target:${base}` } }),
	});
	const child = 'FROM base\nCMD ["c"]\n';

	it.each<[what: string, targets: Record<string, object>, added: string | undefined, told: RegExp]>([
		[
			"declares no ENTRYPOINT",
			{ app: inline(child, "b"), b: inline("FROM debian\nENV A=1\n") },
			'ENTRYPOINT ["/sbin/pidone", "--"]\n',
			/^dockerfile-inline of app:2:1: rewritten: /m,
		],
		[
			"has got the init",
			{ app: inline(child, "b"), b: inline('FROM debian\nENTRYPOINT ["x"]\n') },
			undefined,
			/app:2:1: already-init: \/sbin\/pidone/,
		],
		[
			"is built on one that has got the init",
			{ app: inline(child, "b"), b: inline("FROM base\nUSER a\n", "c"), c: inline('FROM debian\nENTRYPOINT ["x"]\n') },
			undefined,
			/app:2:1: already-init: \/sbin\/pidone/,
		],
		[
			"takes the place of a stage",
			{ app: inline(`FROM acme/x AS base\nCMD ["a"]\n${child}`, "b"), b: inline("FROM debian\n") },
			'ENTRYPOINT ["/sbin/pidone", "--"]\n',
			/app:4:1: rewritten: /,
		],
		[
			"is not known itself",
			{ app: inline(child, "b"), b: inline("FROM acme/x\n") },
			undefined,
			/^dockerfile-inline of app:2:1: unknown-base: the named context base=target:b replaces base, and pidone does not know the image acme\/x; /m,
		],
		[
			"leaves a command to its children",
			{ app: inline(child, "b"), b: inline("FROM debian\nONBUILD CMD x\n") },
			undefined,
			/app:.* its ONBUILD instructions change what runs;/,
		],
		[
			"is fetched by the builder",
			{ app: inline(child, "b"), b: { context: "https://example.org/x.git" } },
			undefined,
			/app:.*, and pidone does not have its Dockerfile;/,
		],
		[
			"is built on itself",
			{ app: inline(child, "b"), b: inline(child, "app") },
			undefined,
			/app:.*, and it is based on itself;/,
		],
	])("is known when it can be: it %s", async (_, targets, added, told) => {
		const { run, ...call } = await new RecordingBuilder({}, [printed(targets), BAKE_HELP]).build([
			"docker",
			"buildx",
			"bake",
		]);
		expect(run).toMatchObject({ code: 0, err: expect.stringMatching(told) });
		const file =
			call.files["docker-bake.json"] === undefined
				? undefined
				: definitionOf(call, "docker-bake.json").target.app?.["dockerfile-inline"];
		const { "dockerfile-inline": original } = { "dockerfile-inline": "", ...targets.app };
		if (added === undefined) expect(file ?? original).toBe(original);
		else expect(file).toMatch(new RegExp(`${added.replace(/[[\]]/g, "\\$&")}$`));
	});

	it("is read once, whatever the number of those that are built on it", async () => {
		const targets = Object.fromEntries(
			Array.from({ length: 200 }, (_, index) => [
				`t${index}`,
				inline(index === 199 ? "FROM debian\n" : child, `t${index + 1}`),
			]),
		);
		const { run } = await new RecordingBuilder({}, [printed(targets), BAKE_HELP]).build(["docker", "buildx", "bake"]);
		expect(run.err.match(/already-init/g)?.length ?? 0).toBe(198);
	});
});

describe("docker compose build", () => {
	const services = {
		web: { build: { context: "CWD", dockerfile: "web.Dockerfile", args: { A: "$$1" } }, profiles: ["p"], image: "a" },
		"compose.json": { build: { context: "CWD", dockerfile_inline: 'FROM debian\nENV A=$$B\nCMD ["x"]\n' } },
		far: { build: { context: "https://example.org/x.git" } },
		db: { image: "postgres" },
	};
	const files = { "web.Dockerfile": CHANGING };

	function model(cwd: string, chosen: object = services): string {
		return JSON.stringify({ name: "p", services: chosen }).replaceAll("CWD", cwd);
	}

	/** The path of the context is not known until the folder exists. */
	function composing(chosen: object = services): RecordingBuilder {
		return new RecordingBuilder(files, [{ to: "config --format json", out: model(".", chosen) }]);
	}

	it("gets its own model with other Dockerfiles", async () => {
		const builder = composing();
		const call = await builder.build([
			"docker",
			"compose",
			"-f",
			"c.yaml",
			"-p",
			"x",
			"--profile=p",
			"build",
			"--pull",
		]);
		expect(wordsOf(call)).toEqual([
			"docker",
			"compose",
			"--file=TMP/compose.json",
			`--project-directory=${builder.cwd}`,
			"-p",
			"x",
			"--profile=p",
			"build",
			"--pull",
		]);
		expect(builder.calls()[1]?.argv).toEqual([
			"docker",
			"compose",
			"-f",
			"c.yaml",
			"-p",
			"x",
			"--profile=p",
			"config",
			"--format",
			"json",
		]);
		const { services: changed } = definitionOf(call, "compose.json");
		expect(changed.web).toEqual({
			build: {
				...services.web.build,
				context: ".",
				dockerfile: "TMP/files/web/web.Dockerfile",
				additional_contexts: { "pidone-init": "TMP/init" },
			},
			image: "a",
		});
		expect(changed["compose.json"]?.build.dockerfile_inline).toMatch(
			/^FROM debian\nENV A=\$\$B\n.*\$\$\{TARGETARCH\}.*ENTRYPOINT/s,
		);
		expect(changed).toMatchObject({ far: services.far, db: services.db });
		expect(call.files["files/web/web.Dockerfile"]?.text).toContain(COPY);
		expect(call.run.err).toContain("far: its build context");
		expect(builder.left()).toEqual([]);
	});

	it("is asked for the services that it builds, and for those that these are built on", async () => {
		const contexts = { base: "service:db" };
		const builder = composing({
			web: { build: { context: ".", dockerfile: "web.Dockerfile", additional_contexts: contexts } },
			other: { build: { dockerfile: "nope" } },
		});
		const call = await builder.build(["docker-compose", "build", "web"]);
		expect(wordsOf(call)).toEqual(["docker-compose", "--file=TMP/compose.json", "build", "web"]);
		expect(
			builder
				.calls()
				.slice(0, 2)
				.map(({ argv }) => argv.slice(4)),
		).toEqual([["web"], ["web", "db"]]);
		expect(definitionOf(call, "compose.json").services.web?.build.additional_contexts).toEqual({
			"pidone-init": "TMP/init",
			...contexts,
		});
	});

	it("knows a base that is the result of another service", async () => {
		const builder = composing({
			web: {
				build: {
					context: ".",
					dockerfile_inline: 'FROM base\nCMD ["a"]\n',
					additional_contexts: { base: "service:other" },
				},
			},
			other: { build: { context: ".", dockerfile_inline: 'FROM debian\nENTRYPOINT ["b"]\n' } },
		});
		const { run, ...call } = await builder.build(["docker", "compose", "build"]);
		expect(run.err).toMatch(/^dockerfile_inline of web:2:1: already-init: \/sbin\/pidone/m);
		const { services: changed } = definitionOf(call, "compose.json");
		expect(changed.other?.build.dockerfile_inline).toMatch(/ENTRYPOINT \["\/sbin\/pidone", "--", "b"\]/);
		expect(changed.web?.build.dockerfile_inline).toBe('FROM base\nCMD ["a"]\n');
	});

	it("gets values of --build-arg and platforms into the rewrite", async () => {
		const inline = { web: { build: { context: ".", dockerfile_inline: 'ARG BASE=debian\nFROM $$BASE\nCMD ["x"]\n' } } };
		const run = await composing(inline).run(["docker", "compose", "build", "--build-arg", "BASE=acme/x"]);
		expect(run.err).toMatch(/^dockerfile_inline of web:3:1: unknown-base: /);
		const refused = composing({ web: { ...inline.web, platform: "linux/loong64" } });
		expect(await refused.run(["docker", "compose", "build"])).toMatchObject({
			code: 2,
			err: expect.stringContaining("pidone is not available for linux/loong64"),
		});
	});

	it("reads its files from stdin again when there is nothing to do", async () => {
		const call = await composing({ db: services.db }).build(["docker", "compose", "-f", "-", "build"], {
			input: "model",
		});
		expect(call).toMatchObject({ argv: ["docker", "compose", "-f", "-", "build"], stdin: "model" });
	});
});
