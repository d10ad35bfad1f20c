import { chmodSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { cliFile } from "../built-cli.ts";
import { CHANGING, makeFolder, NOTHING, needsOther } from "../run-cli.ts";
import { CLASSIC, RecordingBuilder } from "./recording-builder.ts";

const files = { Dockerfile: CHANGING };
const words = ["docker", "build", "."];

describe("the exit code", () => {
	it.each([0, 1, 17, 125, 255])("is the builder's: %d", async (status) => {
		const builder = new RecordingBuilder(files, [{ to: "--file", status }]);
		const { run } = await builder.build(words);
		expect(run).toEqual({ code: status, out: "", err: expect.any(String) });
		expect(run.err.includes(`pidone: docker build exited with status ${status}\n`)).toBe(status !== 0);
		expect(builder.left()).toEqual([]);
	});

	it.each(["SIGKILL", "SIGTERM", "SIGINT", "SIGSEGV"] as const)(
		"is 128 and the number of the signal that has ended the builder: %s",
		async (signal) => {
			for (const text of [CHANGING, NOTHING]) {
				const builder = new RecordingBuilder({ Dockerfile: text }, [
					{ to: "build .", signal },
					{ to: "--file", signal },
				]);
				expect((await builder.build(words)).run.code).toBe(128 + constants.signals[signal]);
				expect(builder.left()).toEqual([]);
			}
		},
	);

	it("is the builder's, also when it does not read its stdin", async () => {
		const builder = new RecordingBuilder({}, [
			{ to: "build -f", status: 17, isDeaf: true },
			{ to: "--build-context=", status: 17, isDeaf: true },
		]);
		const { run } = await builder.build(["docker", "build", "-f", "-", "."], {
			input: `${CHANGING}${`# ${"x".repeat(1000)}\n`.repeat(1000)}`,
		});
		expect(run.code).toBe(17);
	});
});

describe("a signal", () => {
	it.each(["SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT"] as const)(
		"%s is passed on, the builder ends in its own way, and nothing is left",
		async (signal) => {
			const builder = new RecordingBuilder(files, [{ to: "--file", out: "progress\n", afterSignal: 41 }]);
			const run = builder.start(words);
			await builder.waiting();
			expect(builder.left()).toHaveLength(1);
			run.kill(signal);
			expect(await run).toMatchObject({ exitCode: 41, stdout: "progress" });
			expect(builder.builds().map(({ signals }) => signals)).toEqual([[signal]]);
			expect(builder.left()).toEqual([]);
		},
	);

	it.each([
		["that only tells something", ["docker", "build", "--call=check", "."]],
		["whose Dockerfile is not changed", ["docker", "build", "-f", "Nothing", "."]],
	])("is passed on to a command %s", async (_, command) => {
		const builder = new RecordingBuilder({ ...files, Nothing: NOTHING }, [
			{ to: "build -f", afterSignal: 42 },
			{ to: "--call", afterSignal: 42 },
		]);
		const run = builder.start(command);
		await builder.waiting();
		run.kill("SIGTERM");
		expect((await run).exitCode).toBe(42);
		expect(builder.left()).toEqual([]);
	});

	it("while the image with the init is built keeps the build from being started, and the image is removed", async () => {
		const builder = new RecordingBuilder(files, [...CLASSIC, { to: "--quiet", afterSignal: 0 }]);
		const run = builder.start(words);
		await builder.waiting();
		run.kill("SIGTERM");
		expect((await run).exitCode).toBe(143);
		expect(builder.builds().map(({ argv }) => argv.slice(1, 3))).toEqual([
			["build", "--quiet"],
			["image", "rm"],
		]);
		expect(builder.left()).toEqual([]);
	});

	it("during a question to the builder ends pidone, and leaves nothing", async () => {
		const builder = new RecordingBuilder(files, [{ to: "--help", afterSignal: 0 }]);
		const run = builder.start(words);
		await builder.waiting();
		run.kill("SIGTERM");
		expect(await run).toMatchObject({ signal: "SIGTERM" });
		expect(builder.builds()).toEqual([]);
		expect(builder.left()).toEqual([]);
	});

	it("while stdin is read ends pidone, and the builder is not started", async () => {
		const builder = new RecordingBuilder({}, []);
		const run = execa(process.execPath, [cliFile, "build", "--", "docker", "build", "-"], {
			env: builder.env,
			cwd: builder.cwd,
			extendEnv: false,
			reject: false,
			stdin: "pipe",
		});
		run.stdin.write("FROM");
		await expect.poll(() => builder.calls().length, { timeout: 30_000 }).toBe(1);
		// Node.js may lose a signal that arrives while its listener is removed at the end of the question. Like a user,
		// send it again.
		const hasEnded = run.then(() => true);
		const interrupt = (): Promise<boolean> => {
			run.kill("SIGINT");
			return Promise.race([hasEnded, Promise.resolve(false)]);
		};
		await expect.poll(interrupt, { timeout: 30_000, interval: 200 }).toBe(true);
		expect(await run).toMatchObject({ signal: "SIGINT" });
		expect(builder.builds()).toEqual([]);
		expect(builder.left()).toEqual([]);
	});
});

describe("a builder that cannot be started", () => {
	it.each([["docker"], ["podman"], ["sudo", "docker"]])("is reported when it is missing: %s", async (...program) => {
		const builder = new RecordingBuilder(files);
		const [name = ""] = program;
		rmSync(join(builder.bin, name));
		const run = await builder.run([...program, "build", "."], { env: { PATH: builder.bin } });
		expect(run).toEqual({
			code: 2,
			out: "",
			err: expect.stringContaining(`pidone: ${name}: not found: install it, or add its directory to PATH\n`),
		});
		expect(run.err).not.toMatch(/^\s+at /m);
		expect(builder.left()).toEqual([]);
	});

	it.each(["docker", "podman"])("is reported when it may not be executed: %s", async (name) => {
		const builder = new RecordingBuilder(files);
		chmodSync(join(builder.bin, name), 0o644);
		const run = await builder.run([name, "build", "."], { env: { PATH: builder.bin } });
		expect(run).toMatchObject({ code: 2, out: "", err: expect.stringMatching(/EACCES|permission/i) });
		expect(run.err).not.toMatch(/BUG|^\s+at /m);
		expect(builder.left()).toEqual([]);
	});

	it("is reported when it has gone after it was asked", async () => {
		const builder = new RecordingBuilder(files);
		renameSync(join(builder.bin, "docker"), join(builder.bin, "docker-once"));
		const once = `#!/bin/sh\nrm "$0"\necho "--build-context"\n`;
		writeFileSync(join(builder.bin, "docker"), once, { mode: 0o755 });
		const run = await builder.run(words, { env: { PATH: `${builder.bin}:/usr/bin:/bin` } });
		expect(run).toMatchObject({ code: 2, out: "", err: expect.stringContaining("not found: install it") });
		expect(builder.left()).toEqual([]);
	});

	it("is reported with its own message when it fails to answer", async () => {
		const builder = new RecordingBuilder(files, [{ to: "--help", err: "docker: broken config\n", status: 1 }]);
		expect(await builder.run(words)).toMatchObject({
			code: 2,
			out: "",
			err: "pidone: docker build --help: docker: broken config\n",
		});
		expect(builder.left()).toEqual([]);
	});
});

describe("a folder for temporary files", () => {
	it("that is missing or may not be written to is reported, and the builder is not started", async (context) => {
		const isOther = await needsOther(context);
		const builder = new RecordingBuilder(files);
		chmodSync(builder.tmp, 0o555);
		const denied = await builder.run(["podman", "build", "."], { isOther });
		expect(denied).toMatchObject({
			code: 2,
			out: "",
			err: expect.stringContaining(`pidone: ${builder.tmp}: cannot create a temporary directory there: `),
		});
		const missing = await builder.run(["podman", "build", "."], { env: { TMPDIR: "/nonexistent" } });
		expect(missing).toMatchObject({
			code: 2,
			out: "",
			err: expect.stringContaining("pidone: /nonexistent: cannot create a temporary directory there: "),
		});
		expect(builder.builds()).toEqual([]);
	});

	it("may be a link, or have a name that a shell would split", async () => {
		const builder = new RecordingBuilder(files);
		const link = join(makeFolder(), "a 'b\" $c");
		symlinkSync(builder.tmp, link);
		const { run, argv } = await builder.build(words, { env: { TMPDIR: link } });
		expect(run.code).toBe(0);
		expect(argv.some((word) => word.startsWith(`--file=${builder.tmp}/pidone-`))).toBe(true);
		expect(builder.left()).toEqual([]);
	});
});
