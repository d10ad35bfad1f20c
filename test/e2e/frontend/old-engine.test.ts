import { execa } from "execa";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type OldEngine, startOldEngine } from "../builders/helpers/old-engine.ts";
import { docker } from "../helpers/engine.ts";
import { removeImageAtEnd } from "../helpers/leftovers.ts";
import { buildFrontend } from "./helpers/frontend-image.ts";
import { tellLeftOut } from "./helpers/left-out.ts";
import { type Registry, startRegistry } from "./helpers/registry.ts";
import { makeArchive } from "./helpers/served-contexts.ts";
import { type Files, makeFolder } from "./helpers/workspace.ts";

const IMAGE = `pidone-e2e-frontend-old-${process.pid}`;
const BODY =
	'FROM busybox\nCOPY . /srv\nRUN test -e /srv/kept && ! test -e /srv/secret\nENTRYPOINT ["/srv/run"]\nCMD ["x"]\n';
const WITHOUT_CONTEXT = BODY.replace(/^(?:COPY|RUN) .*\n/gm, "");

let engine: OldEngine | string;
let registry: Registry | string;
let frontend = "";

beforeAll(async () => {
	[engine, registry] = await Promise.all([startOldEngine(), startRegistry()]);
	if (typeof engine === "string") tellLeftOut("Docker 20.10", engine);
	if (typeof registry === "string") tellLeftOut("Docker 20.10", registry);
	if (typeof engine === "string" || typeof registry === "string") return;
	frontend = removeImageAtEnd(`${registry.host}/pidone/dockerfile:1`);
	await docker("tag", await buildFrontend("--provenance=false"), frontend);
	await docker("push", "--quiet", frontend);
});
beforeEach(({ skip }) => {
	for (const missing of [engine, registry]) if (typeof missing === "string") skip(missing);
});
afterAll(async () => {
	if (typeof registry === "object") await registry.stop();
	if (typeof engine === "string") return;
	await execa("docker", ["rmi", "--force", IMAGE], { env: engine.env, reject: false });
	await engine.stop();
});

interface OldBuild {
	readonly files?: Files;
	readonly input?: string | Uint8Array;
	readonly isClassic?: boolean;
}

/** Runs `docker build` of Docker 20.10. */
async function build(words: readonly string[], { files = {}, input = "", isClassic = false }: OldBuild) {
	const env = { ...(typeof engine === "string" ? {} : engine.env), DOCKER_BUILDKIT: isClassic ? "0" : "1" };
	const args = ["build", ...(isClassic ? [] : ["--progress", "plain"]), "--network", "none", "--tag", IMAGE, ...words];
	const { exitCode, all } = await execa("docker", args, {
		env,
		cwd: makeFolder(files),
		input,
		reject: false,
		all: true,
		timeout: 120_000,
	});
	return { exitCode, output: all };
}

async function readImage(): Promise<{
	readonly Config: Record<string, unknown>;
	readonly RootFS: { readonly Layers: readonly string[] };
}> {
	const env = typeof engine === "string" ? {} : engine.env;
	return JSON.parse((await execa("docker", ["image", "inspect", "--format", "{{json .}}", IMAGE], { env })).stdout);
}

it("Docker 20.10 pulls the frontend, which copies the init from its own image: there are no named contexts", async () => {
	const files = { Dockerfile: `# syntax=${frontend}\n${BODY}`, kept: "", secret: "", ".dockerignore": "secret\n" };
	const { exitCode, output } = await build(["."], { files });
	expect(exitCode, output).toBe(0);
	expect(output).toContain(`COPY --from=${frontend} /sbin/pidone /sbin/pidone`);
	expect((await readImage()).Config).toMatchObject({ Entrypoint: ["/sbin/pidone", "--", "/srv/run"], Cmd: ["x"] });
	expect(typeof registry === "object" && registry.requests()).toEqual(
		expect.arrayContaining([expect.stringMatching(/^GET \/v2\/pidone\/dockerfile\/blobs\//)]),
	);
});

it("an image of Docker 20.10 runs with the init as PID 1", async () => {
	const { exitCode, output } = await build(["-"], {
		input: `# syntax=${frontend}\nFROM busybox\nCMD ["cat", "/proc/1/comm"]\n`,
	});
	expect(exitCode, output).toBe(0);
	const run = (...words: readonly string[]) =>
		execa("docker", words, { env: typeof engine === "string" ? {} : engine.env });
	const { stdout: container } = await run("run", "--detach", "--pull", "never", "--network", "none", IMAGE);
	await run("wait", container);
	expect((await run("logs", container)).stdout).toBe("pidone");
	await run("rm", container);
});

it.each<
	[what: string, words: readonly string[], make: (dockerfile: (body: string) => string) => OldBuild | Promise<OldBuild>]
>([
	["a folder and -f -", ["-f", "-", "."], (dockerfile) => ({ files: { kept: "" }, input: dockerfile(BODY) })],
	[
		"a folder and -f elsewhere",
		["-f", "a/Own", "b"],
		(dockerfile) => ({ files: { "a/Own": dockerfile(BODY), "b/kept": "" } }),
	],
	["- < Dockerfile", ["-"], (dockerfile) => ({ input: dockerfile(WITHOUT_CONTEXT) })],
	[
		"- < archive.tar.gz",
		["-"],
		async (dockerfile) => ({ input: await makeArchive({ kept: "", Dockerfile: dockerfile(BODY) }, "--gzip") }),
	],
])("Docker 20.10 builds %s", async (_, words, make) => {
	const { exitCode, output } = await build(words, await make((body) => `# syntax=${frontend}\n${body}`));
	expect(exitCode, output).toBe(0);
	expect((await readImage()).Config).toMatchObject({ Entrypoint: ["/sbin/pidone", "--", "/srv/run"], Cmd: ["x"] });
});

it("Docker 20.10 reports mistakes with their lines", async () => {
	const failing = await build(["-"], { input: `# syntax=${frontend}\nFROM busybox\nENTRYPOINT x\nRUN exit 7\n` });
	expect(failing).toMatchObject({ exitCode: 1, output: expect.stringMatching(/RUN exit 7(?:.*\n)*.*exit code: 7/) });
	const unknown = await build(["-"], { input: `# syntax=${frontend}\nFROM busybox\nRNU x\n` });
	expect(unknown).toMatchObject({
		exitCode: 1,
		output: expect.stringMatching(/parse error line 3: unknown instruction: RNU/),
	});
});

it("Docker 20.10 without BuildKit skips any frontend, and says nothing of it", async () => {
	const { exitCode, output } = await build(["-"], {
		input: `# syntax=${frontend}\nFROM busybox\nCMD ["x"]\n`,
		isClassic: true,
	});
	expect(exitCode, output).toBe(0);
	expect(output).not.toMatch(/syntax|pidone\/dockerfile/);
	expect((await readImage()).Config).toMatchObject({ Entrypoint: null, Cmd: ["x"] });
});
