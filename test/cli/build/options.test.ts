import { describe, expect, it } from "vitest";
import { BROKEN, CHANGING, NOTHING, runShell } from "../run-cli.ts";
import { RecordingBuilder, wordsOf } from "./recording-builder.ts";

const files = { Dockerfile: CHANGING };

describe("the words of the command", () => {
	it.each<[what: string, words: string[], passed: string[]]>([
		["sudo", ["sudo", "-E", "docker", "build", "."], ["sudo", "-E", "docker", "build"]],
		[
			"sudo for a user called docker",
			["sudo", "-u", "docker", "docker", "build", "."],
			["sudo", "-u", "docker", "docker", "build"],
		],
		[
			"the engine's options",
			["docker", "--context", "far", "-H=tcp://x", "--debug", "build", "."],
			["docker", "--context", "far", "-H=tcp://x", "--debug", "build"],
		],
		[
			"buildx and its options",
			["docker", "buildx", "--builder", "b", "build", "."],
			["docker", "buildx", "--builder", "b", "build"],
		],
		["an alias", ["docker", "buildx", "b", "."], ["docker", "buildx", "b"]],
		["docker image", ["docker", "image", "build", "."], ["docker", "image", "build"]],
		[
			"podman's options",
			["podman", "--root", "/x", "--remote", "build", "."],
			["podman", "--root", "/x", "--remote", "build"],
		],
		["buildah", ["buildah", "--storage-driver", "vfs", "build", "."], ["buildah", "--storage-driver", "vfs", "build"]],
		["nerdctl", ["nerdctl", "-n", "k8s.io", "build", "."], ["nerdctl", "-n", "k8s.io", "build"]],
	])("may begin with %s", async (_, words, passed) => {
		const call = await new RecordingBuilder(files).build(words);
		expect(wordsOf(call)).toEqual([
			...passed,
			"--file=TMP/files/Dockerfile",
			"--build-context=pidone-init=TMP/init",
			".",
		]);
	});

	it("reach the builder with what they are quoted for", async () => {
		const odd = [
			"--label",
			"a=b c",
			"--tag=x",
			"--label=d='e'\n\"f\" $g `h` \\",
			"--build-arg",
			"EMPTY=",
			"--secret",
			"id=s,src=a b",
		];
		const call = await new RecordingBuilder(files).build(["docker", "build", ...odd, "."]);
		expect(wordsOf(call).slice(4)).toEqual([...odd, "."]);
	});

	it.each([
		[["docker", "build", "--new-option", "."], "--new-option", "."],
		[["docker", "build", "-Z", "x", "."], "-Z", "x"],
		[["docker", "build", "-Zfoo", "."], "-Z", "foo"],
		[["docker", "buildx", "bake", "--unknown", "web"], "--unknown", "web"],
	])("%j are refused, since it cannot be known what they mean", async (words, option, next) => {
		const builder = new RecordingBuilder(files);
		expect(await builder.run(words)).toMatchObject({
			code: 2,
			out: "",
			err: expect.stringContaining(
				`pidone does not know the option ${option}, or whether "${next}" is its value: write ${option}=VALUE, or ${option}=true\n`,
			),
		});
		expect(builder.calls()).toEqual([]);
	});

	it("may be unknown options that are joined with their values", async () => {
		const call = await new RecordingBuilder(files).build(["docker", "build", "--new-option=a", "-Z=b", "."]);
		expect(wordsOf(call).slice(4)).toEqual(["--new-option=a", "-Z=b", "."]);
	});

	it.each([
		["docker", "build", "--help"],
		["docker", "build", "-h"],
		["docker", "build", "--check", "."],
		["docker", "build", "--call=outline", "."],
		["docker", "buildx", "build", "--call", "check,format=json", "nowhere"],
		["docker", "buildx", "bake", "--print"],
		["docker", "buildx", "bake", "--list=targets"],
		["docker", "compose", "build", "--print"],
	])("%s %s %s are passed on as they are when they only tell something", async (...words) => {
		const builder = new RecordingBuilder({ Dockerfile: BROKEN }, [
			{ to: "docker", out: "told\n", err: "also told\n", status: 3 },
		]);
		expect(await builder.run(words)).toEqual({ code: 3, out: "told\n", err: "also told\n" });
		// If the plugin is not in any of the usual places, pidone first asks whether it exists.
		expect(builder.calls().filter(({ argv }) => argv.at(-1) !== "version")).toMatchObject([{ argv: words, stdin: "" }]);
	});

	it("are a build with --check=false and --call=build", async () => {
		const call = await new RecordingBuilder(files).build(["docker", "build", "--check=false", "--call=build", "."]);
		expect(wordsOf(call)).toEqual([
			"docker",
			"build",
			"--file=TMP/files/Dockerfile",
			"--build-context=pidone-init=TMP/init",
			"--check=false",
			"--call=build",
			".",
		]);
	});

	it("do without -- as long as they have no options", async () => {
		const builder = new RecordingBuilder(files);
		const { code } = await runShell("pidone build docker build . < /dev/null", { cwd: builder.cwd, env: builder.env });
		expect({ code, builds: builder.builds().length }).toEqual({ code: 0, builds: 1 });
	});
});

describe("the streams", () => {
	it("are the builder's, and pidone speaks on stderr alone", async () => {
		const builder = new RecordingBuilder(files, [{ to: "--file", out: "sha256:123\n", err: "#1 progress\n" }]);
		const { run } = await builder.build(["docker", "build", "-q", "."]);
		expect(run.out).toBe("sha256:123\n");
		expect(run.err).toMatch(/^Dockerfile:3:1: rewritten: .*\n#1 progress\n$/);
	});

	it("give our stdin to a builder that does not get its Dockerfile there", async () => {
		const call = await new RecordingBuilder(files).build(["docker", "build", "."], { input: "yes\n" });
		expect(call.stdin).toBe("yes\n");
	});

	it.each<[option: string[], text: string, err: RegExp]>([
		[[], CHANGING, /^Dockerfile:3:1: rewritten: .*\n$/],
		[["--quiet"], CHANGING, /^$/],
		[["--verbose"], CHANGING, /^Dockerfile:3:1: rewritten: .*\n$/],
		[[], NOTHING, /^Dockerfile:1:1: no-command: .*\n$/],
		[["--quiet"], NOTHING, /^$/],
		[
			[],
			"FROM nginx\nCOPY a b\n",
			/^Dockerfile:1:1: inherited-command: runs its base's own command, .*: pass --inherited to restate it after the init\n$/,
		],
		[["--quiet"], "FROM nginx\nCOPY a b\n", /^$/],
		[[], 'FROM debian\nENTRYPOINT ["tini", "x"]\n', /^Dockerfile:2:1: already-init: tini runs as PID 1\n$/],
		[[], 'FROM nginx AS a\nFROM debian\nCMD ["x"]\n', /^Dockerfile:3:1: rewritten: .*\n$/],
		[["--verbose"], NOTHING, /^Dockerfile:1:1: no-command: .*\n$/],
	])("say with %j what becomes of the stages", async (options, text, err) => {
		const { run } = await new RecordingBuilder({ Dockerfile: text }).build(["docker", "build", "."], { options });
		expect(run.err).toMatch(err);
	});

	it("say at the end with which status the builder has failed, except with --quiet", async () => {
		const run = (options: string[]) =>
			new RecordingBuilder(files, [{ to: "--file", err: "failed\n", status: 9 }]).run(["docker", "build", "."], {
				options,
			});
		expect((await run([])).err).toMatch(/failed\npidone: docker build exited with status 9\n$/);
		expect((await run(["--quiet"])).err).toBe("failed\n");
	});

	it("state what is known about a base image", async () => {
		const { run } = await new RecordingBuilder({ Dockerfile: 'FROM acme/x\nCMD ["x"]\n' }).build([
			"docker",
			"build",
			".",
		]);
		expect(run).toMatchObject({
			code: 0,
			err: expect.stringMatching(/^Dockerfile:2:1: unknown-base: .*--base-entrypoint/),
		});
	});
});

describe("--dry-run", () => {
	const builder = (texts: Readonly<Record<string, string>> = files) => new RecordingBuilder(texts);
	const dry = (each: RecordingBuilder, words: readonly string[], rest: Parameters<RecordingBuilder["run"]>[1] = {}) =>
		each.run(words, { ...rest, options: ["--dry-run", ...(rest.options ?? [])] });

	it("prints the diff and a command that a shell reads back", async () => {
		const odd = "a 'b\" $c";
		const each = builder({ [`${odd}/Dockerfile`]: CHANGING });
		const words = ["docker", "build", "--label", "x='y' \"z\" \\ `w`\n", "--tag=", odd];
		const { code, out } = await dry(each, words);
		expect(code).toBe(0);
		expect(each.left()).toEqual([]);
		const [, diff = "", command = ""] = /^(---.*?\n)(docker .*)$/s.exec(out) ?? [];
		expect(diff).toContain("\n+ENTRYPOINT ");
		const read = await runShell(`set -- ${command}printf '%s\\0' "$@"`, { cwd: each.cwd });
		const folder = `${each.tmp}/pidone-XXXXXX`;
		expect(read.out.split("\0").slice(0, -1)).toEqual([
			"docker",
			"build",
			`--file=${folder}/files/Dockerfile`,
			`--build-context=pidone-init=${folder}/init`,
			...words.slice(2),
		]);
	});

	it("prints the command as it was given when there is nothing to do", async () => {
		const { out } = await dry(builder({ Dockerfile: NOTHING }), ["docker", "build", "-q", "."]);
		expect(out).toBe("docker build -q .\n");
	});

	const printedBake = JSON.stringify({ group: {}, target: { web: { context: ".", dockerfile: "Dockerfile" } } });
	const printedCompose = JSON.stringify({
		name: "p",
		services: { web: { build: { context: ".", dockerfile: "Dockerfile" } } },
	});

	it.each<[words: string[], rest?: { options?: string[]; input?: string; env?: Record<string, string> }]>([
		[["docker", "build", "."]],
		[["docker", "build", "."], { env: { DOCKER_BUILDKIT: "0" } }],
		[["docker", "build", "."], { env: { DOCKER_BUILDKIT: "1" } }],
		[["docker", "buildx", "build", "."]],
		[["sudo", "docker", "build", "."], { options: ["--inspect", "docker"] }],
		[["docker", "build", "--check", "."]],
		[["docker", "buildx", "build", "--call=outline", "."]],
		[["docker", "buildx", "bake", "--print"]],
		[["docker", "buildx", "bake", "--list=targets"]],
		[["docker", "compose", "build", "--print"]],
		[["podman", "build", "--help"]],
		[["podman", "build", "."]],
		[["nerdctl", "build", "."]],
		[["docker", "buildx", "bake"]],
		[["docker", "compose", "build"]],
		[["docker", "buildx", "bake", "-f", "-"], { input: printedBake }],
		[["docker", "compose", "-f", "-", "build"], { input: printedCompose }],
	])("starts nothing: %j %j", async (words, rest) => {
		const each = builder();
		await dry(each, words, rest);
		expect(each.calls()).toEqual([]);
		expect(each.left()).toEqual([]);
	});

	it.each([
		["docker", "build", "--check", "a b"],
		["docker", "buildx", "bake", "--print", "web"],
		["docker", "buildx", "bake", "--list=targets"],
		["docker", "build", "--help"],
	])("prints a command that only tells something as it was given: %s %s %s", async (...words) => {
		expect(await dry(builder(), words)).toEqual({
			code: 0,
			out: `${words.join(" ").replace("a b", "'a b'")}\n`,
			err: "",
		});
	});

	it("says what the classic builder would get", async () => {
		const { out } = await dry(builder(), ["docker", "build", "--platform=linux/arm64", "."], {
			env: { DOCKER_BUILDKIT: "0" },
		});
		expect(out).toMatch(/^\+COPY --from=pidone-init:\w+ \/sbin\/pidone \/sbin\/pidone$/m);
		expect(out).toMatch(
			/^docker build --quiet --tag=pidone-init:\w+ --platform=linux\/arm64 .*\/image\ndocker build --file=.*\ndocker image rm --force pidone-init:\w+\n$/m,
		);
	});

	it("says what it takes for granted, except with --quiet", async () => {
		const asked = async (options: string[], env = {}) =>
			(await dry(builder(), ["docker", "build", "."], { options, env })).err;
		expect(await asked([])).toMatch(
			/^--dry-run starts nothing: docker build is assumed to use BuildKit; the classic builder would get the init as a local image$/m,
		);
		expect(await asked([], { DOCKER_BUILDKIT: "0" })).toMatch(
			/^--dry-run starts nothing: the engine is assumed to run on linux\/\w+; pass --platform if not$/m,
		);
		expect(await asked(["--inspect", "podman"])).toMatch(/^--dry-run starts nothing: --inspect podman is ignored$/m);
		expect(await asked(["--quiet", "--inspect", "podman"])).toBe("");
	});

	it.each([
		[
			["docker", "buildx", "bake", "-f", "a.hcl", "web"],
			"docker buildx bake --print -f a.hcl web | pidone build --dry-run -- docker buildx bake --file=- web",
		],
		[
			["docker", "buildx", "bake", "-f", "-"],
			"docker buildx bake --print -f - | pidone build --dry-run -- docker buildx bake --file=-",
		],
		[
			["docker", "compose", "-f", "c.yaml", "-p", "x", "build", "web"],
			"docker compose -f c.yaml -p x config --format json web | pidone build --dry-run -- docker compose --file=- -p x build web",
		],
	])("needs what %j prints", async (words, how) => {
		const run = await dry(builder(), words, { input: 'variable "x" {}' });
		expect(run).toEqual({
			code: 2,
			out: "",
			err: expect.stringContaining(`--dry-run starts nothing: pipe in what it prints, as in ${how}\n`),
		});
	});

	it("takes what bake and compose print on stdin", async () => {
		const bake = await dry(builder(), ["docker", "buildx", "bake", "-f", "-"], { input: printedBake });
		expect(bake).toMatchObject({
			code: 0,
			out: expect.stringMatching(
				/^\+ENTRYPOINT .*\n(?:.*\n)*docker buildx bake --file=.*\/docker-bake\.json --allow=fs\.read=.*\n$/m,
			),
		});
		const compose = await dry(builder(), ["docker", "compose", "-f", "-", "build"], { input: printedCompose });
		expect(compose).toMatchObject({
			code: 0,
			out: expect.stringMatching(
				/^\+ENTRYPOINT .*\n(?:.*\n)*BUILDX_BAKE_ENTITLEMENTS_FS=0 docker compose --file=.*\/compose\.json --project-directory=.* build\n$/m,
			),
		});
	});

	it.each([
		["a variable", ["docker", "buildx", "bake", "-f", "-"], '{"variable": {"A": {}}, "target": {"a": {}}}'],
		[
			"a target that has something from another",
			["docker", "buildx", "bake", "-f", "-"],
			'{"target": {"a": {"inherits": ["b"]}}}',
		],
		["a matrix", ["docker", "buildx", "bake", "-f", "-"], '{"target": {"a": {"matrix": {}}}}'],
		[
			"a build that is not spelled out",
			["docker", "compose", "-f", "-", "build"],
			'{"name": "p", "services": {"a": {"build": "."}}}',
		],
		["no JSON", ["docker", "compose", "-f", "-", "build"], "services: {}\n"],
	])("does not take for printed what is not: %s", async (_, words, input) => {
		expect(await dry(builder(), words, { input })).toMatchObject({
			code: 2,
			out: "",
			err: expect.stringContaining("pipe in what it prints"),
		});
	});
});
