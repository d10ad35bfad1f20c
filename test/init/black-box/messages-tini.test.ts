import { expect, it } from "vitest";
import manifest from "../../../package.json" with { type: "json" };
import { findDebian, hidePids } from "./helpers/debian.ts";
import { canSubreap, describeInits } from "./helpers/describe-inits.ts";
import { linkNative } from "./helpers/inits.ts";
import { namespace } from "./helpers/namespace.ts";
import { startProbe } from "./helpers/probe.ts";
import { run, runAsPid1, runBelowPid1 } from "./helpers/processes.ts";

const usage = (name: string): string => `Usage: ${name} [OPTIONS] PROGRAM -- [ARGS] | --version

Execute a program under the supervision of a valid init process (${name})

Command line options:

  --version: Show version and exit.
  -h: Show this help message and exit.
  -s: Register as a process subreaper (requires Linux >= 3.4).
  -p SIGNAL: Trigger SIGNAL when parent dies, e.g. "-p SIGKILL".
  -v: Generate more verbose output. Repeat up to 3 times.
  -w: Print a warning when processes are getting reaped.
  -g: Send signals to the child's process group.
  -e EXIT_CODE: Remap EXIT_CODE (from 0 to 255) to 0.
  -l: Show license and exit.

Environment variables:

  TINI_SUBREAPER: Register as a process subreaper (requires Linux >= 3.4).
  TINI_VERBOSITY: Set the verbosity level (default: 1).
  TINI_KILL_PROCESS_GROUP: Send signals to the child's process group.

`;
const notPid1 = `[WARN  tini (N)] Tini is not running as PID 1 and isn't registered as a child subreaper.
Zombie processes will not be re-parented to Tini, so zombie reaping won't work.
To fix the problem, use the -s option or set the environment variable TINI_SUBREAPER to register Tini as a child subreaper, or run Tini as PID 1.
`;
// Debian's tini loses the messages of its child, because it does not flush their buffer before the exec.
const withoutTty = (text: string): string =>
	text.replace(/^\[DEBUG tini \(N\)\] tcsetpgrp failed: no tty \(ok to proceed\)\n/m, "");

describeInits(["tini"], (init) => {
	const version = init.isReference ? "tini version 0.19.0" : `tini version 0.19.0 - pidone ${manifest.version}`;
	const help = (name: string): string[] =>
		["tini version 0.19.0", version].map((text) => `${name} (${text})\n${usage(name)}`);

	it("-h prints the usage on stdout", async () => {
		const { status, stdout, stderr } = await run([...init.command, "-h"]);
		expect([status, stderr]).toEqual([0, ""]);
		expect(help("tini")).toContain(stdout);
	});

	it.runIf(init.command.length === 1).each(["docker-init", "tini-static"])("names itself %s", async (name) => {
		linkNative(name);
		const { status, stdout } = await run([name, "-h"]);
		expect(status).toBe(0);
		expect(help(name)).toContain(stdout);
	});

	it.each([[[]], [["--"]], [["-v"]], [["-g", "--"]]])(
		"%j without a program prints the usage on stderr",
		async (args) => {
			const { status, stdout, stderr } = await run([...init.command, ...args]);
			expect([status, stdout]).toEqual([1, ""]);
			expect(help("tini")).toContain(stderr);
		},
	);

	it("--version is dockerd's to parse", async () => {
		expect(await run([...init.command, "--version"])).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
	});

	it.each([[["-Z"]], [["-Z", "true"]], [["-gZ", "true"]], [["--version", "true"]], [["--foo"]], [["-p"]], [["-e"]]])(
		"%j is an unknown option",
		async (args) => {
			const { status, stdout, stderr } = await run([...init.command, ...args]);
			const [first = "", ...rest] = stderr.split("\n");
			expect([status, stdout]).toEqual([1, ""]);
			expect(first).toMatch(/^tini: .*option/);
			expect(help("tini")).toContain(rest.join("\n"));
		},
	);

	it.each([
		[["-p", "FOO"], "-p: FOO"],
		[["-e", "256"], "-e: 256"],
		[["-e", "-1"], "-e: -1"],
		[["-e", "1x"], "-e: 1x"],
		[["-e", "x"], "-e: x"],
		[["-ex"], "-e: x"],
	])("%j is refused", async (args, text) => {
		const { status, stdout, stderr } = await run([...init.command, ...args, "true"]);
		expect([status, stdout, hidePids(stderr)]).toEqual([1, "", `[FATAL tini (N)] Not a valid option for ${text}\n`]);
	});

	it("-l prints a license", async () => {
		const { status, stdout, stderr } = await run([...init.command, "-l"]);
		expect([status, stderr]).toEqual([0, ""]);
		expect(stdout).toContain(init.isReference ? "The MIT License" : "Apache");
	});

	it("warns below PID 1, unless it must be quiet", async () => {
		expect(hidePids((await runBelowPid1(init, ["true"])).stderr)).toBe(notPid1);
		expect(hidePids((await runBelowPid1(init, ["true"], { env: { TINI_VERBOSITY: "1" } })).stderr)).toBe(notPid1);
		expect((await runBelowPid1(init, ["-vvv", "true"], { env: { TINI_VERBOSITY: "0" } })).stderr).toBe("");
		expect((await runBelowPid1(init, ["true"], { env: { TINI_VERBOSITY: "abc" } })).stderr).toBe("");
	});

	it("prints nothing as PID 1", async () => {
		expect(await runAsPid1(init, ["true"])).toEqual({ status: 0, stdout: "", stderr: "" });
	});

	const info = [
		"[INFO  tini (N)] Spawned child process 'sh' with pid 'N'\n",
		"[INFO  tini (N)] Main child exited normally (with status '3')\n",
	];
	const debug = [
		info[0],
		"[DEBUG tini (N)] Received SIGCHLD\n",
		"[DEBUG tini (N)] Reaped child with pid: 'N'\n",
		info[1],
	];
	const trace = [...debug, "[TRACE tini (N)] No child to wait\n", "[TRACE tini (N)] Exiting: child has exited\n"];

	it.each([
		[["-v"], {}, info],
		[["-vv"], {}, debug],
		[["-v", "-v"], {}, debug],
		[["-vvv"], {}, trace],
		[["-vvvv"], {}, trace],
		[[], { TINI_VERBOSITY: "2" }, info],
		[["-vvv"], { TINI_VERBOSITY: "2" }, info],
		[[], { TINI_VERBOSITY: "3" }, debug],
		[[], { TINI_VERBOSITY: "4" }, trace],
		[[], { TINI_VERBOSITY: "3x" }, debug],
	])("%j %j tells on stdout", async (args, env, expected) => {
		const { status, stdout, stderr } = await runAsPid1(init, [...args, "--", "sh", "-c", "exit 3"], { env });
		expect([status, withoutTty(hidePids(stdout)), stderr]).toEqual([3, expected.join(""), ""]);
	});

	it.runIf(canSubreap(init))("-s is reported at the third level", async () => {
		const { stdout } = await runBelowPid1(init, ["-svvv", "true"]);
		expect(hidePids(stdout)).toMatch(/^\[TRACE tini \(N\)\] Registered as child subreaper\n\[/);
	});

	it("reports signals", async () => {
		const probe = await startProbe(init, ["-vv"], "echo ready; exec sleep 1000");
		probe.send(15);
		const { stdout } = await probe.result;
		expect(hidePids(stdout)).toContain("[DEBUG tini (N)] Passing signal: 'Terminated'\n");
		expect(hidePids(stdout)).toContain("[INFO  tini (N)] Main child exited with signal (with signal 'Terminated')\n");
	});

	it.each([
		[1, "Hangup"],
		[2, "Interrupt"],
		[3, "Quit"],
		[10, "User defined signal 1"],
		[28, "Window changed"],
		[34, "Real-time signal"],
		[50, "Real-time signal"],
	])("calls signal %i as the C library does", async (signal, name) => {
		if (init.isEmulated && signal > 31) return;
		const probe = await startProbe(init, ["-vv"], `trap 'exit 0' ${signal}; sleep 1000 & echo ready; wait`);
		probe.send(signal);
		expect((await probe.result).stdout).toMatch(new RegExp(`Passing signal: '${name}( \\d+)?'\\n`));
	});

	it("-w reports each orphan", async () => {
		const script = "pid=$(sleep 0 >/dev/null & echo $!); while [ -e /proc/$pid ]; do :; done; echo $pid";
		const { stdout, stderr } = await runAsPid1(init, ["-w", "--", "sh", "-c", script]);
		expect(hidePids(stdout)).toMatch(/^\d+\n$/);
		expect(stderr).toContain(`with pid=${stdout}`);
		expect(hidePids(stderr)).toMatch(/^(\[WARN {2}tini \(N\)\] Reaped zombie process with pid=N\n)+$/);
	});

	const debian = findDebian("tini");
	it
		.skipIf(debian === undefined)
		.each<string[]>([
			["-h"],
			["--version"],
			[],
			["-p", "FOO", "true"],
			["-e", "256", "true"],
			["-vvv", "--", "true"],
			["-vv", "--", "false"],
			["-v", "sh", "-c", "kill -9 $$"],
			["-v", "/does/not/exist"],
			["/etc"],
			["-g", "/etc/passwd"],
			...(canSubreap(init) ? [["-s", "-vvv", "true"]] : []),
			["", "true"],
			["-e", "1", "-ve2", "sh", "-c", "exit 2"],
		])("says what Debian's says: %j %j %j", async (...args) => {
		const words = args.filter((word) => word !== undefined);
		const [ours, theirs] = await Promise.all([
			runAsPid1(init, words),
			run([...(namespace ?? []), ...(debian ?? []), ...words]),
		]);
		const plain = (text: string): string => withoutTty(hidePids(text.replace(version, "tini version 0.19.0")));
		// Debian's tini wakes up every second and reports that; ours never does.
		const theirErrors = plain(theirs.stderr).replaceAll(/^\[TRACE tini \(N\)\] No child to reap\n/gm, "");
		expect([ours.status, plain(ours.stdout), plain(ours.stderr)]).toEqual([
			theirs.status,
			plain(theirs.stdout),
			theirErrors,
		]);
	});
});
