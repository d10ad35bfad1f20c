import { beforeAll, describe, expect, test } from "vitest";
import { Machine } from "./helpers/machine.ts";
import { playScenario, type Scenario } from "./helpers/scenario.ts";

let machine: Machine;
beforeAll(async () => {
	machine = await Machine.build(8);
});

const play = (scenario: Scenario) => playScenario(machine, scenario);
const pidone = (options: readonly string[], scenario: Partial<Scenario> = {}) =>
	play({ argv: ["pidone", ...options, "prog"], ...scenario });
/** TERM at 10 ms, HUP at 20 ms. */
const signals = [
	[10, 15],
	[20, 1],
] as const;

describe("what is sent", () => {
	test.each<[options: readonly string[], sent: readonly string[]]>([
		[[], ["10 main 15", "20 main 1"]],
		[["-g"], ["10 group 15", "20 group 1"]],
		[["--group"], ["10 group 15", "20 group 1"]],
		[["-a"], ["10 all 15", "20 all 1"]],
		[
			["--all", "-g"],
			["10 all 15", "20 all 1"],
		],
		[["-gs"], ["10 group 15", "20 group 1"]],
		[
			["-r", "TERM:QUIT"],
			["10 main 3", "20 main 1"],
		],
		[["-rSIGTERM:SIGQUIT,HUP:0"], ["10 main 3"]],
		[
			["--rewrite=15:3", "--rewrite", "1:RTMIN+3"],
			["10 main 3", "20 main 37"],
		],
		[
			["--rewrite", "TERM:RTMAX-1,SIGHUP:RTMIN"],
			["10 main 63", "20 main 34"],
		],
		[
			["--delay", "TERM=0.5"],
			["20 main 1", "511 main 15"],
		],
		[["--delay=SIGTERM=1.002,1=3"], ["1013 main 15", "3021 main 1"]],
		[["--delay=TERM=0"], ["10 main 15", "20 main 1"]],
		[
			["--kill-after", "0.25"],
			["10 main 15", "20 main 1", "261 main 9"],
		],
		[
			["-g", "--kill-after=1"],
			["10 group 15", "20 group 1", "1011 group 9"],
		],
		[
			["--kill-after=1", "-r", "TERM:USR1"],
			["10 main 10", "20 main 1", "1011 main 9"],
		],
		[["--kill-after=1", "-r", "TERM:0"], ["20 main 1"]],
		[
			["--kill-after=0.25", "--stop-signal=HUP,USR1", "-r", "TERM:0"],
			["20 main 1", "271 main 9"],
		],
		[
			["--kill-after=0.25", "-r", "TERM:0,HUP:QUIT", "--stop-signal", "SIGQUIT"],
			["20 main 3", "271 main 9"],
		],
	])("%j", (options, sent) => {
		expect(pidone(options, { signals }).sent).toEqual(sent);
	});

	test.each([2, 3])(
		"signal %i starts no --kill-after: a JVM prints its threads for QUIT, a program can ask about INT",
		(signal) => {
			expect(pidone(["--kill-after=0.25"], { signals: [[10, signal]] }).sent).toEqual([`10 main ${signal}`]);
		},
	);

	test("a second signal is merged with the delayed one", () => {
		const twice = [
			[10, 15],
			[300, 15],
			[700, 15],
		] as const;
		expect(pidone(["--delay=TERM=0.5"], { signals: twice }).sent).toEqual(["511 main 15", "1201 main 15"]);
	});

	test.each([
		[["--grace=1"], ["10 main 15", "10 all 15", "10 all 18", "1011 all 9"]],
		[
			["--grace=1", "-g"],
			["10 group 15", "10 group 18", "1011 group 9"],
		],
		[["--grace=0"], ["10 main 15"]],
		[["-g", "--grace=0"], ["10 group 15"]],
		[["-g"], ["10 group 15", "10 group 18", "10011 group 9"]],
		[["-a"], ["10 all 15", "10 all 18", "10011 all 9"]],
	] as const)("%j, when the main child has obeyed and others have not", (options, sent) => {
		const others = { orphans: ["deaf"], obeys: true, signals: [[10, 15]] } as const;
		expect(pidone(options, others).sent).toEqual(sent);
	});

	test.each([
		[["-g"], 3, ["10 group 3", "10 group 18", "5011 group 15", "10011 group 9"]],
		[["-a"], 2, ["10 all 2", "10 all 18", "5011 all 15", "10011 all 9"]],
		[["-g", "--grace=1"], 1, ["10 group 1", "10 group 18", "511 group 15", "1011 group 9"]],
		[["-g", "-r", "TERM:USR1"], 3, ["10 group 3", "10 group 18", "5011 group 10", "10011 group 9"]],
		[["-g", "-r", "TERM:QUIT"], 15, ["10 group 3", "10 group 18", "10011 group 9"]],
		[["-g", "--stop-signal=USR1"], 10, ["10 group 10", "10 group 18", "10011 group 9"]],
		[["-g"], 10, ["10 group 10", "10 group 15", "10 group 18", "10011 group 9"]],
		[["--grace=1"], 3, ["10 main 3", "10 all 15", "10 all 18", "1011 all 9"]],
	] as const)("%j, when signal %i has ended the main child, and others go on", (options, signal, sent) => {
		const others = { orphans: ["deaf"], obeys: true, signals: [[10, signal]] } as const;
		expect(pidone(options, others).sent).toEqual(sent);
	});

	test.each([["php-fpm"], ["php*"], ["nginx,php-fpm"], ["*"]])(
		"--kill-orphans %s ends orphans of that name",
		(names) => {
			expect(pidone([`--kill-orphans=${names}`], { orphans: ["php-fpm"] }).sent).toEqual([
				"1001 php-fpm 15",
				"1001 php-fpm 18",
				"6011 php-fpm 9",
			]);
		},
	);

	test.each<[names: string, name: string, isEnded: boolean]>([
		["a-very-long-daemon-name", "a-very-long-dae", true],
		["a-very-long-dae", "a-very-long-dae", true],
		["a-very-long-daX", "a-very-long-dae", false],
		["a-very-long-daemon*", "a-very-long-dae", true],
		["nginx, foo", "foo", true],
		[" foo ,nginx", "foo", true],
		["foo,,bar", "bar", true],
		["php*fpm", "php-fpm", true],
		["php*fpm", "php-fpm8", false],
		["php*fpm", "phpfpm", true],
		["*-fpm*", "php-fpm8", true],
		["*", "anything", true],
		["nginx", "nginx\nx", false],
		["nginx\nx", "nginx\nx", true],
		["two words", "two words", true],
	])("--kill-orphans '%s' concerns '%s': %s", (names, name, isEnded) => {
		const { sent } = pidone([`--kill-orphans=${names}`], { orphans: [name], doOrphansObey: true });
		expect(sent.length > 0).toBe(isEnded);
	});

	test("each of two thousand orphans is reported once", () => {
		const orphans = Array.from({ length: 2000 }, () => "php-fpm");
		const { sent, stderr } = pidone(["--kill-orphans=php-fpm"], { orphans, doOrphansObey: true });
		expect(sent.filter((line) => line.endsWith(" 15"))).toHaveLength(2000);
		expect(new Set(stderr.split("\n").slice(0, -1)).size).toBe(2000);
	});

	test("without /proc, --kill-orphans warns once", () => {
		const { stderr } = pidone(["--kill-orphans=php-fpm"], { orphans: ["php-fpm"], surroundings: { hasProc: false } });
		expect(stderr).toMatch(/^pidone: cannot read [^\n]*No such file or directory[^\n]*\n$/);
	});

	test("an orphan with the process ID of an ended one is another orphan", () => {
		const orphans = { orphans: ["php-fpm"], orphanTimes: [5, 1500], doOrphansObey: true } as const;
		expect(pidone(["--kill-orphans=php-fpm"], orphans).sent).toEqual([
			"1001 php-fpm 15",
			"1001 php-fpm 18",
			"2003 php-fpm 15",
			"2003 php-fpm 18",
		]);
	});

	test.each([["php-fpm8.2"], ["php"], ["hp-fpm"], ["php-fp,m"]])("--kill-orphans %s spares other names", (names) => {
		expect(pidone([`--kill-orphans=${names}`], { orphans: ["php-fpm"] }).sent).toEqual([]);
	});
});

describe("the status", () => {
	test.each<[options: readonly string[], waitStatus: number, status: number]>([
		[[], 7 << 8, 7],
		[[], 15, 143],
		[[], 11 | 0x80, 139],
		[[], 64, 192],
		[["-e", "143"], 15, 0],
		[["-e143,7"], 7 << 8, 0],
		[["--ok-status=1", "--ok-status=255"], 255 << 8, 0],
		[["--ok-status", "7"], 8 << 8, 8],
	])("%j makes of 0x%i", (options, waitStatus, status) => {
		expect(pidone(options, { waitStatus, end: 30 }).status).toBe(status);
	});
});

describe("numbers as strtol(3) reads them, under the name of tini", () => {
	test.each([
		["", 0, 0],
		["+3", 3, 0],
		[" 3", 3, 0],
		["3", 4, 4],
	])("-e '%s' makes of %i", (value, status, expected) => {
		expect(play({ argv: ["tini", "-e", value, "prog"], end: 30, waitStatus: status << 8 }).status).toBe(expected);
	});

	test.each(["-1", "256", "3x"])("-e %s is rejected", (value) => {
		expect(play({ argv: ["tini", "-e", value, "prog"] }).status).toBe(1);
	});

	test("TINI_VERBOSITY may begin with a space", () => {
		const run = (value: string) =>
			play({ argv: ["tini", "prog"], environment: [`TINI_VERBOSITY=${value}`], end: 30 }).stdout;
		expect(run(" 3")).toBe(run("3"));
		expect(run("3")).not.toBe("");
	});
});

describe("a filter of system calls", () => {
	test.each([
		[["rt_sigtimedwait"], "cannot wait for signals, none are forwarded"],
		[["rt_sigprocmask"], "cannot block signals, some may be lost"],
		[["rt_sigprocmask", "rt_sigtimedwait"], "cannot block signals, some may be lost"],
	])("that refuses %j is reported once, and the init goes on without spinning", (refused, message) => {
		const { status, stderr } = pidone(["--grace=1"], { waitStatus: 7 << 8, surroundings: { refused } });
		expect([status, stderr]).toEqual([7, `pidone: ${message}: Operation not permitted\n`]);
	});
});

describe("what the process itself becomes", () => {
	test.each([[["-p", "TERM"]], [["-pSIGTERM"]], [["--parent-death-signal=15"]]])("%j", (options) => {
		expect(pidone(options, { end: 1 }).parentDeathSignal).toBe(15);
	});

	test("a child subreaper, unless it is PID 1", () => {
		expect(pidone([], { end: 1, surroundings: { pid: 7 } }).isReaper).toBe(true);
		expect(pidone([], { end: 1, surroundings: { pid: 7, subreaperResult: -22 } })).toMatchObject({
			status: 0,
			stderr: "",
		});
	});
});

describe("the environment", () => {
	test.each<[variable: string, sent: readonly string[]]>([
		["PIDONE_GROUP=1", ["10 group 15", "20 group 1"]],
		["PIDONE_GROUP=0", ["10 main 15", "20 main 1"]],
		["PIDONE_GROUP=", ["10 main 15", "20 main 1"]],
		["PIDONE_ALL=yes", ["10 all 15", "20 all 1"]],
		["PIDONE_REWRITE=TERM:QUIT,HUP:0", ["10 main 3"]],
		["PIDONE_DELAY=TERM=0.5", ["20 main 1", "511 main 15"]],
		["PIDONE_KILL_AFTER=0.25", ["10 main 15", "20 main 1", "261 main 9"]],
		["PIDONE_GROU=1", ["10 main 15", "20 main 1"]],
		["XPIDONE_GROUP=1", ["10 main 15", "20 main 1"]],
	])("%s", (variable, sent) => {
		expect(pidone([], { environment: ["A=b", variable], signals })).toMatchObject({ sent, stderr: "" });
	});

	test.each(["GRACE=abc", "REWRITE=FOO:BAR", "DELAY=TERM", "KILL_AFTER=-1", "OK_STATUS=256", "PARENT_DEATH_SIGNAL=0"])(
		"PIDONE_%s is reported, and the child runs",
		(variable) => {
			const { status, stderr } = pidone([], { environment: [`PIDONE_${variable}`], end: 30, waitStatus: 5 << 8 });
			expect([status, stderr]).toEqual([5, `pidone: invalid value in PIDONE_${variable}\n`]);
		},
	);

	test.each(["GRACE=", "REWRITE=", "KILL_ORPHANS="])("PIDONE_%s counts as unset", (variable) => {
		expect(pidone([], { environment: [`PIDONE_${variable}`], end: 30, waitStatus: 5 << 8 })).toMatchObject({
			status: 5,
			stderr: "",
		});
	});

	test.each(["GRACE=2x", "GRACE=2,", "KILL_AFTER=0.1,x", "REWRITE=TERM:QUIT,x", "DELAY=TERM=1,HUP", "OK_STATUS=5,256"])(
		"nothing of PIDONE_%s is applied",
		(variable) => {
			const environment = [`PIDONE_${variable}`];
			const { sent, stderr, status } = pidone([], {
				environment,
				signals,
				end: 500,
				waitStatus: 5 << 8,
				orphans: ["deaf"],
			});
			expect([sent, stderr, status]).toEqual([
				["10 main 15", "20 main 1"],
				`pidone: invalid value in PIDONE_${variable}\n`,
				5,
			]);
		},
	);

	test.each<[variable: string, sent: readonly string[]]>([
		["PIDONE_REWRITE=TERM:QUIT,HUP:0", ["10 main 3"]],
		["PIDONE_GROUP=1", ["10 group 15", "20 group 1"]],
		["PIDONE_KILL_AFTER=0.25", ["10 main 15", "20 main 1", "261 main 9"]],
	])("docker-init takes %s, and tini does not", (variable, sent) => {
		const environment = ["A=b", variable];
		expect(play({ argv: ["/sbin/docker-init", "--", "prog"], environment, signals })).toMatchObject({
			sent,
			stderr: "",
		});
		expect(play({ argv: ["tini", "--", "prog"], environment, signals }).sent).toEqual(["10 main 15", "20 main 1"]);
	});

	test("docker-init waits for others as long as PIDONE_GRACE says, and not at all without it", () => {
		const others = { argv: ["docker-init", "-g", "prog"], orphans: ["deaf"], end: 30 };
		expect(play(others).sent).toEqual([]);
		expect(play({ ...others, environment: ["PIDONE_GRACE=1"] }).sent).toEqual([
			"30 group 15",
			"30 group 18",
			"1031 group 9",
		]);
	});

	test("docker-init reports an invalid value", () => {
		const { stderr, status } = play({ argv: ["docker-init", "prog"], environment: ["PIDONE_GRACE=x"], end: 30 });
		expect([stderr, status]).toEqual(["[WARN  tini (1)] invalid value in PIDONE_GRACE=x\n", 0]);
	});

	test("the command line takes precedence over it", () => {
		expect(pidone(["-r", "TERM:INT"], { environment: ["PIDONE_REWRITE=TERM:QUIT"], signals }).sent[0]).toBe(
			"10 main 2",
		);
	});
});

describe("bad usage", () => {
	test.each<[args: readonly string[], message: string]>([
		[[], "no command to run"],
		[["--"], "no command to run"],
		[["-g", "--grace", "5"], "no command to run"],
		[["--foo", "x"], "unknown option '--foo'"],
		[["-gZ", "x"], "unknown option '-gZ'"],
		[["--grace"], "option '--grace' needs a value"],
		[["--group=1", "x"], "unknown option '--group=1'"],
		...(
			[
				["-e", ["256", "-1", "x", "", "1,", ",1", "1 ", "1x", "99999999999"]],
				[
					"-r",
					[
						"TERM",
						"TERM:",
						":TERM",
						"65:1",
						"0:1",
						"1:65",
						"FOO:1",
						"TERM:QUIT:",
						"term:quit",
						"RTMIN+31:1",
						"RTMAX+1:1",
						"RTMIN-1:1",
						"KILL:TERM",
						"STOP:TERM",
						"CHLD:TERM",
					],
				],
				["-p", ["0", "65", "FOO", "", "TERMX", "SIG"]],
				[
					"--delay",
					[
						"KILL=1",
						"CHLD=1",
						"TERM",
						"TERM=",
						"TERM=x",
						"0=1",
						"TERM=-1",
						"TERM=1.2345",
						"TERM=1000001",
						"FOO=1",
						"TERM:1",
					],
				],
				["--kill-after", ["", "x", "-1", "1.2345", "1000001", "1s", "1e3"]],
				["--grace", ["", "x", "-1", "1.2345", "1000001", "1s", ".5"]],
				["--kill-orphans", [""]],
			] as const
		).flatMap(([option, values]) =>
			values.map((value): [string[], string] => [[option, value, "x"], `invalid value '${value}' for '${option}'`]),
		),
	])("%j", (args, message) => {
		const { status, stdout, stderr } = play({ argv: ["pidone", ...args] });
		expect([status, stdout, stderr]).toEqual([2, "", `pidone: ${message}; see --help\n`]);
	});

	test("a message survives interruptions and short writes, and the exit status survives a full disk", () => {
		const argv = ["pidone", "--foo", "x"];
		const stderr = "pidone: unknown option '--foo'; see --help\n";
		expect(play({ argv, surroundings: { stderr: "short", interruptedPercent: 50 } })).toMatchObject({
			status: 2,
			stderr,
		});
		for (const output of ["full", "broken", "closed", "stuck"] as const)
			expect(play({ argv, surroundings: { stderr: output } }).status).toBe(2);
	});
});
