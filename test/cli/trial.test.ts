import { describe, expect, it } from "vitest";
import { makeFolder, runCli } from "./run-cli.ts";

const dockerfile = { Dockerfile: 'FROM debian\nCMD ["x"]\n' };

describe("pidone trial without an engine", () => {
	it("names each engine that it has looked for", async () => {
		const cwd = makeFolder(dockerfile);
		const { code, out, err } = await runCli(["trial"], { cwd, env: { PATH: cwd } });
		expect([code, out]).toEqual([2, ""]);
		expect(err).toBe(
			"pidone: no container engine answers: docker: not installed; podman: not installed; nerdctl: not installed: start one, or name it with --engine\n",
		);
	});

	it("names the one that was asked for", async () => {
		const cwd = makeFolder(dockerfile);
		const { code, err } = await runCli(["trial", "--engine", "podman"], { cwd, env: { PATH: cwd } });
		expect(code).toBe(2);
		expect(err).toBe("pidone: --engine podman: does not answer: podman: not installed: start one\n");
	});
});

it.each([
	["--engine crane", "must be one of docker, podman, nerdctl"],
	["--run-option --rm", "is not supported: pidone removes the container itself"],
	["--run-option --entrypoint=x", "is not supported: it replaces the ENTRYPOINT, and so the init"],
	["--build-option --push", "is not supported: a trial leaves nothing behind"],
	["--build-option -t=x", "is not supported: pidone names the images itself"],
	["--ready-after soon", "must be a number of seconds"],
	["--stop-timeout -1", "must be a number of seconds"],
	["--timeout 1e9", "must be a number of seconds up to 86400"],
	["--ready-log x --ready-after 1", "only one of them can decide"],
])("pidone trial %s is a mistake", async (line, message) => {
	const cwd = makeFolder(dockerfile);
	const { code, out, err } = await runCli(["trial", ...line.split(" ")], { cwd, env: { PATH: cwd } });
	expect([code, out]).toEqual([2, ""]);
	expect(err).toContain(message);
});
