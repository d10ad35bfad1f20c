import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ARCHITECTURE_NOTE, BROKEN, CHANGING, makeFolder, NOTHING, runCli, runShell } from "./run-cli.ts";

const EMIT = "the build copies pidone from .pidone, but it is not there yet: run pidone emit --for .\n";
const UNKNOWN = 'FROM acme/base:1\nCMD ["x"]\n';

describe("standard output and standard error", () => {
	it("have the diff in the one, and remarks in the other", async () => {
		const cwd = makeFolder({ "a/Dockerfile": CHANGING, "b/Dockerfile": UNKNOWN, "c/Dockerfile": BROKEN });
		const { out, err } = await runCli(["rewrite"], { cwd });
		expect(out).toMatch(/^--- a\/a\/Dockerfile\n\+\+\+ b\/a\/Dockerfile\n@@ .*@@\n(?:[ +-].*\n)+$/);
		expect(err.split("\n")).toEqual([
			"c/Dockerfile:2:1: does not parse: unknown instruction: RUNN",
			expect.stringMatching(/^b\/Dockerfile:2:1: unknown-base: .*--base-entrypoint/),
			ARCHITECTURE_NOTE,
			"3 files, 1 would change, 1 failed",
			"",
		]);
	});

	it("give a diff that patch can apply, and a second time there is none", async () => {
		const cwd = makeFolder({ Dockerfile: CHANGING, "sub/x.Dockerfile": CHANGING.trimEnd() });
		const { code } = await runShell("pidone rewrite 2>/dev/null | patch --silent -p1 && pidone rewrite --check", {
			cwd,
		});
		expect(code).toBe(0);
	});

	it("have the report of check in the one and nothing in the other", async () => {
		const cwd = makeFolder({ Dockerfile: CHANGING, "Dockerfile.broken": BROKEN });
		const { out, err } = await runCli(["check"], { cwd });
		expect(out).toContain("Dockerfile:3:1 warning rewritten ");
		expect(out).toContain("Dockerfile.broken:2:1 error syntax-error ");
		expect(err).toBe("");
	});

	it("have no diff with --write, only how many files have changed", async () => {
		const cwd = makeFolder({ Dockerfile: CHANGING });
		expect(await runCli(["rewrite", "--write"], { cwd })).toEqual({
			code: 0,
			out: "",
			err: `${EMIT}${ARCHITECTURE_NOTE}\n1 file, 1 changed\n`,
		});
		expect(await runCli(["rewrite", "--write"], { cwd })).toEqual({
			code: 0,
			out: "",
			err: `Dockerfile:6:1: already-init: /sbin/pidone runs as PID 1\n${EMIT}1 file, 0 changed\n`,
		});
		expect(await runCli(["revert", "--write", "--quiet"], { cwd })).toEqual({ code: 0, out: "", err: "" });
	});
});

describe("what a rewrite says of the architecture", () => {
	it.each<[what: string, args: string[]]>([
		["one platform", ["--platform", "linux/arm64"]],
		["an init that is not copied", ["--init", "tini", "--install", "apt-get"]],
		["--check, where nothing is written", ["--check"]],
		["--quiet", ["--quiet"]],
	])("is not said with %s", async (_, args) => {
		expect((await runCli(["rewrite", ...args], { cwd: makeFolder({ Dockerfile: CHANGING }) })).err).not.toContain(
			"TARGETARCH",
		);
	});

	it("is not said by what takes it out again", async () => {
		const cwd = makeFolder({ Dockerfile: CHANGING });
		await runCli(["rewrite", "--write"], { cwd });
		expect((await runCli(["revert"], { cwd })).err).not.toContain("TARGETARCH");
	});
});

describe("- as a filter", () => {
	const ADDED =
		'ARG TARGETARCH\n# pidone: added the ARG above and the next 2 instructions (bd3f7ee9)\nCOPY .pidone/pidone-linux-${TARGETARCH} /sbin/pidone\nENTRYPOINT ["/sbin/pidone", "--"]\n';
	const HEAD = "FROM debian\n";
	const TAIL = 'CMD ["x"]\n';

	it("writes the rewritten text alone, and nothing else", async () => {
		const cwd = makeFolder();
		const { code, out, err } = await runCli(["rewrite", "-"], { cwd, input: HEAD + TAIL });
		expect({ code, out }).toEqual({ code: 0, out: HEAD + ADDED + TAIL });
		expect(err).toBe(`${ARCHITECTURE_NOTE}\n1 file, 1 would change\n`);
		expect((await runCli(["rewrite", "-", "--quiet"], { cwd, input: HEAD + TAIL })).err).toBe("");
	});

	it.each([
		["CRLF", 'FROM debian\r\nCMD ["x"]\r\n', (HEAD + ADDED + TAIL).replaceAll("\n", "\r\n")],
		["no final newline", 'FROM debian\nCMD ["x"]', (HEAD + ADDED + TAIL).trimEnd()],
		["a byte order mark", `\ufeff${HEAD}${TAIL}`, `\ufeff${HEAD}${ADDED}${TAIL}`],
		["text that stays", "# só\t \r\nFROM scratch\n\n \t", "# só\t \r\nFROM scratch\n\n \t"],
	])("keeps %s, and revert gives the input again", async (_, input, expected) => {
		const cwd = makeFolder();
		const { out } = await runCli(["rewrite", "-"], { cwd, input });
		expect(out).toBe(expected);
		expect((await runCli(["revert", "-"], { cwd, input: out })).out).toBe(input);
	});

	it("writes nothing when the text cannot be rewritten", async () => {
		const { code, out, err } = await runCli(["rewrite", "-"], { cwd: makeFolder(), input: BROKEN });
		expect({ code, out }).toEqual({ code: 4, out: "" });
		expect(err).toMatch(/^-:2:1: does not parse: /);
	});

	it("with --check says by its exit code alone whether the text changes", async () => {
		const cwd = makeFolder();
		const run = await runCli(["rewrite", "--check", "-"], { cwd, input: CHANGING });
		expect(run.code).toBe(1);
		expect(run.out).toMatch(/^--- a\/Dockerfile\n/);
		expect(await runCli(["rewrite", "--check", "-"], { cwd, input: NOTHING })).toMatchObject({ code: 0, out: "" });
	});

	it("goes by the name that --stdin-filename gives, also to find the config file", async () => {
		const cwd = makeFolder({
			"svc/.pidone.yaml": "init: tini\noverrides: [{ files: [x.Dockerfile], init: dumb-init }]\n",
		});
		const { out } = await runCli(["rewrite", "-", "--stdin-filename", "svc/Dockerfile"], { cwd, input: CHANGING });
		expect(out).toContain('"/usr/bin/tini"');
		expect(
			(await runCli(["rewrite", "-", "--stdin-filename", "svc/x.Dockerfile"], { cwd, input: CHANGING })).out,
		).toContain('"/usr/bin/dumb-init"');
		const broken = await runCli(["check", "-", "--stdin-filename", "svc/Dockerfile"], { cwd, input: BROKEN });
		expect(broken.out).toMatch(/^svc\/Dockerfile:2:1 error syntax-error /);
	});

	it("cannot be mixed with files, and not be written to", async () => {
		const cwd = makeFolder({ Dockerfile: CHANGING });
		for (const command of ["rewrite", "revert"]) {
			for (const paths of [
				["-", "Dockerfile"],
				["Dockerfile", "-"],
				["-", "-"],
			]) {
				const run = await runCli([command, ...paths], { cwd, input: CHANGING });
				expect(run).toEqual({ code: 2, out: "", err: "pidone: -: standard input cannot be mixed with other files\n" });
			}
			const run = await runCli([command, "--write", "-"], { cwd, input: CHANGING });
			expect(run).toEqual({
				code: 2,
				out: "",
				err: expect.stringContaining("--write: standard input cannot be written to"),
			});
		}
		expect(existsSync(`${cwd}/-`)).toBe(false);
	});

	it("works for check and explain too, check beside files", async () => {
		const cwd = makeFolder({ Dockerfile: CHANGING });
		const check = await runCli(["check", "-q", "-", "Dockerfile"], { cwd, input: CHANGING });
		expect(check.out).toMatch(/^-:3:1 warning /);
		expect(check.out).toMatch(/^Dockerfile:3:1 warning /m);
		expect((await runCli(["explain", "-"], { cwd, input: CHANGING })).out).toMatch(
			/^-\n\n {2}stage 0 {2}FROM node:22-slim\n/,
		);
	});

	it("is a file's name after ./", async () => {
		const cwd = makeFolder({ "-": CHANGING, "-w": CHANGING });
		expect((await runCli(["rewrite", "./-"], { cwd, input: BROKEN })).out).toMatch(/^--- a\/(?:\.\/)?-\n/);
		expect((await runCli(["rewrite", "--", "-w"], { cwd })).out).toMatch(/^--- a\/-w\n/);
	});
});

describe("a reader that goes away", () => {
	const many = Object.fromEntries(
		Array.from({ length: 60 }, (_, index) => [
			`d${index}/Dockerfile`,
			CHANGING.replace("WORKDIR", `# ${"x".repeat(4000)}\nWORKDIR`),
		]),
	);

	it.each([
		["of standard output", "pidone rewrite 2>err | head -1 >/dev/null", ""],
		["of check", "pidone check 2>err | head -1 >/dev/null", ""],
		["of help", "pidone --help 2>err | head -1 >/dev/null", ""],
	])("%s is not an error", async (_, line) => {
		const cwd = makeFolder(many);
		const { out } = await runShell(`${line}; echo "\${PIPESTATUS[0]}"; grep -c -e Error -e EPIPE err`, { cwd });
		expect(out).toMatch(/^[01]\n0\n$/);
	});

	it("of standard error is not an error either", async () => {
		const cwd = makeFolder({ ...many, "x/Dockerfile": UNKNOWN });
		const { out } = await runShell(
			'pidone rewrite nope 2>&1 >/dev/null | true; echo "${PIPESTATUS[0]}"; (sleep 0.1; pidone rewrite -w x) 2>&1 | true; echo "${PIPESTATUS[0]}"',
			{ cwd },
		);
		expect(out).toBe("2\n0\n");
	});

	it("does not keep --write from writing", async () => {
		const cwd = makeFolder({ Dockerfile: CHANGING });
		await runShell("(sleep 0.1; pidone rewrite -w) 2>&1 | true", { cwd });
		expect((await runCli(["rewrite", "--check"], { cwd })).code).toBe(0);
	});

	it("is distinguished from a full disk, which is an error without a stack", async (context) => {
		context.skip(!existsSync("/dev/full"), "there is no /dev/full");
		const cwd = makeFolder({ Dockerfile: CHANGING });
		for (const args of ["rewrite", "check", "--help", "rewrite - < Dockerfile"]) {
			const { code, err } = await runShell(`pidone ${args} >/dev/full`, { cwd });
			expect(code, args).toBe(2);
			expect(err, args).toContain("pidone: standard output");
			expect(err, args).not.toMatch(/^\s+at /m);
		}
	});

	it.each(["TERM", "PIPE", "INT"])(
		"may send SIG%s: every file is whole, no other is left, and a second run ends the work",
		async (signal) => {
			const cwd = makeFolder(many);
			await runShell(`pidone rewrite -w 2>/dev/null & sleep 0.4; kill -${signal} $! 2>/dev/null; wait $!`, { cwd });
			const { code, out } = await runShell(
				"pidone rewrite -w -q; echo $?; find . -type f ! -name Dockerfile; cat */Dockerfile | sort -u | wc -l",
				{ cwd },
			);
			expect({ code, out }).toEqual({ code: 0, out: "0\n8\n" });
		},
	);
});
