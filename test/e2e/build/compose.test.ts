import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, it, onTestFinished, type TestContext } from "vitest";
import { docker, engineEnv } from "../helpers/engine.ts";
import { makeContext, pidoneBuild, readImage, runImage } from "./helpers/pidone-build.ts";

const WEB =
	'FROM busybox\nARG TEXT\nCOPY . /srv\nENV TEXT=$TEXT\nCMD ["sh", "-c", "cat /proc/1/comm; echo \\"$TEXT\\"; ls /srv"]\n';

/**
 * A file that uses the features of Compose: interpolation, inline Dockerfiles, profiles, services that are build
 * contexts of other services, and a remote context.
 */
const compose = (prefix: string): string => `
services:
  web:
    build:
      context: web
      args: { TEXT: "cost $$5 \${NAME:-nobody}" }
    image: ${prefix}-web
    depends_on: [broken]
  inline:
    build:
      context: web
      additional_contexts: { base: "service:base" }
      args: { ODD: "a $$b $\${c}" }
      dockerfile_inline: |
        FROM busybox
        ARG ODD
        ENV ODD=$\${ODD} DEFAULTED=$\${NOTHING:-x}
        COPY --from=base /from-base /copied
        CMD ["sh", "-c", "cat /proc/1/comm /copied; echo \\"$$ODD\\""]
    image: ${prefix}-inline
  base:
    build:
      context: web
      dockerfile_inline: |
        FROM busybox
        COPY kept /from-base
    image: ${prefix}-base
  tool:
    build: { context: web, dockerfile: ../tool.Dockerfile, network: host }
    image: ${prefix}-tool
    profiles: [tools]
  secret:
    build:
      context: web
      secrets: [token]
      network: host
      dockerfile_inline: |
        FROM busybox
        RUN --mount=type=secret,id=token cat /run/secrets/token >/token
        CMD ["cat", "/proc/1/comm", "/token"]
    image: ${prefix}-secret
    profiles: [secret]
  broken:
    build: { context: web, dockerfile: nope }
  remote:
    build: "https://127.0.0.1:9/x.git"
    profiles: [remote]
secrets:
  token: { environment: TOKEN }
`;
const files = {
	"web/Dockerfile": WEB,
	"web/Dockerfile.dockerignore": "secret\nDockerfile*\n",
	"web/secret": "",
	"web/kept": "base\n",
	"tool.Dockerfile": 'FROM busybox\nCMD ["cat", "/proc/1/comm"]\n',
	".env": "NAME=from-env-file\nTOKEN=secret-of-env-file\n",
};

async function needsCompose(context: TestContext): Promise<void> {
	const { failed } = await execa("docker", ["compose", "version"], { env: engineEnv, reject: false });
	if (failed) process.stderr.write("e2e: skipped: docker compose is not installed\n");
	context.skip(failed, "docker compose is not installed");
}

/** Creates the folder of a project, and removes the project's images after the test. */
function project(name: string): { readonly cwd: string; readonly prefix: string } {
	const prefix = `pidone-e2e-build-compose-${name}-${process.pid}`;
	onTestFinished(
		async () =>
			void (await docker(
				"image",
				"rm",
				"--force",
				...["web", "inline", "base", "tool", "secret"].map((each) => `${prefix}-${each}`),
			)),
	);
	return { prefix, cwd: makeContext({ ...files, "compose.yaml": compose(prefix) }) };
}

describe("pidone build -- docker compose build", () => {
	it("builds the services that are named with the init, and what they are built on", async (context) => {
		await needsCompose(context);
		const { cwd, prefix } = project("named");
		const built = await pidoneBuild(["docker", "compose", "build", "inline"], { cwd });
		expect(built, built.err).toMatchObject({ code: 0, left: [] });
		expect(await runImage(`${prefix}-inline`)).toBe("pidone\nbase\na $b ${c}");
		expect((await readImage(`${prefix}-inline`)).config.Env).toContain("DEFAULTED=x");
	});

	it("builds a service as its file says, and leaves alone what it depends on at run time", async (context) => {
		await needsCompose(context);
		const { cwd, prefix } = project("web");
		const built = await pidoneBuild(["docker", "compose", "build", "web"], { cwd });
		expect(built, built.err).toMatchObject({ code: 0, left: [] });
		expect(await runImage(`${prefix}-web`)).toBe("pidone\ncost $5 from-env-file\nkept");
	});

	it("builds where compose makes bake look at the files that it may read", async (context) => {
		await needsCompose(context);
		const { cwd, prefix } = project("quiet");
		const built = await pidoneBuild(["docker", "compose", "build", "--quiet", "--parallel", "web"], { cwd });
		expect(built, built.err).toMatchObject({ code: 0, left: [] });
		expect(await runImage(`${prefix}-web`)).toBe("pidone\ncost $5 from-env-file\nkept");
	});

	it("gives a build the secrets that the project's .env has", async (context) => {
		await needsCompose(context);
		const { cwd, prefix } = project("secret");
		const built = await pidoneBuild(["docker", "compose", "build", "secret"], { cwd: join(cwd, "web") });
		expect(built, built.err).toMatchObject({ code: 0, left: [] });
		expect(await runImage(`${prefix}-secret`)).toBe("pidone\nsecret-of-env-file");
	});

	it("builds the services of a profile, from stdin too", async (context) => {
		await needsCompose(context);
		const { cwd, prefix } = project("profile");
		const words = ["docker", "compose", "-f", "-", "--project-directory", cwd, "--profile", "tools", "build", "tool"];
		const built = await pidoneBuild(words, { cwd, input: compose(prefix) });
		expect(built, built.err).toMatchObject({ code: 0, left: [] });
		expect(await runImage(`${prefix}-tool`)).toBe("pidone");
	});

	it("builds services without the env_file that only their containers need", async (context) => {
		await needsCompose(context);
		const { prefix } = project("env-file");
		const service = (name: string): string =>
			`  ${name}:\n    build: .\n    image: ${prefix}-${name}\n    env_file: ${name}.env\n`;
		const cwd = makeContext({
			"sub/compose.yaml": `services:\n${service("tool")}`,
			"sub/Dockerfile": 'FROM busybox\nCMD ["cat", "/proc/1/comm"]\n',
			"compose.yaml": `include: [sub/compose.yaml]\nservices:\n${service("web")}    profiles: [no]\n`,
			"compose.override.yaml": "services: { web: { build: sub } }\n",
		});
		const built = await pidoneBuild(["docker", "compose", "build", "web", "tool"], { cwd });
		expect(built, built.err).toMatchObject({ code: 0, left: [] });
		expect([await runImage(`${prefix}-web`), await runImage(`${prefix}-tool`)]).toEqual(["pidone", "pidone"]);
	});

	it("leaves a service alone whose context compose fetches, and says so", async (context) => {
		await needsCompose(context);
		const { cwd } = project("remote");
		const built = await pidoneBuild(["docker", "compose", "build", "remote"], { cwd });
		expect(built.err).toMatch(/^remote: its build context https:\/\/127\.0\.0\.1:9\/x\.git is fetched by the builder/m);
		expect(built.code).not.toBe(0);
		expect(built.left).toEqual([]);
	});

	it("keeps compose's own message for a file that is wrong", async (context) => {
		await needsCompose(context);
		const built = await pidoneBuild(["docker", "compose", "build"], {
			cwd: makeContext({ "compose.yaml": "services: { web: { biuld: . } }\n" }),
		});
		expect(built).toMatchObject({
			code: 2,
			left: [],
			err: expect.stringMatching(/^pidone: docker compose config --format json: .*biuld/s),
		});
	});
});
