import { describe, expect, it } from "vitest";
import { compare } from "../../../src/node/trial/compare.ts";
import type { End, Measurement, TrialProcess } from "../../../src/node/trial/measurement.ts";

const READY = { kind: "ready", by: "time", detail: "it ran for 2 s", seconds: 2 } as const;
const KILLED: End = { how: "killed", exitCode: 137, seconds: 10.06 };
const STOPPED: End = { how: "stopped", exitCode: 143, seconds: 0.2 };
const process: TrialProcess = { pid: 1, command: "x", role: "main", user: "0", onStop: "", children: [] };

function measured(more: Partial<Measurement>): Measurement {
	return { image: {}, readiness: READY, ...more };
}

function ends(before: Partial<End>, after: Partial<End>): ReturnType<typeof compare> {
	return compare({
		before: measured({ end: { ...STOPPED, ...before } }),
		after: measured({ end: { ...STOPPED, ...after } }),
	});
}

describe("the verdict on how containers end", () => {
	it.each([
		["helps", KILLED, STOPPED, "the init helps: stops in 0.2 s instead of 10.1 s; 143 instead of 137"],
		["helps", { seconds: 5 }, {}, "the init helps: stops in 0.2 s instead of 5.0 s"],
		[
			"changes nothing",
			{},
			{ seconds: 2.4 },
			"the init changes nothing that was measured: stops in 2.4 s with 143, as before",
		],
		[
			"changes nothing",
			KILLED,
			KILLED,
			"the init changes nothing that was measured: is still killed after 10.1 s, with 137",
		],
		["breaks", STOPPED, KILLED, "the init breaks something: is killed after 10.1 s, and stopped in 0.2 s before"],
		["breaks", { exitCode: 0 }, {}, "the init breaks something: exits with 143 instead of 0 when it is stopped"],
		["breaks", {}, { seconds: 4 }, "the init breaks something: stops in 4.0 s instead of 0.2 s"],
		["breaks", {}, { how: "by itself", exitCode: 3 }, "the init breaks something: ends by itself with 3"],
		[
			"breaks",
			{ how: "by itself", exitCode: 7 },
			{ how: "by itself", exitCode: 1 },
			"the init breaks something: ends by itself with 1 instead of 7",
		],
		[
			"changes nothing",
			{ how: "by itself", exitCode: 7 },
			{ how: "by itself", exitCode: 7 },
			"the init changes nothing that was measured: ends by itself with 7, as before",
		],
		[
			"breaks",
			{ how: "by itself", exitCode: 0 },
			{},
			"the init breaks something: does not end by itself any more, with 0",
		],
	] as const)("is that it %s: %j, %j", (kind, before, after, summary) => {
		expect(ends(before, after)).toMatchObject({ kind, summary });
	});
});

describe("the verdict", () => {
	it("names every improvement, and a problem first", () => {
		const before = measured({ end: KILLED, orphans: { made: 3, zombies: 3 } });
		const after = measured({ end: STOPPED, orphans: { made: 3, zombies: 0 } });
		expect(compare({ before, after }).improvements).toEqual([
			"stops in 0.2 s instead of 10.1 s",
			"143 instead of 137",
			"leaves 0 zombies instead of 3",
		]);
		const root = { ...process, role: "init" as const, user: "0" };
		const pair = {
			before: { ...before, processes: { ...process, user: "1000" } },
			after: { ...after, processes: { ...root, children: [process] } },
		};
		expect(compare(pair)).toMatchObject({
			kind: "breaks",
			summary: "the init breaks something: runs as user 0 instead of 1000",
		});
	});

	it("compares the user of the init's child, not that of the init", () => {
		const main = { ...process, user: "999" };
		const after = measured({ processes: { ...process, role: "init", user: "0", children: [main] } });
		expect(compare({ before: measured({ processes: main }), after }).problems).toEqual([]);
	});

	it("counts one zombie in the singular", () => {
		const side = (zombies: number) => measured({ orphans: { made: 3, zombies } });
		expect(compare({ before: side(4), after: side(1) }).improvements).toEqual(["leaves 1 zombie instead of 4"]);
		expect(compare({ before: side(1), after: side(1) }).notes).toContain("still leaves 1 zombie");
	});

	it("does not compare output of which only the end was read", () => {
		const before = measured({ output: { stdout: ["up"], stderr: [], isCut: true } });
		const { problems, notes } = compare({ before, after: measured({ output: { stdout: [], stderr: [] } }) });
		expect(problems).toEqual([]);
		expect(notes).toContain("printed more than 10000 lines, which are not compared");
	});

	it('is "breaks" if output is missing or the container does not come up', () => {
		const lines = ["up", `${"x".repeat(70)}`];
		const before = measured({ output: { stdout: lines, stderr: [] } });
		const after = measured({
			readiness: { kind: "not ready", why: "port 80 is closed" },
			output: { stdout: [], stderr: [] },
		});
		expect(compare({ before, after }).problems).toEqual([
			"the container does not come up: port 80 is closed",
			'does not print "up" and 1 more line',
		]);
	});

	it("counts the program's own zombies if there is no shell to make orphans", () => {
		const side = (zombies: number) => measured({ orphans: { made: 0, why: "no shell", zombies } });
		expect(compare({ before: side(5), after: side(0) })).toMatchObject({
			kind: "helps",
			improvements: ["leaves 0 zombies instead of 5"],
			notes: ["no orphans were made: no shell"],
		});
		expect(compare({ before: side(0), after: side(1) }).kind).toBe("breaks");
	});

	it("says why no orphans were made", () => {
		const side = measured({ orphans: { made: 0, why: "no shell" } });
		expect(compare({ before: side, after: side })).toMatchObject({
			kind: "changes nothing",
			notes: ["no orphans were made: no shell"],
		});
	});
});
