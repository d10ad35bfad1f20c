// The table of options and the init itself accept the same options.
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeOptionMistake } from "../../src/core/inits/check-init-options.ts";
import type { InitName } from "../../src/core/inits/init.ts";
import { type OptionValue, optionTable } from "../../src/core/inits/option-table.ts";
import { type Ran, runSmall } from "../spawn/run.ts";

const NAMES: readonly InitName[] = ["pidone", "tini", "dumb-init"];
const BINARY = join(
	import.meta.dirname,
	`../../dist/init/pidone-linux-${process.arch === "arm64" ? "arm64" : "amd64"}`,
);
const LETTERS = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"];

const run = (init: InitName, words: readonly string[]): Promise<Ran> =>
	runSmall([BINARY, ...words], { argv0: init, env: { PATH: process.env.PATH }, timeout: 20_000 });

/** Whether the init runs a command with these options. */
async function isAccepted(init: InitName, words: readonly string[]): Promise<boolean> {
	return (await run(init, [...words, "--", "true"])).code === 0;
}

const GOOD: Readonly<Record<OptionValue, readonly string[]>> = {
	signals: ["TERM", "SIGTERM", "15", "64", "RTMIN", "RTMIN+3", "SIGRTMAX-30", "KILL,TERM"],
	"signal-name": ["SIGTERM", "SIGKILL", "SIGSYS"],
	rewrites: ["TERM:QUIT", "15:3", "SIGTERM:0", "HUP:RTMIN+1", "15:3,HUP:0"],
	"numeric-rewrite": ["15:3", "1:0", "31:31"],
	statuses: ["0", "143", "255", "1,2,3"],
	status: ["0", "143", "255"],
	seconds: ["0", "10", "0.5", "5.", "1.125", "1000000"],
	delays: ["TERM=5", "15=0.5", "TERM=1,HUP=2"],
	names: ["nginx", "nginx,php-fpm*"],
	text: [],
};

const BAD: Readonly<Partial<Record<OptionValue, readonly string[]>>> = {
	signals: ["", "0", "65", "term", "TERMX", "RTMIN-1", "RTMIN+31", "KILL,", " TERM"],
	rewrites: [
		"KILL:TERM",
		"17:15",
		"SIGSTOP:0",
		"",
		"TERM",
		"TERM:",
		":15",
		"0:15",
		"15:65",
		"15=3",
		"TERM:QUIT,",
		"15:3:4",
	],
	statuses: ["", "256", "-1", "x", "1,", "1.5", " 1"],
	seconds: ["", "10s", "x", ".5", "1.2345", "1000001", "-1"],
	delays: ["CHLD=1", "", "TERM", "TERM:5", "TERM=", "TERM=x", "0=1"],
	names: [""],
};

describe.each(NAMES)("the options of %s", (init) => {
	const rows = optionTable[init];

	it("are those that its help lists", async () => {
		const { out, err } = await run(init, [init === "tini" ? "-h" : "--help"]);
		const listed = `${out}\n${err}`
			.split("\n")
			.flatMap(
				(line) =>
					(/^ +-|^ {2}--/.test(line)
						? (/^ +(.*?)(?: {2,}|: |$)/.exec(line)?.[1] ?? "").match(/--?[A-Za-z][\w-]*/g)
						: []) ?? [],
			);
		expect([...new Set(listed)].sort()).toEqual(
			rows.flatMap(({ name, long = name }) => [...new Set([name, long])]).sort(),
		);
	});

	it("are the letters that it takes", { timeout: 60_000 }, async () => {
		const taken: string[] = [];
		for (const letter of LETTERS) {
			const value = rows.find(({ name }) => name === `-${letter}`)?.value;
			if (await isAccepted(init, [`-${letter}`, ...(value === undefined ? [] : [GOOD[value][0] ?? ""])]))
				taken.push(`-${letter}`);
		}
		expect(taken.sort()).toEqual(rows.flatMap(({ name }) => (name.length === 2 ? [name] : [])).sort());
	});

	it.each(
		rows
			.filter(({ isAnswer }) => !isAnswer)
			.flatMap(({ name, long, value }) =>
				[name, ...(long === undefined ? [] : [long])].map((spelling) => [spelling, value] as const),
			),
	)("%s", async (spelling, value) => {
		if (value === undefined) {
			expect(await isAccepted(init, [spelling])).toBe(true);
			return;
		}
		for (const good of GOOD[value]) {
			expect([good, await isAccepted(init, [spelling, good]), describeOptionMistake(init, [spelling, good])]).toEqual([
				good,
				true,
				undefined,
			]);
		}
		for (const bad of BAD[value] ?? []) {
			expect([bad, await isAccepted(init, [spelling, bad])]).toEqual([bad, false]);
			if (bad !== "") expect(describeOptionMistake(init, [spelling, bad])).toMatch(/ does not accept /);
		}
	});

	it.each(rows.filter(({ isAnswer }) => isAnswer).map(({ name }) => name))("%s runs nothing", async (name) => {
		expect((await run(init, [name, ...(name === "--version" && init === "tini" ? [] : ["--", "false"])])).code).toBe(0);
		expect(describeOptionMistake(init, [name])).toMatch(/prints something and exits/);
	});
});
