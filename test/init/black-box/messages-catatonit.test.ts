import { expect, it } from "vitest";
import manifest from "../../../package.json" with { type: "json" };
import { findDebian, hidePids } from "./helpers/debian.ts";
import { describeInits } from "./helpers/describe-inits.ts";
import { namespace } from "./helpers/namespace.ts";
import { run, runAsPid1, runBelowPid1 } from "./helpers/processes.ts";

const usage = "usage: catatonit [-ghLPV] [--] <progname> [<arguments>...]\n";
const help = `${usage}
options:
  -g              Forward signals to pid1's process group.
  -h              Print this help page.
  -L              Print license information.
  -P              Run in pause mode (no program is run and quit on SIGINT).
  -V, --version   Print version information.
`;
/**
 * Removes the lines that say where to find the source code and where to report bugs. Ours does not print them, because
 * both places are different for it.
 */
const withoutPlaces = (text: string): string => text.replace(/\nThe source code can be found at .*\n.*\n/, "");
const debug = { CATATONIT_DEBUG: "" };

describeInits(["catatonit"], (init) => {
	it.each([[["-h"]], [["-gh"]], [["-h", "true"]], [["-Ph"]]])("%j prints the help on stderr", async (args) => {
		const { status, stdout, stderr } = await run([...init.command, ...args]);
		expect([status, stdout, withoutPlaces(stderr)]).toEqual([0, "", help]);
	});

	it.each(["-V", "--version", "--vers", "--v"])("%s makes dockerd recognize it as tini", async (flag) => {
		const { status, stdout, stderr } = await run([...init.command, flag]);
		expect([status, stderr]).toEqual([0, ""]);
		if (init.isReference) expect(stdout).toMatch(/^tini version [\d.]+_catatonit\n$/);
		else expect(stdout).toBe(`tini version 0.2.1_catatonit - pidone ${manifest.version}\n`);
	});

	it("-L prints a license", async () => {
		const { status, stdout, stderr } = await run([...init.command, "-L"]);
		expect([status, stderr]).toEqual([0, ""]);
		expect(stdout).toMatch(/License/);
	});

	it.each([[[]], [["--"]], [["-g"]], [["-g", "--"]]])("%j lacks a program", async (args) => {
		const { status, stdout, stderr } = await run([...init.command, ...args]);
		expect([status, stdout, hidePids(stderr)]).toEqual([1, "", `ERROR (catatonit:N): missing program name\n${usage}`]);
	});

	it.each([[["-x", "true"]], [["-gx"]], [["--foo", "true"]], [["-l", "true"]], [["--version=1"]], [["--=g", "true"]]])(
		"%j is an unknown option",
		async (args) => {
			const { status, stdout, stderr } = await run([...init.command, ...args]);
			const [first = "", ...rest] = stderr.split("\n");
			expect([status, stdout, rest.join("\n")]).toEqual([1, "", usage]);
			expect(first).toMatch(/^catatonit: .*option/);
		},
	);

	it("prints nothing about what it does", async () => {
		expect(await runAsPid1(init, ["true"])).toEqual({ status: 0, stdout: "", stderr: "" });
		expect((await runBelowPid1(init, ["-g", "--", "sh", "-c", "exit 3"])).stderr).toBe("");
	});

	// Debian's catatonit writes a line in three parts, and its child writes between them.
	it.skipIf(init.isReference)("CATATONIT_DEBUG prints on stderr what it does", async () => {
		const script = "pid=$(sleep 0 >/dev/null & echo $!); while [ -e /proc/$pid ]; do :; done; exit 3";
		const { status, stdout, stderr } = await runAsPid1(init, ["--", "sh", "-c", script], { env: debug });
		expect([status, stdout]).toEqual([3, ""]);
		expect(hidePids(stderr).split("\n")).toEqual(
			expect.arrayContaining([
				"DEBUG (catatonit:N): pid1 (N) spawned: sh",
				"DEBUG (catatonit:N): setting foreground process failed: no tty present: Inappropriate ioctl for device",
				"DEBUG (catatonit:N): child process N exited with code 0",
				"DEBUG (catatonit:N): got ECHILD: no children left to monitor",
			]),
		);
	});

	const debian = findDebian("catatonit");
	it
		.skipIf(debian === undefined)
		.each<string[]>([
			["-h"],
			[],
			["-g"],
			["--", "true"],
			["sh"],
			["-g", "--", "false"],
			["-g", "sh", "-c", "kill -9 $$"],
			["--", "/does/not/exist"],
			["/etc"],
			["", "true"],
		])("says what Debian's says: %j %j %j", async (...args) => {
		const words = args.filter((word) => word !== undefined);
		const [ours, theirs] = await Promise.all([
			runAsPid1(init, words),
			run([...(namespace ?? []), ...(debian ?? []), ...words]),
		]);
		const plain = (text: string): string => withoutPlaces(hidePids(text));
		expect([ours.stdout, plain(ours.stderr)]).toEqual([theirs.stdout, plain(theirs.stderr)]);
		// Debian's catatonit exits with 1 if it cannot run a program.
		if (!/failed to exec/.test(ours.stderr)) expect(ours.status).toBe(theirs.status);
	});
});
