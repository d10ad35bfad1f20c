import { beforeAll, describe, expect, test } from "vitest";
import type { Surroundings } from "./helpers/kernel.ts";
import { Machine } from "./helpers/machine.ts";
import { type Run, run } from "./helpers/run.ts";

let machine: Machine;
beforeAll(async () => {
	machine = await Machine.build(8);
});

const ENOENT = 2;
const EACCES = 13;

/** Runs the init's child until it becomes its program, or fails to become it. */
const follow = (
	argv: readonly string[],
	environment: readonly string[] = [],
	surroundings: Partial<Surroundings> = {},
): Run => {
	const result = run(machine, { argv, environment, surroundings: { fork: "child", ...surroundings } });
	expect(result.violation).toBeUndefined();
	return result;
};

/** Lists the files that the child tries to run. Each attempt returns minus errno. */
const tryAll = (
	argv: readonly string[],
	environment: readonly string[],
	errors: Readonly<Record<string, number>>,
	otherwise = -ENOENT,
) => {
	const tried: string[] = [];
	const execute = (path: string): number => {
		tried.push(path);
		return errors[path] ?? otherwise;
	};
	const { status, executed, kernel } = follow(argv, environment, { execute });
	return { status, executed, tried, stderr: kernel.written[2] };
};

describe("the program is found", () => {
	test("in the directories of PATH, in order", () => {
		const { tried, executed } = tryAll(["pidone", "prog", "-x"], ["PATH=/a:/b/c::/d", "X=y"], { prog: 0 });
		expect(tried).toEqual(["/a/prog", "/b/c/prog", "prog"]);
		expect(executed).toMatchObject({ path: "prog", argv: ["prog", "-x"], environment: ["PATH=/a:/b/c::/d", "X=y"] });
	});

	test("by its path", () => {
		expect(tryAll(["pidone", "./prog"], ["PATH=/a"], {}).tried).toEqual(["./prog"]);
		expect(tryAll(["pidone", "a/b"], [], {}).tried).toEqual(["a/b"]);
	});

	test("in the default directories without PATH", () => {
		expect(tryAll(["pidone", "prog"], ["HOME=/"], {}).tried).toContain("/usr/bin/prog");
	});

	test.each<[errors: Record<string, number>, status: number, tried: number, text: string]>([
		[{}, 127, 3, "No such file or directory"],
		[{ "/a/prog": -EACCES }, 126, 3, "Permission denied"],
		[{ "/b/prog": -20 }, 127, 3, "No such file or directory"],
		[{ "/a/prog": -36 }, 127, 3, "No such file or directory"],
		[{ "/b/prog": -7 }, 126, 2, "Argument list too long"],
		[{ "/a/prog": -26 }, 126, 1, "Text file busy"],
	])("with %j the status is %i", (errors, status, count, text) => {
		const result = tryAll(["pidone", "prog"], ["PATH=/a:/b:/c"], errors);
		expect([result.status, result.tried.length, result.stderr]).toEqual([
			status,
			count,
			`pidone: cannot run 'prog': ${text}\n`,
		]);
	});

	test("an empty name is not found", () =>
		expect(tryAll(["pidone", ""], ["PATH=/a"], {})).toMatchObject({ status: 127, tried: [] }));

	test("a script without #! is run by the shell", () => {
		const { executed } = tryAll(["pidone", "-g", "prog", "-x"], ["PATH=/a:/b"], { "/b/prog": -8, "/bin/sh": 0 });
		expect(executed).toMatchObject({ path: "/bin/sh", argv: ["/bin/sh", "/b/prog", "-x"] });
	});

	test.each([
		["dumb-init", -ENOENT, "[dumb-init] prog: No such file or directory\n"],
		["tini", -ENOENT, "[FATAL tini (2)] exec prog failed: No such file or directory\n"],
		["tini", -EACCES, "[FATAL tini (2)] exec prog failed: Permission denied\n"],
	])("%s says what went wrong", (personality, error, stderr) => {
		const result = tryAll([personality, "prog"], ["PATH=/a"], {}, error);
		expect(result).toMatchObject({ status: error === -ENOENT ? 127 : 126, stderr });
	});

	test("a path that is too long does no harm", () => {
		const folder = `/${"x".repeat(9000)}`;
		const { tried, status } = tryAll(["pidone", "prog"], [`PATH=${folder}:/b`], {});
		expect([tried.at(-1), status]).toEqual(["/b/prog", 127]);
	});
});

describe("the child starts as the init was started", () => {
	test.each(["pidone", "tini", "dumb-init"])("%s", (personality) => {
		const { kernel } = follow([personality, "prog"], ["PATH=/a"], { mask: 0x4000n, ignoresSigchld: true });
		expect(kernel.mask).toBe(personality === "dumb-init" ? 0n : 0x4000n);
		expect(kernel.childAction[0]).toBe(1);
		expect(kernel.folder).toBe("/srv");
	});

	test("without a terminal, and with stdin, stdout and stderr closed", () => {
		const { executed, kernel } = follow(["pidone", "prog"], [], {
			stdin: "closed",
			stdout: "closed",
			stderr: "closed",
		});
		expect([executed?.argv, kernel.folder]).toEqual([["prog"], "/srv"]);
	});
});

describe("group, session and terminal", () => {
	const look = (argv: readonly string[], surroundings: Partial<Surroundings>) => {
		const { current, terminal } = follow([...argv, "prog"], [], { stdin: "terminal", ...surroundings }).kernel;
		return {
			leadsGroup: current.group.id === current.pid,
			leadsSession: current.session === current.pid,
			hasTerminal: terminal.foreground === current.group,
		};
	};

	test.each<[argv: readonly string[], surroundings: Partial<Surroundings>, expected: ReturnType<typeof look>]>([
		[["pidone"], {}, { leadsGroup: true, leadsSession: false, hasTerminal: true }],
		[["pidone"], { isForeground: false }, { leadsGroup: true, leadsSession: false, hasTerminal: false }],
		[["pidone", "--setsid"], {}, { leadsGroup: true, leadsSession: true, hasTerminal: true }],
		[["pidone", "--setsid"], { isLeader: false }, { leadsGroup: true, leadsSession: true, hasTerminal: false }],
		[["tini"], {}, { leadsGroup: true, leadsSession: false, hasTerminal: true }],
		[["dumb-init"], {}, { leadsGroup: true, leadsSession: true, hasTerminal: true }],
		[["dumb-init", "-c"], {}, { leadsGroup: false, leadsSession: false, hasTerminal: true }],
	])("%j, %j", (argv, surroundings, expected) => {
		expect(look(argv, surroundings)).toEqual(expected);
	});
});

describe("LISTEN_PID", () => {
	test.each([
		["1", "2"],
		["7", "7"],
		["", ""],
		["1x", "1x"],
	])("%s becomes %s", (given, expected) => {
		const { executed } = follow(["pidone", "-v", "prog"], ["A=b", `LISTEN_PID=${given}`, "LISTEN_FDS=1", "PATH=/a:/b"]);
		expect(executed?.environment).toEqual(["A=b", `LISTEN_PID=${expected}`, "LISTEN_FDS=1", "PATH=/a:/b"]);
	});
});

describe("fork fails", () => {
	test.each([
		["pidone", "pidone: cannot fork: Resource temporarily unavailable\n"],
		["dumb-init", "[dumb-init] Unable to fork. Exiting.\n"],
		["tini", "[FATAL tini (1)] fork failed: Resource temporarily unavailable\n"],
	])("%s", (personality, stderr) => {
		const { status, kernel } = follow([personality, "prog"], [], { fork: -11 });
		expect([status, kernel.written[2]]).toEqual([1, stderr]);
	});
});
