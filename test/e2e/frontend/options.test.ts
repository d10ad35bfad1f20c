import { execa } from "execa";
import { beforeAll, describe, expect, it } from "vitest";
import { runNamed } from "../helpers/containers.ts";
import { docker, engineEnv } from "../helpers/engine.ts";
import { nameContainer, nameImage, removeImageAtEnd } from "../helpers/leftovers.ts";
import { buildConfig, buildImage, readConfig, runBuild } from "./helpers/build.ts";
import { buildFrontend } from "./helpers/frontend-image.ts";
import { tellLeftOut } from "./helpers/left-out.ts";
import { withAgent } from "./helpers/ssh-agent.ts";
import { makeFolder } from "./helpers/workspace.ts";

const INIT = ["/sbin/pidone", "--"];
let frontend = "";
beforeAll(async () => {
	frontend = await buildFrontend();
});

/** Builds a Dockerfile through the frontend, and returns what the image declares. */
async function build(dockerfile: string, ...flags: readonly string[]) {
	return buildConfig(["--build-arg", `BUILDKIT_SYNTAX=${frontend}`, "-f", "-", ...flags, "."], { input: dockerfile });
}

describe.concurrent("what else a build is told", () => {
	it("is the target", async () => {
		const dockerfile =
			'FROM busybox AS one\nENTRYPOINT ["one"]\nFROM busybox AS two\nENTRYPOINT ["two"]\nFROM nowhere.invalid/x\n';
		expect(await build(dockerfile, "--target", "one")).toMatchObject({ Entrypoint: [...INIT, "one"] });
	});

	it("are build arguments, which the base may depend on, and labels", async () => {
		const dockerfile = 'ARG BASE=nowhere.invalid/x\nFROM ${BASE}\nARG WHAT\nENV WHAT=$WHAT\nLABEL a=b\nCMD ["x"]\n';
		const flags = ["--build-arg", "BASE=busybox", "--build-arg", "WHAT=a b", "--label", "c=d e"];
		expect(await build(dockerfile, ...flags)).toMatchObject({
			Entrypoint: INIT,
			Env: expect.arrayContaining(["WHAT=a b"]),
			Labels: { a: "b", c: "d e" },
		});
	});

	it("are secrets", async () => {
		const folder = makeFolder({ token: "the secret" });
		const dockerfile =
			'FROM busybox\nRUN --mount=type=secret,id=token [ "$(cat /run/secrets/token)" = "the secret" ]\nCMD ["x"]\n';
		expect(await build(dockerfile, "--secret", `id=token,src=${folder}/token`)).toMatchObject({ Entrypoint: INIT });
	});

	it("is an agent for ssh", async ({ skip }) => {
		if ((await execa("ssh-agent", ["-k"], { reject: false })).code === "ENOENT")
			return skip(tellLeftOut("ssh mounts", "ssh-agent is not installed"));
		const dockerfile = 'FROM busybox\nRUN --mount=type=ssh [ -S "$SSH_AUTH_SOCK" ]\nCMD ["x"]\n';
		expect(await withAgent((socket) => build(dockerfile, "--ssh", `default=${socket}`))).toMatchObject({
			Entrypoint: INIT,
		});
	});

	it("are named contexts: a folder, and an image in place of a base", async () => {
		const base = await buildImage(["-"], { input: 'FROM busybox\nENTRYPOINT ["base"]\nCMD ["a"]\n' });
		const dockerfile = 'FROM nowhere.invalid/x\nCOPY --from=folder kept /\nCMD ["b"]\n';
		const contexts = [
			"--build-context",
			`folder=${makeFolder({ kept: "" })}`,
			"--build-context",
			`nowhere.invalid/x=docker-image://${base}`,
		];
		expect(await build(dockerfile, ...contexts)).toMatchObject({ Entrypoint: [...INIT, "base"], Cmd: ["b"] });
	});

	it("is the user of the base image, who stays", async () => {
		const base = await buildImage(["-"], { input: 'FROM busybox\nUSER 1234:5678\nENTRYPOINT ["base"]\n' });
		const image = await buildImage(["--build-arg", `BUILDKIT_SYNTAX=${frontend}`, "-"], {
			input: `FROM ${base}\nENTRYPOINT ["id", "-u"]\n`,
		});
		expect(await readConfig(image)).toMatchObject({ Entrypoint: [...INIT, "id", "-u"], User: "1234:5678" });
		expect((await runNamed(nameContainer(), image)).stdout).toBe("1234");
	});

	it("is another frontend, which the Dockerfile names: ours under another name stands in for it", async () => {
		const other = removeImageAtEnd(`pidone-e2e-frontend/other:${process.pid}`);
		await docker("tag", frontend, other);
		const input = `# syntax=${other}\nFROM busybox\nSHELL ["/bin/ash", "-ec"]\nENTRYPOINT sleep 1\n`;
		const words = ["--build-arg", `BUILDKIT_SYNTAX=${frontend}`, "--tag", nameImage(), "-f", "-", "."];
		const { exitCode, output } = await runBuild(words, { input });
		expect(exitCode, output).toBe(0);
		expect(output).toContain(`docker-image://docker.io/${other}`);
		expect(await readConfig(words[3] ?? "")).toMatchObject({
			Entrypoint: ["/sbin/pidone", "-g", "--", "/bin/ash", "-ec", "sleep 1"],
		});
	});
});

describe.concurrent("settings", () => {
	const set = (setting: string) => ["--build-arg", setting];

	it.each<[setting: string, wanted: Record<string, unknown>]>([
		["PIDONE_OFF=1", { Entrypoint: null }],
		["PIDONE_OFF=false", { Entrypoint: INIT }],
		["PIDONE_INIT=pidone,-g,-v", { Entrypoint: ["/sbin/pidone", "-g", "-v", "--"] }],
		["PIDONE_TARGETS=a,app", { Entrypoint: INIT }],
		["PIDONE_TARGETS=a,b", { Entrypoint: null }],
	])("%s", async (setting, wanted) => {
		const config = await build('FROM busybox AS app\nCMD ["x"]\n', ...set(setting));
		expect({ Entrypoint: null, ...config }).toMatchObject({ ...wanted, Cmd: ["x"] });
	});

	it("PIDONE_INHERITED=1 puts an init in front of what the base runs", async () => {
		const dockerfile = "FROM busybox\nENV A=b\n";
		const [without, inherited] = await Promise.all([
			build(dockerfile),
			build(dockerfile, ...set("PIDONE_INHERITED=1")),
		]);
		expect({ Entrypoint: null, ...without }).toMatchObject({ Entrypoint: null, Cmd: ["sh"] });
		expect(inherited).toMatchObject({ Entrypoint: INIT, Cmd: ["sh"] });
	});

	it("PIDONE_INIT=tini and PIDONE_INSTALL take another init, from an image or a named context", async () => {
		const tini = await buildImage(["."], {
			files: { Dockerfile: "FROM scratch\nCOPY tini /sbin/tini\nCOPY tini /tini-static-amd64\n", tini: "#!/bin/sh\n" },
		});
		const dockerfile = 'FROM busybox\nCMD ["x"]\n';
		const config = await build(dockerfile, ...set("PIDONE_INIT=tini"), ...set(`PIDONE_INSTALL=image:${tini}`));
		expect(config).toMatchObject({ Entrypoint: ["/sbin/tini", "--"], Cmd: ["x"] });
	});
});

describe.concurrent("builders of several images", () => {
	it("bake gives a base that is another target: its ENTRYPOINT comes after the init", async () => {
		const image = nameImage();
		const files = {
			"docker-bake.hcl": `target "base" { dockerfile = "base.Dockerfile" }
target "default" {
  contexts = { base = "target:base" }
  args = { BUILDKIT_SYNTAX = "${frontend}" }
  tags = ["${image}"]
}
`,
			"base.Dockerfile": 'FROM busybox\nUSER 1000\nENTRYPOINT ["base"]\nCMD ["a"]\n',
			Dockerfile: 'FROM base\nCMD ["b"]\n',
		};
		await execa("docker", ["buildx", "bake"], { cwd: makeFolder(files), env: engineEnv });
		expect(await readConfig(image)).toMatchObject({ Entrypoint: [...INIT, "base"], Cmd: ["b"], User: "1000" });
	});

	it("compose passes its build arguments on", async () => {
		const image = nameImage();
		const compose = { services: { app: { image, build: { context: ".", args: { BUILDKIT_SYNTAX: frontend } } } } };
		const cwd = makeFolder({ "compose.yaml": JSON.stringify(compose), Dockerfile: 'FROM busybox\nCMD ["x"]\n' });
		await execa("docker", ["compose", "build", "app"], { cwd, env: engineEnv });
		expect(await readConfig(image)).toMatchObject({ Entrypoint: INIT, Cmd: ["x"] });
	});

	it("without BuildKit, the frontend is ignored without a message, and the image has no init", async () => {
		const image = nameImage();
		const input = `# syntax=${frontend}\nFROM busybox\nCMD ["x"]\n`;
		const words = ["build", "--tag", image, "--build-arg", `BUILDKIT_SYNTAX=${frontend}`, "-"];
		await execa("docker", words, { env: { ...engineEnv, DOCKER_BUILDKIT: "0" }, input });
		expect({ Entrypoint: null, ...(await readConfig(image)) }).toMatchObject({ Entrypoint: null, Cmd: ["x"] });
	});
});
