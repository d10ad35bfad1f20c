import { describe, expect, it } from "vitest";
import { CHANGING } from "../run-cli.ts";
import { CLASSIC, dockerfileOf, RecordingBuilder, wordsOf } from "./recording-builder.ts";

const STAGES = 'FROM debian\nCMD ["a"]\nFROM debian AS b\nCMD ["b"]\nFROM debian\nCMD ["c"]\n';
const WITH_ARG = 'ARG BASE=debian\nFROM ${BASE}\nCMD ["x"]\n';
const ADDED = "COPY --from=pidone-init pidone-linux-${TARGETARCH} /sbin/pidone";
const entry = 'ENTRYPOINT ["/sbin/pidone", "--"]';

const SCRIPT = 'FROM debian\nCOPY run.sh /\nENTRYPOINT ["/run.sh"]\n';
const SYSTEMD = "#!/bin/sh\nexec /lib/systemd/systemd\n";

/** The Dockerfile that a builder gets instead of the given one. */
async function built(
	text: string,
	words: readonly string[],
	env: Readonly<Record<string, string>> = {},
): Promise<string> {
	const call = await new RecordingBuilder({ Dockerfile: text }).build(words, { env });
	return call.argv.some((word) => word.startsWith("--file=")) ? dockerfileOf(call) : text;
}

describe("what the command says of the build", () => {
	it.each([
		[["--target", "b"], ["b"]],
		[["--target=B"], ["b"]],
		[["--target", "nope", "--target", "b"], ["b"]],
		[["--target", ""], ["c"]],
		[[], ["c"]],
		[["--target", "0"], ["a"]],
	])("%j chooses the stages %j", async (words, stages) => {
		const text = await built(STAGES, ["docker", "build", ...words, "."]);
		const changed = text.split(/^FROM /m).filter((stage) => stage.includes(entry));
		expect(changed.map((stage) => /CMD \["(\w)/.exec(stage)?.[1])).toEqual(stages);
	});

	it.each<[words: string[], env: Record<string, string>, isKnown: boolean]>([
		[["--build-arg", "BASE=acme/x"], {}, false],
		[["--build-arg=BASE=acme/x"], {}, false],
		[["--build-arg", "BASE"], { BASE: "acme/x" }, false],
		[["--build-arg", "BASE"], {}, true],
		[["--build-arg", "OTHER=acme/x"], { BASE: "acme/x" }, true],
		[["--build-arg", "BASE=acme/x", "--build-arg", "BASE=node:20"], {}, true],
	])("%j with %j decides whether the base is known: %j", async (words, env, isKnown) => {
		expect((await built(WITH_ARG, ["docker", "build", ...words, "."], env)).includes(ADDED)).toBe(isKnown);
	});

	it.each<[words: string[], env: Record<string, string>, told: RegExp | undefined]>([
		[["--platform", "linux/amd64"], {}, undefined],
		[["--platform", "amd64,aarch64"], {}, undefined],
		[["--platform=linux/x86_64", "--platform", "linux/arm64/v8"], {}, undefined],
		[["--platform", "local"], {}, undefined],
		[["--platform", "linux"], {}, undefined],
		[["--platform", ""], {}, undefined],
		[["--platform", "linux/loong64"], {}, /^Dockerfile:2:1: cannot-install: .*linux\/loong64/m],
		[["--platform", "linux/amd64,linux/loong64"], {}, /cannot-install: .*linux\/loong64/],
		[[], { DOCKER_DEFAULT_PLATFORM: "linux/loong64" }, /cannot-install: .*linux\/loong64/],
		[["--platform", "arm64"], { DOCKER_DEFAULT_PLATFORM: "linux/loong64" }, undefined],
		[["--platform", "windows/amd64"], {}, /cannot-install|windows/],
		[["--platform", "no platform"], {}, /--platform no platform: is not a platform/],
	])("%j with %j can be built for", async (words, env, told) => {
		const builder = new RecordingBuilder({ Dockerfile: 'FROM debian\nCMD ["x"]\n' });
		const { code, err } = await builder.run(["docker", "build", ...words, "."], { env });
		expect({ code, builds: builder.builds().length, err }).toEqual({
			code: told ? 2 : 0,
			builds: told ? 0 : 1,
			err: told ? expect.stringMatching(told) : expect.any(String),
		});
	});

	it.each([
		[["docker", "build", "."], { Dockerfile: SCRIPT, "run.sh": SYSTEMD }, false],
		[["docker", "build", "."], { Dockerfile: SCRIPT, "run.sh": "#!/bin/sh\nexec app\n" }, true],
		[
			["docker", "build", "--file", "docker/Dockerfile", "."],
			{ "docker/Dockerfile": SCRIPT, "run.sh": SYSTEMD, "docker/run.sh": "#!/bin/sh\nexec app\n" },
			false,
		],
	])("%j reads scripts in its build context: %j is given an init: %j", async (words, files, isWrapped) => {
		const call = await new RecordingBuilder(files).build(words);
		expect(call.argv.some((word) => word.startsWith("--file=/"))).toBe(isWrapped);
	});

	it("takes podman's --arch, and not docker's default platform, for podman", async () => {
		const files = { Dockerfile: 'FROM debian\nCMD ["x"]\n' };
		const refused = await new RecordingBuilder(files).run(["podman", "build", "--arch", "loong64", "."]);
		expect(refused).toMatchObject({ code: 2, err: expect.stringContaining("linux/loong64") });
		expect(
			(
				await new RecordingBuilder(files).run(["podman", "build", "."], {
					env: { DOCKER_DEFAULT_PLATFORM: "linux/loong64" },
				})
			).code,
		).toBe(0);
	});

	it.each([
		["docker", "-ec"],
		["podman", "-c"],
		["buildah", "-c"],
	])("spells out a shell-form ENTRYPOINT with the shell that %s runs it with", async (program, option) => {
		const files = { Dockerfile: 'FROM debian\nSHELL ["/bin/sh", "-ec"]\nENTRYPOINT x\n' };
		const call = await new RecordingBuilder(files).build([program, "build", "."]);
		expect(dockerfileOf(call)).toContain(`ENTRYPOINT ["/sbin/pidone", "-g", "--", "/bin/sh", "${option}", "x"]`);
	});

	it.each([
		["an image", "FROM debian\n", "debian=docker-image://acme/x"],
		["an image by its whole name", "FROM debian\n", "docker.io/library/debian:latest=./own"],
		["an image with a tag", "FROM debian:12\n", "debian:12=docker-image://acme/x"],
		["a stage", "FROM debian AS base\nFROM base\n", "base=docker-image://acme/x"],
		["a stage in another case", "FROM debian AS Base\nFROM base\n", "base=docker-image://acme/x"],
	])("does not guess what a named context in the place of %s declares", async (_, head, context) => {
		const builder = new RecordingBuilder({ Dockerfile: `${head}CMD ["x"]\n` });
		const words = ["docker", "build", "--build-context", context, "."];
		const { run, argv } = await builder.build(words);
		expect(argv).toEqual(words);
		expect(run.err).toMatch(/^Dockerfile:\d:1: unknown-base: /);
	});

	it("counts no named context that nothing is built from", async () => {
		expect(
			await built('FROM debian\nCMD ["x"]\n', ["docker", "build", "--build-context", "debian:11=./x", "."]),
		).toContain(ADDED);
	});
});

describe("settings", () => {
	const files = { "svc/Dockerfile": 'FROM debian\nCMD ["x"]\n' };

	it("come from the config file next to the Dockerfile", async () => {
		const config = 'init: pidone\nkillOrphans: ["php-fpm*"]\n';
		const call = await new RecordingBuilder({ ...files, "svc/.pidone.yaml": config }).build([
			"docker",
			"build",
			"-f",
			"svc/Dockerfile",
			".",
		]);
		expect(dockerfileOf(call)).toContain('ENTRYPOINT ["/sbin/pidone", "--kill-orphans", "php-fpm*", "--"]');
		const stdin = await new RecordingBuilder({ ...files, "svc/.pidone.yaml": config }).build(
			["docker", "build", "-f-", "svc"],
			{
				input: files["svc/Dockerfile"],
			},
		);
		expect(stdin.stdin).toContain('"--kill-orphans", "php-fpm*"');
	});

	it("choose another init, which needs no named context", async () => {
		const call = await new RecordingBuilder({ ...files, "svc/.pidone.yaml": "init: tini\n" }).build([
			"docker",
			"build",
			"svc",
		]);
		expect(wordsOf(call)).toEqual(["docker", "build", "--file=TMP/files/Dockerfile", "svc"]);
		expect(Object.keys(call.files)).toEqual(["files/Dockerfile"]);
		expect(dockerfileOf(call)).toContain('ENTRYPOINT ["/usr/bin/tini", "--"]');
		const flag = await new RecordingBuilder(files).build(["docker", "build", "svc"], {
			options: ["--init", "dumb-init"],
		});
		expect(dockerfileOf(flag)).toContain('ENTRYPOINT ["/usr/bin/dumb-init", "--"]');
	});

	it("may say that the init lies in the build context", async () => {
		for (const [config, options] of [
			["install: copy\n", []],
			["", ["--install", "copy"]],
			["", ["--source", ".pidone"]],
		] as const) {
			const call = await new RecordingBuilder({ ...files, "svc/.pidone.yaml": config || "{}\n" }).build(
				["docker", "build", "svc"],
				{ options },
			);
			expect(dockerfileOf(call), config).toContain("COPY .pidone/pidone-linux-${TARGETARCH} /sbin/pidone\n");
			expect(wordsOf(call)).toEqual(["docker", "build", "--file=TMP/files/Dockerfile", "svc"]);
		}
	});

	it("of the config file about target, arguments and platforms count for less than the command", async () => {
		const config = "target: a\nbuildArgs: { BASE: acme/x }\nplatforms: [linux/s390x]\n";
		const call = await new RecordingBuilder({ Dockerfile: WITH_ARG, ".pidone.yaml": config }).build([
			"docker",
			"build",
			".",
		]);
		expect(dockerfileOf(call)).toContain(ADDED);
	});
});

describe("the classic builder", () => {
	it("gets the init as a local image, which is gone afterwards", async () => {
		const builder = new RecordingBuilder({ Dockerfile: CHANGING }, [...CLASSIC, { to: "--file", status: 17 }]);
		const { code, out } = await builder.run([
			"docker",
			"-H",
			"tcp://x",
			"image",
			"build",
			"--tag",
			"a",
			"--build-arg",
			"X=1",
			".",
		]);
		expect({ code, out }).toEqual({ code: 17, out: "" });
		const [init, build, remove, ...others] = builder
			.calls()
			.filter(({ argv }) => !argv.includes("--help") && !argv.includes("version"));
		const name = init?.argv.find((word) => word.startsWith("--tag="))?.slice("--tag=".length) ?? "";
		expect(name).toMatch(/^pidone-init:[0-9a-f]{12}$/);
		expect(init && wordsOf(init)).toEqual([
			"docker",
			"-H",
			"tcp://x",
			"image",
			"build",
			"--quiet",
			`--tag=${name}`,
			"TMP/image",
		]);
		expect(build && wordsOf(build)).toEqual([
			"docker",
			"-H",
			"tcp://x",
			"image",
			"build",
			"--file=TMP/files/Dockerfile",
			"--tag",
			"a",
			"--build-arg",
			"X=1",
			".",
		]);
		expect(build && dockerfileOf(build)).toContain(`COPY --from=${name} /sbin/pidone /sbin/pidone\n`);
		expect(remove?.argv).toEqual(["docker", "-H", "tcp://x", "image", "rm", "--force", name]);
		expect(others).toEqual([]);
		expect(builder.left()).toEqual([]);
	});

	it("is not asked for an image when that cannot be had", async () => {
		const files = { Dockerfile: CHANGING };
		const several = await new RecordingBuilder(files, CLASSIC).run([
			"docker",
			"build",
			"--platform",
			"linux/amd64,linux/arm64",
			".",
		]);
		expect(several).toMatchObject({
			code: 2,
			err: expect.stringContaining("without BuildKit, select exactly one platform:"),
		});
		const failing = new RecordingBuilder(files, [...CLASSIC, { to: "--quiet", err: "no space left\n", status: 1 }]);
		expect(await failing.run(["docker", "build", "."])).toMatchObject({
			code: 1,
			err: expect.stringContaining("no space left"),
		});
		expect(failing.builds()).toHaveLength(1);
		expect(failing.left()).toEqual([]);
	});

	it("builds as it was told when there is nothing to do", async () => {
		const builder = new RecordingBuilder({ Dockerfile: "FROM scratch\nCOPY a b\n" }, CLASSIC);
		expect((await builder.build(["docker", "build", "."])).argv).toEqual(["docker", "build", "."]);
	});
});

describe("a build argument that replaces TARGETARCH", () => {
	const build = (value: string, ...words: string[]): Promise<{ code: number | undefined; err: string }> =>
		new RecordingBuilder({ Dockerfile: CHANGING }).run(
			["docker", "build", `--build-arg=TARGETARCH=${value}`, ...words, "."],
			{ options: ["--dry-run"] },
		);

	it("keeps the init from being copied if it is not an architecture", async () => {
		expect(await build("x86_64")).toMatchObject({
			code: 2,
			err: expect.stringMatching(
				/the build argument TARGETARCH=x86_64 is not one of amd64, arm64: select one platform/,
			),
		});
	});

	it.each([["arm64"], ["x86_64", "--platform=linux/amd64"]])(
		"does not if it is one, or the platform is named: %s %s",
		async (value, ...words) => {
			expect(await build(value, ...words)).toMatchObject({ code: 0 });
		},
	);
});
