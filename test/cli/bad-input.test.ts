import { chmodSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { CHANGING, makeFolder, needsOther, needsProgram, runCli } from "./run-cli.ts";

const DOUBLING = [
	"ARG A0=0123456789",
	...Array.from({ length: 40 }, (_, index) => `ARG A${index + 1}=$A${index}$A${index}`),
	"FROM debian",
	"CMD x",
	"",
].join("\n");

/** Files that cannot be rewritten: the message about them, and the exit code. */
const cases: readonly (readonly [what: string, bytes: string | Uint8Array, told: RegExp, code: number])[] = [
	["UTF-16 (LE)", Buffer.from("\ufeffFROM debian\n", "utf16le"), /^bad\/Dockerfile:1:1: is UTF-16/, 2],
	["UTF-16 (BE)", Buffer.from("\ufeffFROM debian\n", "utf16le").swap16(), /^bad\/Dockerfile:1:1: is UTF-16/, 2],
	["a NUL byte", "FROM debian\nCMD a\0b\n", /^bad\/Dockerfile:2:6: has a NUL byte/, 2],
	["an empty file", "", /^bad\/Dockerfile:1:1: does not parse: file with no instructions/, 4],
	["only comments", "# x\n\n", /^bad\/Dockerfile:\d:1: does not parse: file with no instructions/, 4],
	[
		"a template for text around",
		"{{ range . }}\nFROM debian\n{{ end }}\n",
		/^bad\/Dockerfile:1:1: does not parse: .*template/,
		4,
	],
	["a template for the base", "FROM {{ .Base }}\nCMD x\n", /^bad\/Dockerfile:1:1: does not parse: .*template/, 4],
	[
		"a template with an instruction of its own",
		"FROM debian\n{% if x %}\nCMD x\n{% endif %}\n",
		/^bad\/Dockerfile:2:1: does not parse: .*template/,
		4,
	],
	[
		"a required variable",
		"ARG V\nARG B=${V:?need}\nFROM alpine:$B\nCMD x\n",
		/^bad\/Dockerfile:2:7: .* V: need; pass --build-arg V=…$/m,
		4,
	],
	[
		"a substitution that BuildKit does not know",
		"FROM debian\nENV A=${a^^}\nCMD x\n",
		/^bad\/Dockerfile:2:7: unsupported modifier \(\^\)/,
		4,
	],
	[
		"a template of VS Code",
		"FROM a:${templateOption:x}\nCMD x\n",
		/^bad\/Dockerfile:1:6: unsupported modifier \(:x\) .*template/,
		4,
	],
	[
		"variables that double each other",
		DOUBLING,
		/^bad\/Dockerfile:\d+:\d+: the values of variables grow beyond 16777216 characters$/m,
		4,
	],
	[
		"a base without a name",
		'ARG B\nFROM $B\nENTRYPOINT ["x"]\n',
		/^bad\/Dockerfile:2:6: the base \$B .*; pass --build-arg B=…$/m,
		4,
	],
	[
		"a base with a wrong name",
		'FROM gcr.io//x\nENTRYPOINT ["x"]\n',
		/^bad\/Dockerfile:1:6: the base gcr\.io\/\/x is not an image name/,
		4,
	],
	[
		"another frontend's instruction",
		"# syntax=other/frontend\nFROM a\nINCLUDE x\n",
		/^bad\/Dockerfile:3:1: does not parse: .*\(its syntax directive names another frontend, other\/frontend/,
		4,
	],
];

describe("bad input", () => {
	it.each(cases)("%s is reported, and the other files are rewritten", async (_, bytes, told, code) => {
		const cwd = makeFolder({ "bad/Dockerfile": bytes, "a/Dockerfile": CHANGING, "good/Dockerfile": CHANGING });
		const run = await runCli(["rewrite", "--write"], { cwd });
		expect(run.err).toMatch(told);
		expect(run.err).toContain("3 files, 2 changed, 1 failed\n");
		expect(run.code).toBe(code);
		expect(readFileSync(join(cwd, "bad/Dockerfile"))).toEqual(Buffer.from(bytes));
		expect(readFileSync(join(cwd, "good/Dockerfile"), "utf8")).toContain("ENTRYPOINT");
	});

	it.each(cases.slice(2, 3))("%s is reported by the other commands too, and by a filter", async (_, bytes) => {
		const cwd = makeFolder({ Dockerfile: bytes });
		expect((await runCli(["check"], { cwd })).out).toContain("Dockerfile:2:6 error io-error has a NUL byte");
		expect((await runCli(["explain"], { cwd })).err).toMatch(/^Dockerfile:2:6: has a NUL byte/);
		expect((await runCli(["revert"], { cwd })).err).toMatch(/^Dockerfile:2:6: has a NUL byte/);
		expect(await runCli(["rewrite", "-"], { cwd, input: bytes })).toMatchObject({
			code: 2,
			out: "",
			err: expect.stringMatching(/^-:2:6: has a NUL byte/),
		});
	});

	it("a file for the C preprocessor is refused by its name, and a comment that looks like one is not", async () => {
		const cwd = makeFolder({
			"Dockerfile.in": `#include "x"\n${CHANGING}`,
			"b/Dockerfile.in": `# include the config\n${CHANGING}`,
		});
		const refused = await runCli(["rewrite", "Dockerfile.in"], { cwd });
		expect(refused).toMatchObject({
			code: 4,
			out: "",
			err: expect.stringMatching(/^Dockerfile\.in:1:1: the C preprocessor turns this file into a Dockerfile/),
		});
		expect((await runCli(["rewrite", "b/Dockerfile.in"], { cwd })).code).toBe(0);
		const filter = await runCli(["rewrite", "-", "--stdin-filename", "x/Dockerfile.in"], {
			cwd,
			input: "#define X\nFROM debian\nCMD x\n",
		});
		expect(filter).toMatchObject({ code: 4, out: "" });
	});

	it("a folder called Dockerfile is reported on a walk, what is in it is rewritten, and the exit code is 2", async () => {
		const cwd = makeFolder({
			"Dockerfile/README": "",
			"x.Dockerfile/Dockerfile": CHANGING,
			"Dockerfile.d/web.Dockerfile": CHANGING,
		});
		const walk = await runCli(["rewrite"], { cwd });
		expect(walk.err).toContain("Dockerfile: is a directory, not a Dockerfile\n");
		expect(walk.err).toMatch(/, 2 would change, \d failed\n$/);
		expect(walk.code).toBe(2);
		expect((await runCli(["rewrite", "x.Dockerfile"], { cwd })).out).toContain("+++ b/x.Dockerfile/Dockerfile");
	});

	it("links that lead nowhere or in a circle are reported by name", async () => {
		const cwd = makeFolder({ "good/Dockerfile": CHANGING });
		symlinkSync("nowhere", join(cwd, "Dockerfile"));
		symlinkSync("circle.Dockerfile", join(cwd, "circle.Dockerfile"));
		const { code, err } = await runCli(["rewrite", "-w"], { cwd });
		expect(err).toMatch(/^Dockerfile: no such file, or a link to a file that does not exist$/m);
		expect(err).toMatch(/^circle\.Dockerfile: its symbolic links form a loop$/m);
		expect(err).toContain("3 files, 1 changed, 2 failed");
		expect(code).toBe(2);
	});

	it("a FIFO and a device are not waited for", async (context) => {
		needsProgram(context, "mkfifo");
		const cwd = makeFolder({ "good/Dockerfile": CHANGING });
		await execa("mkfifo", [join(cwd, "Dockerfile")]);
		const { code, err } = await runCli(["rewrite", ".", "/dev/null"], { cwd });
		expect(err).toMatch(/^Dockerfile: is not a regular file: /m);
		expect(err).toMatch(/^\/dev\/null: is not a regular file: /m);
		expect(err).toContain("3 files, 1 would change, 2 failed");
		expect(code).toBe(2);
	});

	it("a file that may not be read is reported by name, the others are rewritten", async (context) => {
		const isOther = await needsOther(context);
		const cwd = makeFolder({ "a/Dockerfile": CHANGING, "good/Dockerfile": CHANGING, "hidden/Dockerfile": CHANGING });
		chmodSync(join(cwd, "a/Dockerfile"), 0);
		chmodSync(join(cwd, "hidden"), 0);
		const { code, out, err } = await runCli(["rewrite", ".", "hidden/Dockerfile"], { cwd, isOther });
		chmodSync(join(cwd, "hidden"), 0o755);
		expect(err).toMatch(/^a\/Dockerfile: permission denied$/m);
		expect(err).toMatch(/^hidden\/Dockerfile: /m);
		expect(out).toContain("+++ b/good/Dockerfile");
		expect(code).toBe(2);
	});

	it("a .gitignore or a config file that may not be read does not end in a crash", async (context) => {
		const isOther = await needsOther(context);
		const cwd = makeFolder({
			"a/Dockerfile": CHANGING,
			"a/.gitignore": "x",
			"b/Dockerfile": CHANGING,
			"b/.pidone.yaml": "init: tini\n",
		});
		chmodSync(join(cwd, "a/.gitignore"), 0);
		chmodSync(join(cwd, "b/.pidone.yaml"), 0);
		const { code, out, err } = await runCli(["rewrite"], { cwd, isOther });
		expect(err).not.toContain("BUG");
		expect(err).toMatch(/^b\/Dockerfile: .*\.pidone\.yaml: .*permission/m);
		expect(out).toContain("+++ b/a/Dockerfile");
		expect(code).toBe(2);
	});

	it("a very large file and very long lines take no more than seconds", async () => {
		const runs = Array.from({ length: 5000 }, (_, index) => `RUN echo ${index} \\\n && true\n`).join("");
		const cwd = makeFolder({ Dockerfile: `FROM debian\n${runs}ENV X=${"x".repeat(60_000)}\nCMD ["x"]\n` });
		const { code, out } = await runCli(["rewrite"], { cwd });
		expect(code).toBe(0);
		expect(out).toContain('+ENTRYPOINT ["/sbin/pidone", "--"]');
	});

	it("many missing files are all told", async () => {
		const cwd = makeFolder();
		mkdirSync(join(cwd, "x"));
		const { code, err } = await runCli(["rewrite", "one", "two/Dockerfile", "x/three"], { cwd });
		expect(err.match(/^.*: no such file/gm)).toEqual(
			["one", "two/Dockerfile", "x/three"].map((path) => `${path}: no such file`),
		);
		expect(code).toBe(2);
	});
});
