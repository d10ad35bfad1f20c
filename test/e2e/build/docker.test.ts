import { readFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { cliFile } from "../../cli/built-cli.ts";
import { docker, engineEnv } from "../helpers/engine.ts";
import { imageName, makeContext, pidone, pidoneBuild, readImage, runImage } from "./helpers/pidone-build.ts";

const DOCKERFILE =
	'FROM busybox\nARG WHO=nobody\nWORKDIR /srv\nCOPY . .\nRUN echo "$WHO" > /who\nUSER 1000\nCMD ["sh", "-c", "cat /proc/1/comm /who; ls /srv"]\n';
const files = {
	Dockerfile: DOCKERFILE,
	"app.txt": "app\n",
	"secret.txt": "secret\n",
	".dockerignore": "secret.txt\nDockerfile*\n",
};
const CLASSIC = { DOCKER_BUILDKIT: "0" };

describe("pidone build on an engine", () => {
	it.each<[what: string, words: string[], env: Record<string, string>]>([
		["docker buildx build", ["docker", "buildx", "build"], {}],
		["docker build", ["docker", "build"], {}],
		["docker build without BuildKit", ["docker", "build"], CLASSIC],
	])("%s gives what rewrite and the builder give, with the same layers except for the init", async (_, words, env) => {
		const cwd = makeContext(files);
		const name = imageName("same");
		const built = await pidoneBuild([...words, "--network", "host", "--build-arg", "WHO=me", "-t", name, "."], {
			cwd,
			env,
		});
		expect(built, built.err).toMatchObject({ code: 0, left: [] });
		expect(await runImage(name)).toBe("pidone\nme\napp.txt");
		const image = await readImage(name);
		expect(image.config).toMatchObject({ Entrypoint: ["/sbin/pidone", "--"], User: "1000", WorkingDir: "/srv" });
		expect(readFileSync(join(cwd, "Dockerfile"), "utf8")).toBe(DOCKERFILE);

		const plain = imageName("plain");
		await pidoneBuild(
			["docker", "buildx", "build", "--network", "host", "--build-arg", "WHO=me", "-t", plain, "-f", "-", "."],
			{
				cwd,
				input: `# pidone ignore=rewritten for comparison\n${DOCKERFILE}`,
			},
		);
		const plainImage = await readImage(plain);
		expect(plainImage.config.Entrypoint ?? null).toBeNull();
		if (env !== CLASSIC) expect(image.layers.slice(0, -1)).toEqual(plainImage.layers);
		expect(image.layers).toHaveLength(plainImage.layers.length + 1);

		const rewritten = imageName("rewritten");
		await pidone(cwd, "emit");
		await pidone(cwd, "rewrite", "--write", "--quiet");
		await docker("buildx", "build", "--network", "host", "--build-arg", "WHO=me", "-t", rewritten, cwd);
		// BuildKit sets this mark, and the classic builder does not.
		const { ArgsEscaped: _escaped, ...expected } = (await readImage(rewritten)).config;
		expect(image.config).toMatchObject(expected);
	});

	it("gives the labels by which buildx finds the Dockerfile in git", async () => {
		const cwd = makeContext({ "sub/Dockerfile": 'FROM busybox\nCMD ["true"]\n' });
		for (const args of [
			["init", "-q"],
			["remote", "add", "origin", "https://h/r.git"],
		])
			await execa("git", args, { cwd });
		const labelsOf = async (what: string, ...words: readonly string[]): Promise<unknown> => {
			const name = imageName(what);
			await execa(words[0] ?? "", [...words.slice(1), "docker", "build", "-t", name, "sub"], {
				cwd,
				env: { ...engineEnv, BUILDX_GIT_LABELS: "full" },
			});
			return (await readImage(name)).config.Labels;
		};
		const labels = await labelsOf("labels", process.execPath, cliFile, "build", "--");
		expect(labels).toHaveProperty(["com.docker.image.source.entrypoint"], "sub/Dockerfile");
		expect(labels).toEqual(await labelsOf("plain-labels", "env"));
	});

	it("shows the notice of the classic builder once", async () => {
		const cwd = makeContext({ Dockerfile: 'FROM busybox\nCMD ["true"]\n' });
		const built = await pidoneBuild(["docker", "build", "-t", imageName("notice"), "."], { cwd, env: CLASSIC });
		expect(built.err.split("DEPRECATED")).toHaveLength(2);
	});

	it("gives what rewrite has written its init without BuildKit too, when the architecture is said", async () => {
		const cwd = makeContext({ Dockerfile: 'FROM busybox\nCMD ["cat", "/proc/1/comm"]\n' });
		const name = imageName("architecture");
		await pidone(cwd, "emit");
		await pidone(cwd, "rewrite", "--write", "--quiet");
		const build = (...args: readonly string[]) =>
			execa("docker", ["build", "-t", name, ...args, cwd], { env: { ...engineEnv, ...CLASSIC }, reject: false });
		const { failed, stderr } = await build();
		expect({ failed, stderr }).toMatchObject({
			failed: true,
			stderr: expect.stringContaining(".pidone/pidone-linux-:"),
		});
		const architecture = await docker("version", "--format", "{{.Server.Arch}}");
		expect((await build("--build-arg", `TARGETARCH=${architecture.trim()}`)).failed).toBe(false);
		expect(await runImage(name)).toBe("pidone");
	});

	it("leaves no image with the init behind, where the classic builder has needed one", async () => {
		const cwd = makeContext(files);
		const name = imageName("classic");
		const built = await pidoneBuild(["docker", "build", "--network", "host", "-t", name, "."], { cwd, env: CLASSIC });
		expect(built, built.err).toMatchObject({ code: 0, left: [] });
		const failed = await pidoneBuild(["docker", "build", "--network", "host", "."], {
			cwd: makeContext({ Dockerfile: 'FROM busybox\nRUN exit 7\nCMD ["x"]\n' }),
			env: CLASSIC,
		});
		expect(failed).toMatchObject({ code: 7, left: [] });
		expect(failed.err).toContain("returned a non-zero code: 7");
		// Other tests run such builds on the same engine, so only these two names count.
		const names = [built, failed].map(({ out, err }) => /pidone-init:[\da-f]+/.exec(`${out}${err}`)?.[0]);
		expect(names).toEqual([expect.any(String), expect.any(String)]);
		const there = (await docker("images", "--format", "{{.Repository}}:{{.Tag}}", "pidone-init")).split("\n");
		expect(there.filter((image) => names.includes(image))).toEqual([]);
	});

	it.each<[what: string, words: string[], env: Record<string, string>]>([
		["-f - and a folder", ["-f", "-", "."], {}],
		["-f - and a folder, without BuildKit", ["-f", "-", "."], CLASSIC],
	])("takes a Dockerfile on stdin: %s", async (_, words, env) => {
		const name = imageName("stdin");
		const built = await pidoneBuild(["docker", "build", "--network", "host", "-t", name, ...words], {
			cwd: makeContext(files),
			input: DOCKERFILE,
			env,
		});
		expect(built, built.err).toMatchObject({ code: 0, left: [] });
		expect(await runImage(name)).toBe("pidone\nnobody\napp.txt");
	});

	it.each([[{}], [CLASSIC]])("takes a Dockerfile without a context on stdin with %j", async (env) => {
		const name = imageName("alone");
		const input = 'FROM busybox\nCMD ["cat", "/proc/1/comm"]\n';
		const built = await pidoneBuild(["docker", "build", "-t", name, "-"], { cwd: makeContext({}), input, env });
		expect(built, built.err).toMatchObject({ code: 0, left: [] });
		expect(await runImage(name)).toBe("pidone");
	});

	it("lets a Dockerfile's own ignore file count, and not the other", async () => {
		const name = imageName("ignore");
		const own = {
			...files,
			"sub/x.Dockerfile": DOCKERFILE,
			"sub/x.Dockerfile.dockerignore": "app.txt\nsub\n.dockerignore\nDockerfile\n",
		};
		const built = await pidoneBuild(
			["docker", "build", "--network", "host", "-t", name, "-f", "sub/x.Dockerfile", "."],
			{ cwd: makeContext(own) },
		);
		expect(built, built.err).toMatchObject({ code: 0, left: [] });
		expect(await runImage(name)).toBe("pidone\nnobody\nsecret.txt");
	});

	it("keeps the builder's own message and status when it fails", async () => {
		const cwd = makeContext({ Dockerfile: 'FROM busybox\nRUN echo why; exit 7\nCMD ["x"]\n' });
		const built = await pidoneBuild(["docker", "buildx", "build", "--progress=plain", "--network", "host", "."], {
			cwd,
		});
		expect(built).toMatchObject({ code: 1, out: "", left: [] });
		expect(built.err).toMatch(
			/did not complete successfully: exit code: 7\n(?:.*\n)*pidone: docker buildx build exited with status 1$/,
		);
	});

	it("says what is missing where docker has no buildx", async (context) => {
		const cwd = makeContext({ ...files, "config/x": "" });
		const env = { DOCKER_CONFIG: join(cwd, "config") };
		const { failed } = await execa("docker", ["buildx", "version"], { env: { ...engineEnv, ...env }, reject: false });
		context.skip(!failed, "buildx lies in a folder that every client looks in");
		for (const words of [
			["docker", "buildx", "build", "."],
			["docker", "buildx", "bake"],
		]) {
			const built = await pidoneBuild(words, { cwd, env });
			expect(built).toMatchObject({
				code: 2,
				out: "",
				left: [],
				err: expect.stringMatching(/^pidone: docker buildx \w+: docker has no buildx here: install /),
			});
		}
	});

	it.each<[words: string[], env: Record<string, string>, status: number]>([
		[["docker", "buildx", "build"], {}, 1],
		[["docker", "build"], {}, 1],
		[["docker", "build"], CLASSIC, 2],
	])("keeps docker's own message when the engine cannot be reached: %j %j", async (words, env, status) => {
		const cwd = makeContext(files);
		const built = await pidoneBuild([...words, "."], { cwd, env: { ...env, DOCKER_HOST: "unix:///nonexistent.sock" } });
		expect(built).toMatchObject({ code: status, out: "", left: [] });
		expect(built.err).toMatch(/(?:Cannot connect to|failed to connect to) the [Dd]ocker/);
		expect(built.err).toMatch(/^pidone: docker /m);
		expect(built.err).not.toMatch(/BUG|^\s+at /m);
	});
});
