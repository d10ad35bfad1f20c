import { describe, expect, it } from "vitest";
import { BROKEN, CHANGING } from "../run-cli.ts";
import { RecordingBuilder } from "./recording-builder.ts";

const files = {
	Dockerfile: CHANGING,
	"broken/Dockerfile": BROKEN,
	"empty/x": "",
	"user/Dockerfile": 'FROM gcr.io/distroless/static:nonroot\nCMD ["x"]\n',
	"stage/Dockerfile": 'FROM debian AS pidone-init\nFROM debian\nCMD ["x"]\n',
	"nul/Dockerfile": "FROM debian\n# \0\nCMD x\n",
	"Containerfile.in": CHANGING,
	"tini/Dockerfile": 'FROM scratch\nCOPY a /a\nCMD ["/a"]\n',
	"config/Dockerfile": CHANGING,
	"config/.pidone.yaml": "inti: tini\n",
	"docker-bake.hcl": "",
};

/** Commands that cannot be run: the message, and the exit code. */
const cases: readonly (readonly [words: readonly string[], told: RegExp, code?: number])[] = [
	[[], /^pidone: no command to run: write it after --/],
	[["make", "image"], /^pidone: make: pidone does not know this builder: pass docker build, .* after --$/m],
	[["docker"], /^pidone: docker: does not build images/],
	[["docker", "run", "--rm", "x"], /^pidone: docker run: does not build images/],
	[["docker", "buildx", "ls"], /^pidone: docker buildx ls: does not build images/],
	[["docker", "compose", "up", "--build"], /^pidone: docker compose up: does not build images/],
	[["buildah", "from", "x"], /^pidone: buildah from: does not build images/],
	[["docker", "build"], /^pidone: docker build: needs a build context: add a directory, such as \.$/m],
	[["docker", "build", "a", "b"], /^pidone: docker build: needs one build context, but got 2: a, b$/m],
	[["docker", "build", "nowhere"], /^pidone: docker build nowhere: the build context does not exist$/m],
	[["docker", "build", "Dockerfile"], /^pidone: docker build Dockerfile: the build context does not exist$/m],
	[
		["docker", "build", "empty"],
		/^pidone: empty\/Dockerfile: no such file: name the Dockerfile with docker build --file$/m,
	],
	[
		["podman", "build", "empty"],
		/^pidone: empty\/Containerfile: no such file: name the Dockerfile with podman build --file$/m,
	],
	[["docker", "build", "-f", "nope", "."], /^pidone: nope: no such file/],
	[["docker", "build", "-f", "empty", "."], /^pidone: empty: is a directory, not a Dockerfile$/m],
	[
		["docker", "build", "broken"],
		/^broken\/Dockerfile:2:1: does not parse: unknown instruction: RUNN\npidone: docker build was not started$/m,
		4,
	],
	[["docker", "build", "nul"], /^pidone: nul\/Dockerfile:2:3: has a NUL byte/],
	[
		["docker", "build", "--target", "nope", "."],
		/^Dockerfile: target: "nope": no such stage; .*\npidone: docker build was not started$/m,
	],
	[
		["docker", "build", "stage"],
		/^stage\/Dockerfile: the stage name pidone-init is also the named context of the init: rename the stage$/m,
	],
	[
		["docker", "build", "https://example.org/x.git#main"],
		/is fetched by the builder.*git clone it first.*docker build --file - https:.* < Dockerfile$/m,
	],
	[["docker", "build", "git@github.com:a/b.git"], /is fetched by the builder.*git clone it first/],
	[["docker", "build", "github.com/a/b"], /is fetched by the builder.*git clone it first/],
	[["docker", "build", "https://example.org/x.tar.gz"], /is fetched by the builder.*download and unpack it first/],
	[
		["docker", "build", "-f", "https://example.org/Dockerfile", "."],
		/--file https:\S+: is fetched by the builder.*pidone build -- docker build --file - \. < Dockerfile$/m,
	],
	[
		["podman", "build", "-f", "Dockerfile", "-f", "b", "."],
		/^pidone: podman build: --file names 2 files to concatenate/,
	],
	[["podman", "build", "--from", "x", "."], /^pidone: podman build --from: replaces the first FROM/],
	[["podman", "build", "--build-arg-file", "x", "."], /^pidone: podman build --build-arg-file: is not supported/],
	[["podman", "build", "-f", "Containerfile.in", "."], /^pidone: Containerfile\.in: is preprocessed before the build/],
	[["docker", "build", "config"], /inti/],
];

describe("a command that cannot be run", () => {
	it.each(cases.map(([words, told, code = 2]) => ({ words, told, code })))(
		"$words is reported, and no builder is started",
		async ({ words, told, code }) => {
			const builder = new RecordingBuilder(files);
			const run = await builder.run(words);
			expect(run).toEqual({ code, out: "", err: expect.stringMatching(told) });
			expect(run.err).not.toMatch(/BUG|^\s+at /m);
			expect(builder.builds()).toEqual([]);
			expect(builder.left()).toEqual([]);
		},
	);
});

describe("an init that cannot be had", () => {
	it.each([
		["a base without a package manager", ["--init", "tini"], "tini", /^tini\/Dockerfile:3:1: cannot-install: /],
		[
			"a platform without one, also when --quiet",
			["-q"],
			".",
			/^Dockerfile:3:1: cannot-install: pidone is not available for linux\/loong64/,
		],
	])("keeps the builder from being started: %s", async (_, options, context, told) => {
		const builder = new RecordingBuilder(files);
		const words = ["docker", "build", ...(context === "." ? ["--platform=linux/loong64"] : []), context];
		expect(await builder.run(words, { options })).toEqual({ code: 2, out: "", err: expect.stringMatching(told) });
		expect(builder.builds()).toEqual([]);
	});

	it("is no reason not to build the Dockerfile when exempted by a comment", async () => {
		const builder = new RecordingBuilder({
			Dockerfile: 'FROM scratch\nCOPY a /a\n# pidone ignore=rewritten no package manager\nCMD ["/a"]\n',
		});
		const call = await builder.build(["docker", "build", "."], { options: ["--init", "tini"] });
		expect(call.argv).toEqual(["docker", "build", "."]);
	});

	it("counts in the stage that is built alone", async () => {
		const text = 'FROM scratch AS other\nCOPY a /a\nCMD ["/a"]\nFROM debian AS app\nCMD ["x"]\n';
		const call = await new RecordingBuilder({ Dockerfile: text }).build(["docker", "build", "--target=app", "."], {
			options: ["--init", "tini"],
		});
		expect(call.run.code).toBe(0);
		const other = await new RecordingBuilder({ Dockerfile: text }).run(["docker", "build", "--target=Other", "."], {
			options: ["--init", "tini"],
		});
		expect(other.code).toBe(2);
	});
});
