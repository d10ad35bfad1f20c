import { expect, it } from "vitest";
import manifest from "../../../package.json" with { type: "json" };
import { describeInits } from "./helpers/describe-inits.ts";
import { linkNative } from "./helpers/inits.ts";
import { run, runAsPid1 } from "./helpers/processes.ts";
import { lastSignal } from "./helpers/signal-numbers.ts";

const options = [
	"-g",
	"--group",
	"-a",
	"--all",
	"-s",
	"--subreaper",
	"-e",
	"--ok-status",
	"-r",
	"--rewrite",
	"--delay",
	"--kill-after",
	"--grace",
	"--kill-orphans",
	"--setsid",
	"-p",
	"--parent-death-signal",
	"-w",
	"--warn",
	"-v",
	"--verbose",
	"-h",
	"--help",
	"-V",
	"--version",
];
const withValue = [
	"-e",
	"--ok-status",
	"-r",
	"--rewrite",
	"--delay",
	"--kill-after",
	"--grace",
	"--kill-orphans",
	"-p",
	"--parent-death-signal",
];
const switches = options.filter((option) => option.startsWith("--") && !withValue.includes(option));

describeInits(["pidone"], (init) => {
	it.each(["-h", "--help"])("%s prints a help that names each option", async (flag) => {
		const { status, stdout, stderr } = await run([...init.command, flag]);
		expect([status, stderr]).toEqual([0, ""]);
		const words = new Set(stdout.split(/[^\w-]+/));
		expect(options.filter((option) => !words.has(option))).toEqual([]);
		expect(stdout.split("\n").every((line) => line.length <= 100)).toBe(true);
	});

	it.each(["-V", "--version", "-gV"])("%s prints the version", async (flag) => {
		expect(await run([...init.command, flag])).toEqual({
			status: 0,
			stdout: `pidone ${manifest.version}\n`,
			stderr: "",
		});
	});

	it.runIf(init.command.length === 1)("is itself under any other name", async () => {
		linkNative("init");
		expect((await run(["init", "--version"])).stdout).toBe(`pidone ${manifest.version}\n`);
	});

	// If an option and its value are one word, the message may name either the option or the whole word.
	const refuses = async (args: readonly string[], ...texts: readonly string[]): Promise<void> => {
		const { status, stdout, stderr } = await run([...init.command, ...args]);
		expect([status, stdout]).toEqual([2, ""]);
		expect(texts.map((text) => `pidone: ${text}; see --help\n`)).toContain(stderr);
	};

	it.each([[[]], [["--"]], [["-g"]], [["--group", "--grace=5"]], [["-r", "TERM:QUIT", "--"]]])(
		"%j: no command to run",
		(args) => refuses(args, "no command to run"),
	);

	it.each([
		["--foo", "--foo"],
		["--foo=1", "--foo"],
		["--grou", "--grou"],
		["-Z", "-Z"],
		["-gZ", "-Z"],
		["--GROUP", "--GROUP"],
	])("%s: unknown option", (arg, name) =>
		refuses([arg, "true"], `unknown option '${name}'`, `unknown option '${arg}'`),
	);

	it.each(withValue)("%s needs a value", (option) => refuses([option], `option '${option}' needs a value`));

	it.each(switches)("%s takes no value", (option) => refuses([`${option}=1`, "true"], `unknown option '${option}=1'`));

	const last = lastSignal(init);
	it.each([
		["-e", "256"],
		["-e", "-1"],
		["-e", "x"],
		["-e", "1x"],
		["-e", "1,,2"],
		["-e", "1,"],
		["-e", ","],
		["-e", ""],
		["-e", "1,256"],
		["--ok-status", "1 2"],
		["-e", "4294967296"],
		["-r", "70"],
		["-r", "TERM"],
		["-r", "TERM:"],
		["-r", ":TERM"],
		["-r", "TERM:QUIT:INT"],
		["-r", "FOO:TERM"],
		["-r", "TERM:FOO"],
		["-r", `${last + 1}:1`],
		["-r", `1:${last + 1}`],
		["-r", "0:15"],
		["-r", ""],
		["-r", "TERM:QUIT,"],
		["-r", `RTMIN+${last - 33}:TERM`],
		["-r", `RTMAX-${last - 33}:TERM`],
		["-r", "RTMIN-1:TERM"],
		["-r", "RTMAX+1:TERM"],
		["-r", "RTMIN+:TERM"],
		["-r", "TERM=QUIT"],
		["-r", "4294967311:2"],
		["--rewrite", "15:-2"],
		["--delay", "TERM"],
		["--delay", "TERM="],
		["--delay", "=5"],
		["--delay", "TERM=x"],
		["--delay", "FOO=5"],
		["--delay", "TERM=-1"],
		["--delay", "0=1"],
		["--delay", "TERM=1.2345"],
		["--delay", "TERM=1,"],
		["--kill-after", "x"],
		["--kill-after", "-1"],
		["--kill-after", "1s"],
		["--kill-after", ""],
		["--grace", ""],
		["--grace", "abc"],
		["--grace", "1000001"],
		["--grace", ".5"],
		["--grace", "1e3"],
		["--grace", " 1"],
		["--grace", "1.0000"],
		["--grace", "99999999999999999999"],
		["-p", "FOO"],
		["-p", ""],
		["-p", `${last + 1}`],
		["-p", "0"],
		["--parent-death-signal", "-9"],
		["--kill-orphans", ""],
	])("%s %j: invalid value", (option, value) =>
		refuses([option, value, "true"], `invalid value '${value}' for '${option}'`),
	);

	it.each([
		["--grace=abc", "abc", "--grace"],
		["-ex", "x", "-e"],
		["-ge256", "256", "-e"],
		["--rewrite=70", "70", "--rewrite"],
	])("%s: invalid value", (arg, value, option) =>
		refuses([arg, "true"], `invalid value '${value}' for '${option}'`, `invalid value '${value}' for '${arg}'`),
	);

	it.each([
		["--grace", "0"],
		["--grace", "1000000"],
		["--grace", "0.5"],
		["--grace", "0.001"],
		["--kill-after", "12.125"],
		["--delay", "TERM=0"],
		["--delay", "TERM=1,RTMIN+3=0.5"],
		["--delay", "15=1"],
		["-p", "KILL"],
		["-p", "SIGKILL"],
		["-p", "15"],
		["--kill-orphans", "a"],
		["--kill-orphans", "php-fpm*,nginx"],
		["-e", "0,255"],
		["-r", "TERM:0"],
	])("%s %s is fine", async (option, value) => {
		const { status, stderr } = await runAsPid1(init, [option, value, "sh", "-c", "exit 9"]);
		expect([status, stderr]).toEqual([9, ""]);
	});

	it.each([
		["PIDONE_GRACE", "abc"],
		["PIDONE_KILL_AFTER", "-1"],
		["PIDONE_OK_STATUS", "256"],
		["PIDONE_REWRITE", "TERM"],
		["PIDONE_DELAY", "5"],
		["PIDONE_PARENT_DEATH_SIGNAL", "FOO"],
	])("%s=%s is reported, and the program runs all the same", async (name, value) => {
		const { status, stdout, stderr } = await runAsPid1(init, ["sh", "-c", "echo runs; exit 4"], {
			env: { [name]: value },
		});
		expect([status, stdout]).toEqual([4, "runs\n"]);
		expect([`pidone: invalid value '${value}' for ${name}\n`, `pidone: invalid value in ${name}=${value}\n`]).toContain(
			stderr,
		);
	});

	it("prints nothing without -v", async () => {
		expect(await runAsPid1(init, ["sh", "-c", "exit 3"])).toEqual({ status: 3, stdout: "", stderr: "" });
	});

	it("-v prints on stderr, with its name on each line", async () => {
		const { status, stdout, stderr } = await runAsPid1(init, ["-v", "sh", "-c", "exit 3"]);
		expect([status, stdout]).toEqual([3, ""]);
		expect(stderr).toMatch(/^(pidone: .+\n)+$/);
	});

	it("-w reports each orphan", async () => {
		const script = "pid=$(sleep 0 >/dev/null & echo $!); while [ -e /proc/$pid ]; do :; done; echo $pid";
		const { stdout, stderr } = await runAsPid1(init, ["-w", "sh", "-c", script]);
		expect(stderr).toMatch(/^(pidone: .+\n)+$/);
		expect(stderr).toMatch(new RegExp(`\\b${stdout.trim()}\\b`));
	});
});
