import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder, runCli, runShell } from "./run-cli.ts";

/** Bytes that are not UTF-8, in every kind of place. */
const LATIN = Buffer.from(
	'# caf\xe9\n# pr\xe9\xfft\r\nFROM debian:12\n# \xe2\x82\nLABEL a="\xe9" \\\n# \xe9\n  b=c\nRUN echo \xe9 && cat <<EOF\n\xfe\nEOF\nUSER caf\xe9\nENTRYPOINT ["/caf\xe9", "\xe9"]\nCMD echo \xe9',
	"latin1",
);

describe("bytes that are not UTF-8", () => {
	it("stay what they are in a file that is rewritten, and reverted", async () => {
		const cwd = makeFolder({ Dockerfile: LATIN });
		expect(await runCli(["rewrite", "--write"], { cwd })).toMatchObject({
			code: 0,
			err: expect.stringContaining("1 file, 1 changed"),
		});
		const rewritten = readFileSync(join(cwd, "Dockerfile"));
		const added = Buffer.from('"/sbin/pidone", "--", ');
		const at = rewritten.indexOf(added);
		expect(rewritten.subarray(at + added.length).equals(LATIN.subarray(LATIN.indexOf('"/caf')))).toBe(true);
		expect(rewritten.subarray(0, 20).equals(LATIN.subarray(0, 20))).toBe(true);
		expect((await runCli(["rewrite", "--check"], { cwd })).code).toBe(0);
		expect((await runCli(["revert", "--write"], { cwd })).code).toBe(0);
		expect(readFileSync(join(cwd, "Dockerfile")).equals(LATIN)).toBe(true);
	});

	it("go through a filter, and through a diff that patch understands", async () => {
		const cwd = makeFolder({ Dockerfile: LATIN });
		await runShell(
			"pidone rewrite - < Dockerfile > rewritten; pidone revert - < rewritten > reverted; pidone rewrite > diff",
			{ cwd },
		);
		expect(readFileSync(join(cwd, "reverted")).equals(LATIN)).toBe(true);
		expect(readFileSync(join(cwd, "diff")).includes(Buffer.from('-ENTRYPOINT ["/caf\xe9", "\xe9"]\n', "latin1"))).toBe(
			true,
		);
	});

	it("are shown as characters in reports, at their columns", async () => {
		const cwd = makeFolder({ Dockerfile: Buffer.from("FROM debian:12\nRUN a\n\xe9 \xe9\n", "latin1") });
		expect((await runCli(["check"], { cwd })).out).toContain(
			"Dockerfile:3:1 error syntax-error unknown instruction: \ufffd",
		);
		for (const format of ["json", "sarif", "github", "checkstyle"]) {
			const { out } = await runCli(["check", "--format", format], { cwd });
			expect(out).toContain("unknown instruction: \ufffd");
			expect(out).not.toContain("\\udc");
		}
		expect((await runCli(["rewrite"], { cwd })).err).toContain(
			"Dockerfile:3:1: does not parse: unknown instruction: \ufffd",
		);
	});

	it("are shown as characters in what runs", async () => {
		const cwd = makeFolder({ Dockerfile: Buffer.from('FROM debian:12\nCMD ["caf\xe9"]\n', "latin1") });
		expect((await runCli(["explain"], { cwd })).out).toContain("caf\ufffd");
		expect((await runCli(["explain", "--json"], { cwd })).out).toContain("caf\ufffd");
		expect((await runCli(["rewrite", "--json"], { cwd })).out).toContain('CMD [\\"caf\ufffd\\"]');
	});

	it("keep a shell form from becoming JSON, which cannot hold them", async () => {
		const bytes = Buffer.from("FROM debian:12\nENTRYPOINT echo caf\xe9\n", "latin1");
		const cwd = makeFolder({ Dockerfile: bytes });
		const { code, out, err } = await runCli(["rewrite"], { cwd });
		expect({ code, out }).toEqual({ code: 0, out: "" });
		expect(err).toContain(
			"cannot-install: the byte 0xE9 in the shell form is not UTF-8, and the exec form that an init needs cannot hold it",
		);
		expect((await runCli(["check"], { cwd })).out).toContain("warning cannot-install the byte 0xE9");
	});
});
