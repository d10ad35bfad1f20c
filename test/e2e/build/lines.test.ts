import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { engineEnv } from "../helpers/engine.ts";
import { makeContext, pidoneBuild } from "./helpers/pidone-build.ts";

/** A rewrite changes everything above the RUN that fails, and other targets build the first stages. */
const DOCKERFILE = `FROM busybox AS first
ENTRYPOINT ["sleep"]
CMD ["1"]

FROM first AS app
# what runs
ENTRYPOINT sleep 1
CMD ["x"]
RUN exit 7
`;
const INHERITING = DOCKERFILE.replace("ENTRYPOINT sleep 1\n", "WORKDIR /x\n");
const compose = `services:
  web:
    build: { context: ., target: app, network: host }
`;
const bake = `target "first" {
  target = "first"
  network = "host"
  output = ["type=cacheonly"]
}
target "default" {
  target = "app"
  network = "host"
}
`;

describe("an error of the build has the lines of the user's Dockerfile", () => {
	it.each<[what: string, words: string[]]>([
		["docker buildx build", ["docker", "buildx", "build", "--network", "host", "."]],
		[
			"docker build with a target, and a Dockerfile on stdin",
			["docker", "build", "--network", "host", "--target", "app", "-f", "-", "."],
		],
		[
			"docker buildx bake, where another target has the same file",
			["docker", "buildx", "bake", "--allow=network.host", "first", "default"],
		],
		["docker compose build", ["docker", "compose", "build"]],
	])("%s", async (what, words) => {
		const isMissing =
			what.includes("compose") &&
			(await execa("docker", ["compose", "version"], { env: engineEnv, reject: false })).failed;
		for (const text of isMissing ? [] : [DOCKERFILE, INHERITING]) {
			const cwd = makeContext({ Dockerfile: text, "docker-bake.hcl": bake, "compose.yaml": compose });
			const built = await pidoneBuild(words, { cwd, input: words.includes("-") ? text : "" });
			expect(built.code, built.err).not.toBe(0);
			expect(built.err).toMatch(/^Dockerfile:9$/m);
			expect(built.err).toMatch(/^ +8 \| +CMD \["x"\]\s+9 \| >>> RUN exit 7$/m);
		}
	});

	it("also where the init is a package", async () => {
		const cwd = makeContext({
			Dockerfile: "FROM debian:bookworm-slim\nRUN apt-get --version\nENTRYPOINT sleep 1\n\nRUN exit 7\n",
		});
		const built = await pidoneBuild(["docker", "buildx", "build", "--network", "host", "."], {
			cwd,
			options: ["--init", "tini"],
		});
		expect(built).toMatchObject({ code: 1, err: expect.stringMatching(/^ +5 \| >>> RUN exit 7$/m) });
	});
});
