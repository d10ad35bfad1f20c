import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { docker } from "../helpers/engine.ts";
import { imageName, makeContext, pidoneBuild, readImage, runImage } from "./helpers/pidone-build.ts";

const WEB =
	'FROM busybox\nARG TEXT\nCOPY . /srv\nENV TEXT=$TEXT\nCMD ["sh", "-c", "cat /proc/1/comm; echo \\"$TEXT\\"; ls /srv"]\n';

/**
 * A file that uses the features of Bake: variables, groups, a matrix, inline Dockerfiles, and other targets as
 * contexts.
 */
const definition = (prefix: string): string => `
variable "TEXT" { default = "none" }
variable "ODD" { default = "a $\${b} %%{c} $d" }
group "default" { targets = ["more", "inline", "sized"] }
group "more" { targets = ["web"] }
target "web" {
  context = "web"
  args = { TEXT = "\${TEXT}" }
  tags = ["${prefix}-web"]
}
target "base" {
  dockerfile-inline = "FROM busybox\\nENV FROM_BASE=1\\nCMD [\\"x\\"]\\n"
}
target "inline" {
  contexts = { base = "target:base" }
  args = { ODD = ODD }
  dockerfile-inline = <<EOT
FROM busybox
ARG ODD
ENV ODD=$\${ODD} SHELL_DEFAULT=$\${NOTHING:-x}
COPY --from=base /etc/passwd /copied
CMD ["sh", "-c", "cat /proc/1/comm; echo \\"$ODD\\""]
EOT
  tags = ["${prefix}-inline"]
}
target "sized" {
  name = "sized-\${size}"
  matrix = { size = ["s", "l"] }
  context = "web"
  args = { TEXT = size }
  tags = ["${prefix}-sized-\${size}"]
}
`;
const files = {
	"web/Dockerfile": WEB,
	"web/Dockerfile.dockerignore": "secret\nDockerfile*\n",
	"web/secret": "",
	"web/kept": "",
};

describe("pidone build -- docker buildx bake", () => {
	it("builds every target of a definition with the init", async () => {
		const prefix = `pidone-e2e-build-bake-${process.pid}`;
		const images = ["web", "inline", "sized-s", "sized-l"].map((each) => `${prefix}-${each}`);
		onTestFinished(async () => void (await docker("image", "rm", "--force", ...images)));
		const cwd = makeContext({ ...files, "docker-bake.hcl": definition(prefix) });
		const built = await pidoneBuild(["docker", "buildx", "bake", "--set", "web.args.TEXT=set $HOME"], { cwd });
		expect(built, built.err).toMatchObject({ code: 0, left: [] });
		expect(await runImage(`${prefix}-web`)).toBe("pidone\nset $HOME\nkept");
		expect(await runImage(`${prefix}-inline`)).toBe("pidone\na ${b} %{c} $d");
		expect((await readImage(`${prefix}-inline`)).config.Env).toContain("SHELL_DEFAULT=x");
		expect(await runImage(`${prefix}-sized-s`)).toBe("pidone\ns\nkept");
		expect(await runImage(`${prefix}-sized-l`)).toBe("pidone\nl\nkept");
	});

	it("knows a target that is built on another by what that one has become", async () => {
		const name = imageName("bake-chain");
		const cwd = makeContext({
			"docker-bake.hcl": `target "base" {\n  dockerfile-inline = "FROM busybox\\nENTRYPOINT [\\"sh\\", \\"-c\\"]\\n"\n}
target "default" {\n  contexts = { base = "target:base" }\n  dockerfile-inline = "FROM base\\nCMD [\\"cat /proc/1/comm\\"]\\n"\n  tags = ["${name}"]\n}\n`,
		});
		const built = await pidoneBuild(["docker", "buildx", "bake"], { cwd });
		expect(built, built.err).toMatchObject({
			code: 0,
			left: [],
			err: expect.stringMatching(/^dockerfile-inline of default:2:1: already-init: /m),
		});
		expect(await runImage(name)).toBe("pidone");
	});

	it("takes a definition on stdin, variables from the environment, and the targets that are named", async () => {
		const name = imageName("bake-stdin");
		const cwd = makeContext(files);
		const input = `variable "TEXT" { default = "none" }\ntarget "web" {\n  context = "web"\n  args = { TEXT = TEXT }\n  tags = ["${name}"]\n}\n`;
		const built = await pidoneBuild(["docker", "buildx", "bake", "-f", "-", "web"], {
			cwd,
			input,
			env: { TEXT: "from env" },
		});
		expect(built, built.err).toMatchObject({ code: 0, left: [] });
		expect(await runImage(name)).toBe("pidone\nfrom env\nkept");
	});

	it("builds a Dockerfile that is relative to the current folder, and not to the context", async () => {
		const name = imageName("bake-cwd");
		const cwd = makeContext({
			...files,
			"own/x.Dockerfile": 'FROM busybox\nCOPY text /\nCMD ["cat", "/proc/1/comm", "/text"]\n',
			"context/text": "of the context",
			"docker-bake.hcl": `target "default" {\n  context = "context"\n  dockerfile = "cwd://own/x.Dockerfile"\n  tags = ["${name}"]\n}\n`,
		});
		const built = await pidoneBuild(["docker", "buildx", "bake"], { cwd });
		expect(built, built.err).toMatchObject({ code: 0, left: [] });
		expect(await runImage(name)).toBe("pidone\nof the context");
	});

	it("builds from another folder, where nothing has to be changed too", async () => {
		const cwd = makeContext({
			"sub/docker-bake.json": '{"target": {"default": {"dockerfile": "Plain", "output": ["type=cacheonly"]}}}',
			Plain: "FROM scratch\nCOPY a /a\n",
			a: "",
		});
		const built = await pidoneBuild(["docker", "buildx", "bake", "-f", join("sub", "docker-bake.json")], { cwd });
		expect(built, built.err).toMatchObject({ code: 0, left: [] });
	});

	it("keeps bake's own message for a definition that does not parse, or a target that is not there", async () => {
		const cwd = makeContext({ ...files, "docker-bake.hcl": 'target "web" {' });
		const broken = await pidoneBuild(["docker", "buildx", "bake"], { cwd });
		expect(broken).toMatchObject({
			code: 2,
			out: "",
			left: [],
			err: expect.stringMatching(/^pidone: docker buildx bake --print: .*docker-bake\.hcl/s),
		});
		const missing = await pidoneBuild(["docker", "buildx", "bake", "nope"], {
			cwd: makeContext({ "docker-bake.hcl": 'target "web" {}\n' }),
		});
		expect(missing).toMatchObject({ code: 2, err: expect.stringContaining("nope") });
	});
});
