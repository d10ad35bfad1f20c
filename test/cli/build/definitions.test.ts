import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RecordingBuilder, wordsOf } from "./recording-builder.ts";

const CHANGING = { web: { build: { context: ".", dockerfile_inline: 'FROM debian\nCMD ["x"]\n' } } };
const UNCHANGED = { db: { image: "postgres" } };
const WARNING = 'level=warning msg="The \\"X\\" variable is not set."\n';

interface Composing {
	readonly err?: string;
	readonly files?: Readonly<Record<string, string>>;
}

function composing(services: object, { err = "", files = {} }: Composing = {}): RecordingBuilder {
	return new RecordingBuilder(files, [
		{ to: "config --format json", out: JSON.stringify({ name: "p", services }), err },
		{ to: "compose build", err },
	]);
}

describe("docker compose build", () => {
	it.each(["--parallel", "--force-rm", "--no-rm", "--compress"])("takes the old switch %s", async (option) => {
		const builder = composing(CHANGING);
		const call = await builder.build(["docker", "compose", "build", option, "web"]);
		expect(wordsOf(call)).toEqual(["docker", "compose", "--file=TMP/compose.json", "build", option, "web"]);
		expect(builder.calls().map(({ argv }) => argv.slice(-2))).toContainEqual(["json", "web"]);
	});

	it("takes --parallel before its verb with a number", async () => {
		const words = ["docker", "compose", "--parallel", "2", "--no-ansi", "build"];
		expect(wordsOf(await composing(CHANGING).build(words))).toEqual([
			"docker",
			"compose",
			"--file=TMP/compose.json",
			"--parallel",
			"2",
			"--no-ansi",
			"build",
		]);
	});

	it.each<[what: string, options: string[], files: string[], env: Record<string, string>, folder: string | undefined]>([
		["of the first file", ["-f", "sub/a.yaml", "-f", "b.yaml"], [], {}, "sub"],
		["of the first that is not stdin", ["-f", "-", "-f", "sub/a.yaml"], [], {}, "sub"],
		["where it reads stdin only", ["-f", "-"], [], {}, "."],
		["of COMPOSE_FILE", [], [], { COMPOSE_FILE: "sub/a.yaml:b.yaml" }, "sub"],
		[
			"of COMPOSE_FILE with another separator",
			[],
			[],
			{ COMPOSE_FILE: "x/b.yaml;c", COMPOSE_PATH_SEPARATOR: ";" },
			"x",
		],
		["where a file lies that compose finds", [], ["docker-compose.yml"], {}, "."],
		["that it is told", ["--project-directory", "p", "-f", "sub/a.yaml"], [], {}, undefined],
		["that it fetches, which only it knows", ["-f", "https://a/b.git"], [], {}, undefined],
	])("gets the project's folder: the one %s", async (_, options, names, env, folder) => {
		const files = Object.fromEntries(names.map((name) => [name, ""]));
		const builder = composing(CHANGING, { files });
		const call = await builder.build(["docker", "compose", ...options, "build"], { env });
		const given = call.argv.filter((word) => word.startsWith("--project-directory="));
		expect(given).toEqual(folder === undefined ? [] : [`--project-directory=${join(builder.cwd, folder)}`]);
	});

	it("gets what counts for a build, and not what compose may refuse to read again", async () => {
		const web = { ...CHANGING.web, image: "a", depends_on: { db: {} }, models: { m: null }, environment: { A: "b" } };
		const call = await composing({ web, db: { image: "d", volumes: [] } }).build(["docker", "compose", "build"]);
		expect(JSON.parse(String(call.files["compose.json"]?.text))).toEqual({
			name: "p",
			services: { web: { image: "a", depends_on: { db: {} }, build: expect.anything() }, db: { image: "d" } },
			secrets: {},
		});
	});

	it("passes compose's warnings on, once", async () => {
		const words = ["docker", "compose", "build"];
		const changed = await composing(CHANGING, { err: WARNING }).run(words);
		expect(changed.err.split(WARNING)).toHaveLength(2);
		const unchanged = await composing(UNCHANGED, { err: WARNING }).run(words);
		expect(unchanged).toMatchObject({ code: 0, err: WARNING });
	});

	describe("with an env_file that is missing, which only compose config reads", () => {
		const missing = { to: "config --format json", err: "env file /p/.env not found: stat\n", status: 1 };
		const model = JSON.stringify({ name: "p", services: CHANGING });

		it("asks compose 5 to leave these files out", async () => {
			const builder = new RecordingBuilder({}, [{ to: "--no-env-resolution", out: model }, missing]);
			const call = await builder.build(["docker", "compose", "build", "web"]);
			expect(call.run).toMatchObject({
				code: 0,
				err: expect.stringMatching(/^dockerfile_inline of web:2:1: rewritten/),
			});
			expect(
				builder
					.calls()
					.map(({ argv }) => argv.at(-1))
					.slice(-3),
			).toEqual(["web", "--no-env-resolution", "web"]);
		});

		it.each([
			{ what: "finds", options: [], variables: "", own: ["compose.yml", "compose.override.yaml"] },
			{ what: "is given", options: ["-f", "a.yaml"], variables: "", own: ["a.yaml"] },
			{
				what: "has from .env",
				options: [],
				variables: "COMPOSE_FILE=b.yaml:c.yaml\nX=a=b\n",
				own: ["b.yaml", "c.yaml"],
			},
		])("resets env_file in the files that an older compose $what", async ({ options, variables, own }) => {
			const files = { "compose.yml": "", "compose.override.yaml": "", "docker-compose.override.yml": "" };
			const builder = new RecordingBuilder(files, [
				{ to: "--no-env-resolution", err: "env file /p/.env not found: stat\n", status: 1 },
				{ to: "--file=- --progress=plain config --environment", out: variables },
				{ to: "--profile=* config --services", out: "web\ndb\n" },
				{ to: "--file=- --progress=plain config --format json", out: model },
				missing,
			]);
			await builder.build(["docker", "compose", "--progress=plain", ...options, "build", "web"]);
			const [reset] = builder.calls().filter(({ stdin }) => stdin.includes("!reset"));
			expect(reset?.stdin).toBe('services:\n  "web": { env_file: !reset null }\n  "db": { env_file: !reset null }\n');
			expect(reset?.argv.slice(2).map((word) => word.replace(`${builder.cwd}/`, ""))).toEqual([
				...[...own, "-"].map((file) => `--file=${file}`),
				...["--progress=plain", "config", "--format", "json", "web"],
			]);
		});

		it("says how to have it where nothing else works", async () => {
			const builder = new RecordingBuilder({}, [{ ...missing, to: "config" }]);
			expect(await builder.run(["docker", "compose", "build"])).toMatchObject({
				code: 2,
				err: expect.stringMatching(/^pidone: docker compose config .*env file \/p\/\.env not found: .*\n.*: create it/),
			});
		});
	});

	it("is refused with the classic builder, which has no named contexts", async () => {
		const env = { DOCKER_BUILDKIT: "0" };
		const builder = composing(CHANGING);
		expect(await builder.run(["docker", "compose", "build"], { env })).toMatchObject({
			code: 2,
			err: expect.stringContaining("docker compose build: with DOCKER_BUILDKIT=0"),
		});
		expect(builder.builds()).toEqual([]);
		expect(await composing(UNCHANGED).run(["docker", "compose", "build"], { env })).toMatchObject({ code: 0, err: "" });
	});
});

describe("docker buildx bake", () => {
	it("gets another Dockerfile with a context that it fetches, if the definition is not fetched too", async () => {
		const far = { context: "https://a/b.git", "dockerfile-inline": 'FROM debian\nCMD ["x"]\n' };
		const answers = [{ to: "--print", out: JSON.stringify({ target: { far } }) }];
		const call = await new RecordingBuilder({}, answers).build(["docker", "buildx", "bake"]);
		expect(call.files["docker-bake.json"]?.text).toContain("/sbin/pidone");
		const words = ["docker", "buildx", "bake", "https://a/b.git"];
		const fetched = await new RecordingBuilder({}, answers).build(words);
		expect(fetched).toMatchObject({ argv: words, run: { err: expect.stringContaining("far: its build context") } });
	});

	it.each([
		["of the current folder, whatever the context is", { context: "sub", dockerfile: "cwd://own/Dockerfile" }],
		[
			"of the current folder, with a context that it fetches",
			{ context: "https://a/b.git", dockerfile: "cwd://own/Dockerfile" },
		],
	])("gets another Dockerfile for one %s", async (_, web) => {
		const files = { "own/Dockerfile": 'FROM debian\nCMD ["x"]\n', "sub/Dockerfile": "FROM scratch\n" };
		const builder = new RecordingBuilder(files, [{ to: "--print", out: JSON.stringify({ target: { web } }) }]);
		const call = await builder.build(["docker", "buildx", "bake"]);
		expect(call.run.err).toMatch(/^own\/Dockerfile:2:1: rewritten/);
		expect(call.files["files/web/Dockerfile"]?.text).toContain("/sbin/pidone");
		expect(call.files["docker-bake.json"]?.text).not.toContain("cwd://");
	});

	it("gets no descriptions, which it has printed without escapes", async () => {
		const description = "for $" + "{X}";
		const target = { web: { description, "dockerfile-inline": 'FROM debian\nCMD ["x"]\n' }, other: { description } };
		const group = { default: { description, targets: ["web"] } };
		const answers = [{ to: "--print", out: JSON.stringify({ group, target: { ...target } }) }];
		const call = await new RecordingBuilder({ Dockerfile: "FROM scratch\n" }, answers).build([
			"docker",
			"buildx",
			"bake",
		]);
		expect(call.files["docker-bake.json"]?.text).not.toContain("description");
	});

	it("passes bake's warnings on, and not its progress", async () => {
		const target = { web: { "dockerfile-inline": 'FROM debian\nCMD ["x"]\n' } };
		const err = `#1 [internal] load\n#1 DONE 0.0s\nWARNING: The "X" variable is not set.\n`;
		const builder = new RecordingBuilder({}, [{ to: "--print", out: JSON.stringify({ target }), err }]);
		const { err: told } = await builder.run(["docker", "buildx", "bake"]);
		expect(told).toMatch(/^WARNING: The "X" variable is not set\.\ndockerfile-inline of web:2:1: rewritten/);
	});
});
