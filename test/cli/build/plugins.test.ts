import { describe, expect, it } from "vitest";
import { CHANGING } from "../run-cli.ts";
import { type Answer, RecordingBuilder } from "./recording-builder.ts";

const files = { Dockerfile: CHANGING };
/** What clients without the plugin say, by age; Docker's clients print this for any word that they do not know. */
const WORDS = [
	"docker: 'buildx' is not a docker command.\nSee 'docker --help'\n",
	"docker: unknown command: docker buildx\n\nRun 'docker --help' for more information\n",
];
const missing = (err: string): Answer[] => [
	{ to: "docker --context x buildx version", err, status: 1 },
	{ to: "docker buildx version", err, status: 1 },
	{ to: "docker compose version", err, status: 1 },
];

describe("a plugin that docker's client does not have", () => {
	it.each(
		[
			["docker", "buildx", "build", "."],
			["docker", "--context", "x", "buildx", "--builder", "b", "build", "."],
			["docker", "buildx", "build", "--check", "."],
			["docker", "buildx", "bake"],
			["docker", "compose", "-f", "c.yaml", "build", "web"],
		].flatMap((words) => WORDS.map((err) => ({ words, err }))),
	)("is reported with what to install, and nothing is started: $words $err", async ({ words, err }) => {
		const builder = new RecordingBuilder(files, missing(err));
		const plugin = words.includes("compose") ? "compose" : "buildx";
		const name = ["docker", plugin, ...["build", "bake"].filter((verb) => words.includes(verb))].join(" ");
		const told = new RegExp(
			`^pidone: ${name}: docker has no ${plugin} here: install the package docker-${plugin}-plugin of .*\\n$`,
		);
		expect(await builder.run(words)).toEqual({ code: 2, out: "", err: expect.stringMatching(told) });
		expect(builder.calls()).toHaveLength(1);
	});

	it("is reported where DOCKER_BUILDKIT asks for it", async () => {
		const err = "ERROR: BuildKit is enabled but the buildx component is missing or broken.\n";
		const builder = new RecordingBuilder(files, [{ to: "build --help", err, status: 1 }]);
		const run = await builder.run(["docker", "build", "."], { env: { DOCKER_BUILDKIT: "1" } });
		expect(run).toMatchObject({
			code: 2,
			out: "",
			err: expect.stringMatching(/^pidone: docker build: docker has no buildx here: install the package /),
		});
	});

	it.each<[what: string, words: string[], answers: Answer[], files?: Record<string, string>]>([
		[
			"where it is in a usual place",
			["docker", "buildx", "build", "."],
			missing(WORDS[0] ?? ""),
			{ "config/cli-plugins/docker-buildx": "" },
		],
		["where the client says that it is there", ["docker", "buildx", "build", "."], []],
		[
			"where the client says something else",
			["docker", "buildx", "build", "."],
			[{ to: "buildx version", err: "Error: unrecognized command `podman buildx version`", status: 125 }],
		],
		[
			"where it is a program of its own",
			["docker-compose", "build"],
			[{ to: "config", out: '{"name": "p", "services": {}}' }],
		],
	])("is not assumed %s", async (_, words, answers, more = {}) => {
		const builder = new RecordingBuilder({ ...files, ...more }, answers);
		const { code } = await builder.run(words, { env: { DOCKER_CONFIG: `${builder.cwd}/config` } });
		expect({ code, builds: builder.builds().length }).toEqual({ code: 0, builds: 1 });
	});
});
