import { describe, expect, it } from "vitest";
import { findDebian, hidePids } from "./helpers/debian.ts";
import { describeInits } from "./helpers/describe-inits.ts";
import { namespace } from "./helpers/namespace.ts";
import { startProbe } from "./helpers/probe.ts";
import { isStopped } from "./helpers/proc.ts";
import { run, runAsPid1, waitUntil } from "./helpers/processes.ts";
import { numberFor, optionsFor } from "./helpers/signal-numbers.ts";

const version = "dumb-init v1.2.5\n";
const help = `${version}Usage: dumb-init [option] command [[arg] ...]

dumb-init is a simple process supervisor that forwards signals to children.
It is designed to run as PID1 in minimal container environments.

Optional arguments:
   -c, --single-child   Run in single-child mode.
                        In this mode, signals are only proxied to the
                        direct child and not any of its descendants.
   -r, --rewrite s:r    Rewrite received signal s to new signal r before proxying.
                        To ignore (not proxy) a signal, rewrite it to 0.
                        This option can be specified multiple times.
   -v, --verbose        Print debugging information to stderr.
   -h, --help           Print this help message and exit.
   -V, --version        Print the current version and exit.

Full help is available online at https://github.com/Yelp/dumb-init
`;
const usage = "Usage: dumb-init [option] program [args]\nTry dumb-init --help for full usage.\n";
const rewriteUsage = `Usage: -r option takes <signum>:<signum>, where <signum> is between 1 and 31.
This option can be specified multiple times.
Use --help for full usage.
`;
// The child and the init write at the same time.
const sort = (text: string): string[] => hidePids(text).split("\n").sort();

describeInits(["dumb-init"], (init) => {
	describe.each([[{}], [{ DUMB_INIT_DEBUG: "1", DUMB_INIT_SETSID: "0" }]])("with %j", (env) => {
		it.each(["-h", "--help", "--h", "--he"])("%s prints the help on stderr", async (flag) => {
			expect(await run([...init.command, flag], { env })).toEqual({ status: 0, stdout: "", stderr: help });
		});

		it.each(["-V", "--version", "--vers"])("%s prints the version on stderr", async (flag) => {
			expect(await run([...init.command, flag, "ignored"], { env })).toEqual({
				status: 0,
				stdout: "",
				stderr: version,
			});
		});

		it.each([[[]], [["--"]], [["-v"]], [["-c", "--verb", "-r1:2"]]])(
			"%j without a command prints the usage",
			async (args) => {
				expect(await run([...init.command, ...args], { env })).toEqual({ status: 1, stdout: "", stderr: usage });
			},
		);

		it.each([
			[["-r"]],
			[["-r", ""]],
			[["-r", "herp"]],
			[["-r", "herp:derp"]],
			[["-r", "15"]],
			[["-r", "15::12"]],
			[["-r", "15:derp"]],
			[["-r", "0:15"]],
			[["-r", "32:15"]],
			[["-r", "15:32"]],
			[["-r", "15:-1"]],
			[["--rewrite=15"]],
			[["-r", "15:12", "-r"]],
			[["-r", "15:12", "-r", "0"]],
			[["-r", "15:12", "-r", "1:32"]],
		])("%j is not a rewrite", async (args) => {
			expect(await run([...init.command, ...args, "echo", "hi"], { env })).toEqual({
				status: 1,
				stdout: "",
				stderr: rewriteUsage,
			});
		});
	});

	it.each([
		[["--yolo"], ["unrecognized option '--yolo'"]],
		[["-Z"], ["invalid option -- 'Z'"]],
		[["-cZ"], ["invalid option -- 'Z'"]],
		[["--help=1"], ["option '--help' doesn't allow an argument", "option '--help=1' doesn't allow an argument"]],
		[["--ver"], ["option '--ver' is ambiguous; possibilities: '--verbose' '--version'"]],
	])("%j is an unknown option", async (args, texts) => {
		const { status, stdout, stderr } = await run([...init.command, ...args, "true"]);
		expect([status, stdout]).toEqual([1, ""]);
		expect([...texts, `unrecognized option '${args[0]}'`].map((text) => `dumb-init: ${text}\n`)).toContain(stderr);
	});

	it.each([
		[["-r"], "r"],
		[["--rewrite"], "rewrite"],
		[["-cr"], "r"],
	])("%j needs a value", async (args, name) => {
		const { status, stderr } = await run([...init.command, ...args]);
		expect(status).toBe(1);
		expect(stderr).toMatch(new RegExp(`^dumb-init: .*option.*${name}.*\\n$`));
	});

	it("prints nothing without -v", async () => {
		expect(await runAsPid1(init, ["sh", "-c", "exit 3"])).toEqual({ status: 3, stdout: "", stderr: "" });
		expect((await runAsPid1(init, ["true"], { env: { DUMB_INIT_DEBUG: "yes" } })).stderr).toBe("");
	});

	const spawned = "[dumb-init] Child spawned with PID N.\n";
	const childEnded = `[dumb-init] Received signal ${numberFor(init, 17)}.\n`;
	const ended = `${childEnded}[dumb-init] A child with PID N exited with exit status 3.
[dumb-init] Forwarded signal 15 to children.
[dumb-init] Child exited with status 3. Goodbye.
`;

	it.each([
		[["-v", "-c"], {}, ""],
		[["-vc"], {}, ""],
		[["--verbose", "--single-child"], {}, ""],
		[["-c"], { DUMB_INIT_DEBUG: "1" }, "[dumb-init] Running in debug mode.\n"],
		[
			[],
			{ DUMB_INIT_DEBUG: "1", DUMB_INIT_SETSID: "0" },
			"[dumb-init] Running in debug mode.\n[dumb-init] Not running in setsid mode.\n",
		],
		[["-v"], { DUMB_INIT_SETSID: "0" }, "[dumb-init] Not running in setsid mode.\n"],
	])("%j %j tells on stderr", async (args, env, first) => {
		const { status, stdout, stderr } = await runAsPid1(init, [...args, "sh", "-c", "exit 3"], { env });
		expect([status, stdout, hidePids(stderr)]).toEqual([3, "", `${first}${spawned}${ended}`]);
	});

	it.each([
		[["-v"], {}, ""],
		[["--verbose"], {}, ""],
		[[], { DUMB_INIT_DEBUG: "1" }, "[dumb-init] Running in debug mode.\n"],
	])("%j %j reports the session", async (args, env, first) => {
		const { status, stdout, stderr } = await runAsPid1(init, [...args, "sh", "-c", "exit 3"], { env });
		const session = `[dumb-init] Unable to detach from controlling tty (errno=25 Inappropriate ioctl for device).
[dumb-init] Unable to attach to controlling tty (errno=25 Inappropriate ioctl for device).
[dumb-init] setsid complete.
`;
		expect([status, stdout, sort(stderr)]).toEqual([3, "", sort(`${first}${spawned}${session}${ended}`)]);
		expect(hidePids(stderr).endsWith(ended)).toBe(true);
	});

	it("reports signals and their rewriting", async () => {
		const probe = await startProbe(
			init,
			optionsFor(init, ["-vc", "-r", "1:2", "-r", "28:0"]),
			"trap 'echo 2' 2; echo ready; while :; do sleep 1000 & wait $!; done",
		);
		probe.send(1);
		await probe.readLine();
		probe.send(28);
		probe.send(30);
		// A child that ends at once may be reaped before the init receives its SIGCHLD.
		const stderr = (await probe.result).stderr.replace(childEnded, "");
		const [window, power] = [numberFor(init, 28), numberFor(init, 30)];
		expect(sort(stderr)).toEqual(
			sort(`[dumb-init] Child spawned with PID N.
[dumb-init] Received signal 1.
[dumb-init] Translating signal 1 to 2.
[dumb-init] Forwarded signal 2 to children.
[dumb-init] Received signal ${window}.
[dumb-init] Translating signal ${window} to 0.
[dumb-init] Not forwarding signal 0 to children (ignored).
[dumb-init] Received signal ${power}.
[dumb-init] Forwarded signal ${power} to children.
[dumb-init] A child with PID N was terminated by signal ${power}.
[dumb-init] Forwarded signal 15 to children.
[dumb-init] Child exited with status ${128 + power}. Goodbye.
`),
		);
	});

	it("reports that it stops itself", async () => {
		const probe = await startProbe(init, ["-v"], "echo ready; exec sleep 1000", { isBelow: true });
		probe.send(20);
		await waitUntil(() => isStopped(probe.pid), "the init stops");
		probe.send(18);
		probe.send(15);
		const [stop, keyboardStop] = [19, 20].map((signal) => numberFor(init, signal));
		expect((await probe.result).stderr).toContain(`[dumb-init] Received signal ${keyboardStop}.
[dumb-init] Translating signal ${keyboardStop} to ${stop}.
[dumb-init] Forwarded signal ${stop} to children.
[dumb-init] Suspending self due to TTY signal.
`);
	});

	const debian = findDebian("dumb-init");
	it
		.skipIf(debian === undefined)
		.each<string[]>([
			["-h"],
			["-V"],
			[],
			["--yolo", "true"],
			["-r", "15:-2", "true"],
			["-v", "-r", "15:2", "true"],
			["-vc", "false"],
			["-vr15:3", "sh", "-c", "kill -9 $$"],
			["-v", "sh", "-c", "exit 5"],
			["--single", "--verb", "true"],
			["-vc", "sh", "-c", "kill -35 $$"],
			["-r", "15 :2", "true"],
			["-r", "015:02", "-v", "true"],
		])("says what Debian's says: %j %j %j", async (...args) => {
		const words = args.filter((word) => word !== undefined);
		const [ours, theirs] = await Promise.all([
			runAsPid1(init, words),
			run([...(namespace ?? []), ...(debian ?? []), ...words]),
		]);
		if (init.isEmulated && words.includes("kill -35 $$")) return;
		const told = theirs.stderr.replace(/(?<=Received signal )17/g, `${numberFor(init, 17)}`);
		expect([ours.status, ours.stdout, sort(ours.stderr)]).toEqual([theirs.status, theirs.stdout, sort(told)]);
	});
});
