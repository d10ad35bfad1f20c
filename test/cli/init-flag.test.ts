import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dockerfileOf, RecordingBuilder } from "./build/recording-builder.ts";
import { FLAGGED, makeFolder, runCli } from "./run-cli.ts";

describe("a Dockerfile with --init", () => {
	it("is rewritten, left alone by a second rewrite, and turned back", async () => {
		const cwd = makeFolder({ Dockerfile: FLAGGED });
		const read = (): string => readFileSync(join(cwd, "Dockerfile"), "utf8");
		expect(await runCli(["rewrite", "--write"], { cwd })).toMatchObject({
			code: 0,
			err: expect.stringMatching(/(?:^|\n)1 file, 1 changed\n$/),
		});
		expect(read()).toMatch(/; took --init off ENTRYPOINT \([0-9a-f]{8}\)\n/);
		expect(read()).toContain('\nENTRYPOINT ["/sbin/pidone", "--", "docker-entrypoint.sh"]\n');
		expect(await runCli(["rewrite", "--check"], { cwd })).toMatchObject({ code: 0, out: "" });
		expect(await runCli(["revert", "--write"], { cwd })).toMatchObject({ code: 0 });
		expect(read()).toBe(FLAGGED);
	});

	it("is a note in check, which reports what the stage is", async () => {
		const { code, out } = await runCli(["check", "--json"], { cwd: makeFolder({ Dockerfile: FLAGGED }) });
		expect(code).toBe(0);
		expect(JSON.parse(out).files[0]).toMatchObject({
			stages: [{ code: "rewritten" }],
			findings: [{ code: "init-flag", level: "note", line: 2, column: 12 }],
		});
	});

	it("shows explain the init that it gets", async () => {
		const { out } = await runCli(["explain"], { cwd: makeFolder({ Dockerfile: FLAGGED }) });
		expect(out).toContain("after pidone rewrite:\n    PID 1  /sbin/pidone --\n");
	});

	it.each([
		["rewrite", /^Dockerfile:2:5: .*CMD --init=tini gets no init: pidone does not know the image acme\/x; /, ""],
		["explain", /^Dockerfile:2:5: .*CMD --init=tini gets no init: /, ""],
		["check", /^$/, "Dockerfile:2:5 error syntax-error CMD --init=tini gets no init: "],
	])("that cannot be heeded is an error to %s", async (command, err, out) => {
		const run = await runCli([command], { cwd: makeFolder({ Dockerfile: "FROM acme/x\nCMD --init=tini x\n" }) });
		expect(run.code).toBe(4);
		expect(run.err).toMatch(err);
		expect(run.out).toContain(out);
	});
});

describe("pidone build, of a Dockerfile with --init", () => {
	it("gives the builder one without, and pidone's init by a named context, whatever init the options name", async () => {
		const source = 'FROM debian:12 AS a\nENTRYPOINT --init ["a"]\nFROM debian:12\nENTRYPOINT --init=pidone ["b"]\n';
		const call = await new RecordingBuilder({ Dockerfile: source, ".pidone.yaml": "init: tini\n" }).build([
			"docker",
			"build",
			".",
		]);
		expect(call.run.code).toBe(0);
		expect(call.argv).toContainEqual(expect.stringContaining("--build-context=pidone-init="));
		const text = dockerfileOf(call);
		expect(text).not.toMatch(/^(?!#).*--init/m);
		expect(text).toContain('ENTRYPOINT ["/usr/bin/tini", "--", "a"]');
		expect(text).toContain("COPY --from=pidone-init ");
	});

	it("does not start the builder where a flag cannot be heeded", async () => {
		const builder = new RecordingBuilder({ Dockerfile: "FROM acme/x\nCMD --init x\n" });
		const run = await builder.run(["docker", "build", "."]);
		expect(run).toMatchObject({ code: 4, out: "" });
		expect(run.err).toMatch(/Dockerfile:2:5: .*CMD --init gets no init: .*\npidone: docker build was not started\n$/s);
	});
});
