import { describe, expect, it } from "vitest";
import { describeInits } from "./helpers/describe-inits.ts";
import type { Init } from "./helpers/inits.ts";
import { faults, startPrinter } from "./helpers/probe.ts";
import { isStopped } from "./helpers/proc.ts";
import { startScript, waitUntil } from "./helpers/processes.ts";
import { hasStackFault, numberFor, optionsFor } from "./helpers/signal-numbers.ts";

/** Sends signals, one after the other, and checks which signal arrives for each of them; 0 means that none arrives. */
const expectRewritten = async (
	init: Init,
	options: readonly string[],
	pairs: readonly (readonly [number, number])[],
	env = {},
): Promise<void> => {
	const probe = await startPrinter(init, optionsFor(init, options), { env });
	for (const [sent, received] of pairs) {
		probe.send(sent);
		if (received !== 0) expect([sent, await probe.readLine()]).toEqual([sent, `${received}`]);
	}
	const last = pairs.some(([sent]) => sent === 31) ? 14 : 31;
	probe.send(last);
	expect(await probe.readLine()).toBe(`${last}`);
};

const trapUsr1 = 'trap "echo 10" 10; echo ready; while :; do sleep 1000 & wait $!; done';
const unchanged = [1, 2, 3, 10, 12, 15, 18, 28].map((signal) => [signal, signal] as const);

describeInits(["dumb-init"], (init) => {
	describe.each([[["-c"]], [[]]])("with %j", (mode) => {
		it.each<[options: string[], pairs: [number, number][]]>([
			[
				["-r", "15:2"],
				[
					[15, 2],
					[3, 3],
					[2, 2],
				],
			],
			[
				["-r15:2", "-r", "2:15", "--rewrite", "3:3"],
				[
					[15, 2],
					[3, 3],
					[2, 15],
				],
			],
			[
				["--rewrite=1:30", "--rew", "30:1"],
				[
					[1, 30],
					[30, 1],
				],
			],
			[
				["-r", "15:3", "-r", "2:0", "-r", "28:0"],
				[
					[15, 3],
					[2, 0],
					[28, 0],
					[1, 1],
				],
			],
			[["-r", "15:3", "-r", "15:10"], [[15, 10]]],
		])("%j", (options, pairs) => expectRewritten(init, [...mode, ...options], pairs));

		it("nothing else is changed", () => expectRewritten(init, [...mode, "-r", "14:0"], unchanged));
	});

	it("a rewritten job-control signal stops the init only", async () => {
		const probe = await startPrinter(init, optionsFor(init, ["-r", "21:15", "-r", "22:2", "-r", "20:1"]), {
			isBelow: true,
		});
		for (const [sent, received] of [
			[21, 15],
			[22, 2],
			[20, 1],
		] as const) {
			probe.send(sent);
			expect(await probe.readLine()).toBe(`${received}`);
			await waitUntil(() => isStopped(probe.pid), "the init stops");
			expect(isStopped(probe.findPid(3))).toBe(false);
			probe.send(18);
			expect(await probe.readLine()).toBe("18");
		}
	});

	it("rewrites the SIGTERM at the end, too", async () => {
		const running = startScript(
			init,
			`$INIT -r 15:${numberFor(init, 10)} sh -c '(${trapUsr1}) & read line'; read line`,
			{ input: "" },
		);
		await running.readUntil(/^ready$/);
		running.write("\n");
		expect(await running.readLine()).toBe("10");
	});
});

const names: readonly (readonly [name: string, number: number])[] = [
	["HUP", 1],
	["INT", 2],
	["QUIT", 3],
	["ILL", 4],
	["TRAP", 5],
	["ABRT", 6],
	["BUS", 7],
	["FPE", 8],
	["USR1", 10],
	["SEGV", 11],
	["USR2", 12],
	["PIPE", 13],
	["ALRM", 14],
	["STKFLT", 16],
	["CONT", 18],
	["TSTP", 20],
	["TTIN", 21],
	["TTOU", 22],
	["URG", 23],
	["XCPU", 24],
	["XFSZ", 25],
	["VTALRM", 26],
	["PROF", 27],
	["WINCH", 28],
	["IO", 29],
	["PWR", 30],
	["SYS", 31],
];

describeInits(["pidone"], (init) => {
	it.each<[options: string[], pairs: [number, number][]]>([
		[
			["-r", "15:3"],
			[
				[15, 3],
				[3, 3],
			],
		],
		[["-r15:3"], [[15, 3]]],
		[["-r", "TERM:QUIT"], [[15, 3]]],
		[["--rewrite", "SIGTERM:SIGQUIT"], [[15, 3]]],
		[["--rewrite=SIGTERM:QUIT"], [[15, 3]]],
		[
			["-r", "TERM:QUIT,HUP:0,USR1:USR2"],
			[
				[15, 3],
				[1, 0],
				[10, 12],
				[12, 12],
			],
		],
		[
			["-r", "HUP:0", "-r", "2:15"],
			[
				[1, 0],
				[2, 15],
			],
		],
		[["-r", "15:3", "-r", "15:10"], [[15, 10]]],
		[
			["-r", "TERM:QUIT", "-r", "QUIT:TERM"],
			[
				[15, 3],
				[3, 15],
			],
		],
		[
			["-r", "TSTP:USR1,TTIN:0"],
			[
				[20, 10],
				[21, 0],
			],
		],
		[["-g", "-r", "TERM:USR1"], [[15, 10]]],
		[["-a", "-r", "TERM:USR1"], [[15, 10]]],
	])("%j", (options, pairs) => expectRewritten(init, options, pairs));

	it.skipIf(init.isEmulated).each<[options: string[], pairs: [number, number][]]>([
		[["-r", "RTMIN+3:TERM"], [[37, 15]]],
		[["-r", "SIGRTMIN+3:SIGTERM"], [[37, 15]]],
		[["-r", "RTMIN:RTMAX"], [[34, 64]]],
		[["-r", "RTMAX:RTMIN"], [[64, 34]]],
		[["-r", "RTMAX-14:RTMIN+1"], [[50, 35]]],
		[
			["-r", "64:1,1:64"],
			[
				[64, 1],
				[1, 64],
			],
		],
	])("%j", (options, pairs) => expectRewritten(init, options, pairs));

	const known = names.filter(([name]) => name !== "STKFLT" || hasStackFault(init));
	it.each(known.filter(([, number]) => !init.isEmulated || !faults.includes(number)))(
		"knows the name %s",
		(name, number) =>
			expectRewritten(
				init,
				["-r", `${name}:TERM,TERM:${name}`],
				[
					[number, 15],
					[15, number],
				],
			),
	);

	it("reads it from the environment, and adds that of the command line", () =>
		expectRewritten(
			init,
			["-r", "HUP:USR2"],
			[
				[15, 3],
				[1, 12],
			],
			{ PIDONE_REWRITE: "TERM:QUIT,HUP:0" },
		));

	it("nothing else is changed", () => expectRewritten(init, ["-r", "ALRM:0"], unchanged));
});
