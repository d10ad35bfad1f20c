import { chmodSync, symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder, needsOther, runCli } from "./run-cli.ts";

/** Something that suggests systemd, and a script that decides what runs. */
const DOCKERFILE =
	'FROM debian:12\nRUN systemctl enable x\nCOPY run.sh /run.sh\nENTRYPOINT ["/run.sh"]\nCMD ["nginx", "-g", "daemon off;"]\n';
const LEFT_ALONE =
	"Dockerfile:4:1: unknown-command: systemctl enable (line 2) points to a system init, which must be PID 1, and";

/** What the rewrite of a folder says, and what it would change. */
async function rewriteIn(cwd: string): Promise<{ code: number | undefined; told: string; out: string }> {
	const { code, err, out } = await runCli(["rewrite"], { cwd });
	return { code, told: err.split("\n")[0] ?? "", out };
}

describe("a script of the build context", () => {
	it.each([
		["is followed", '#!/bin/sh\nexec "$@"\n'],
		["is followed with line ends of Windows", '#!/bin/sh\r\nset -e\r\nexec "$@"\r\n'],
		["is followed without a first line", 'exec "$@"\n'],
	])("%s", async (_, script) => {
		const run = await rewriteIn(makeFolder({ Dockerfile: DOCKERFILE, "run.sh": script }));
		expect(run.code).toBe(0);
		expect(run.out).toContain('+ENTRYPOINT ["/sbin/pidone", "--", "/run.sh"]');
	});

	it.each([
		[
			"starts systemd",
			"#!/bin/sh\nprepare\nexec /lib/systemd/systemd\n",
			"Dockerfile:4:1: must-be-pid1: a system init must be PID 1 (run.sh:3)",
		],
		[
			"starts tini itself",
			'#!/bin/sh\nexec tini -- "$@"\n',
			"Dockerfile:4:1: already-init: its script, at run.sh:2, starts tini",
		],
		[
			"does not parse",
			"#!/bin/sh\nif true; then\n",
			`${LEFT_ALONE} line 3 of run.sh cannot be read: unexpected the end`,
		],
		["is gibberish", ")}]{([ \u0001\u0002", `${LEFT_ALONE} line 1 of run.sh cannot be read: unexpected )`],
		["starts itself", '#!/bin/sh\nexec "$0" "$@"\n', `${LEFT_ALONE} run.sh starts itself over and over`],
		[
			"is nested without end",
			`exec ${"$(".repeat(100_000)}`,
			`${LEFT_ALONE} line 1 of run.sh cannot be read: expansions are nested too deeply`,
		],
		[
			"has far too many branches",
			`${'if a; then set -- "$@" b; fi\n'.repeat(30_000)}exec "$@"`,
			`${LEFT_ALONE} run.sh is too long to follow`,
		],
	])("that %s is left alone with the reason", async (_, script, told) => {
		const run = await rewriteIn(makeFolder({ Dockerfile: DOCKERFILE, "run.sh": script }));
		expect(run).toEqual({ code: 0, told, out: "" });
	});

	it("that is a binary is left alone with the reason", async () => {
		const run = await rewriteIn(
			makeFolder({ Dockerfile: DOCKERFILE, "run.sh": Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0]) }),
		);
		expect(run).toEqual({ code: 0, told: `${LEFT_ALONE} what /run.sh starts is unknown`, out: "" });
	});

	it.each<[what: string, why: string, make: (file: string) => void]>([
		[
			"is a link out of the context",
			"run.sh is a link that leads out of the build context",
			(file) => symlinkSync("/etc/hostname", file),
		],
		["is a link to itself", "run.sh is a link that leads nowhere", (file) => symlinkSync("run.sh", file)],
		["is missing", "run.sh is not in the build context", () => {}],
	])("that %s is left alone with the reason", async (_, why, make) => {
		const cwd = makeFolder({ Dockerfile: DOCKERFILE });
		make(join(cwd, "run.sh"));
		expect(await rewriteIn(cwd)).toEqual({ code: 0, told: `${LEFT_ALONE} ${why}`, out: "" });
	});

	it("of 50 MB is not read", async () => {
		const cwd = makeFolder({ Dockerfile: DOCKERFILE, "run.sh": "" });
		truncateSync(join(cwd, "run.sh"), 50_000_000);
		expect(await rewriteIn(cwd)).toEqual({
			code: 0,
			told: `${LEFT_ALONE} run.sh has 50.0 MB, which is too much for a script`,
			out: "",
		});
	});

	it("that nobody may read is left alone with the reason", async (context) => {
		const isOther = await needsOther(context);
		const cwd = makeFolder({ Dockerfile: DOCKERFILE, "run.sh": "exec app\n" });
		chmodSync(join(cwd, "run.sh"), 0o000);
		const { code, err } = await runCli(["rewrite"], { cwd, isOther });
		expect(err).toContain(`${LEFT_ALONE} run.sh cannot be read: permission denied`);
		expect(code).toBe(0);
	});

	it("may start another one that starts it", async () => {
		const cwd = makeFolder({
			Dockerfile: DOCKERFILE.replace("COPY run.sh /run.sh", "COPY . /"),
			"run.sh": "exec /b.sh",
			"b.sh": "exec /run.sh",
		});
		expect((await rewriteIn(cwd)).told).toBe(`${LEFT_ALONE} b.sh starts itself over and over`);
	});
});
