import { describe, expect, it } from "vitest";
import { dockerfileOf, RecordingBuilder } from "./build/recording-builder.ts";
import { CHANGING, makeFolder, runCli } from "./run-cli.ts";

const DOCKERFILE = `# syntax=registry.example.org/pidone/dockerfile:1\n${CHANGING}`;
const MESSAGE = "frontend-init: pidone's frontend, named by # syntax=, adds the init when it builds the file";

describe("a Dockerfile that pidone's frontend builds", () => {
	it("has nothing to do in check", async () => {
		const cwd = makeFolder({ Dockerfile: DOCKERFILE });
		const { code, out } = await runCli(["check"], { cwd });
		expect(code).toBe(0);
		expect(out).toMatch(
			/^Dockerfile\n {2}stage 0 {2}frontend-init {2}pidone's frontend, .*\n\n1 file, nothing to do\n$/,
		);
	});

	it("is left as it is by rewrite, which says why", async () => {
		const cwd = makeFolder({ Dockerfile: DOCKERFILE });
		for (const args of [[], ["--check"], ["--init", "tini"]]) {
			expect(await runCli(["rewrite", ...args], { cwd })).toEqual({
				code: 0,
				out: "",
				err: `Dockerfile:4:1: ${MESSAGE}\n1 file, 0 would change\n`,
			});
		}
	});

	it("is explained as it is built", async () => {
		const { out } = await runCli(["explain"], { cwd: makeFolder({ Dockerfile: DOCKERFILE }) });
		expect(out).toContain(`    ${MESSAGE}\n`);
		expect(out).toMatch(/\n {2}built by pidone's frontend:\n {4}PID 1 {2}\/sbin\/pidone --\n/);
	});

	it("is rewritten by build, whose options the frontend does not know", async () => {
		const call = await new RecordingBuilder({ Dockerfile: DOCKERFILE }).build(["docker", "build", "."], {
			options: ["--init", "tini"],
		});
		expect(dockerfileOf(call)).toContain('ENTRYPOINT ["/usr/bin/tini", "--", "docker-entrypoint.sh"]');
	});
});
