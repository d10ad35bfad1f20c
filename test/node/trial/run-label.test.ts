import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import {
	formatRun,
	hasEnded,
	lookAround,
	nameRun,
	parseRun,
	type Run,
	type Surroundings,
} from "../../../src/node/trial/run-label.ts";

const RUN = { machine: "vm", boot: "b", namespace: "4026", pid: 7, start: "99", id: "x" };
const HERE: Surroundings = { machine: "vm", boot: "b", namespace: "4026", startOf: () => "99" };

describe("a run's label", () => {
	it("is read back as it was written", () => {
		expect(parseRun(formatRun(RUN))).toEqual(RUN);
		const own = nameRun();
		expect(parseRun(formatRun(own))).toEqual(own);
	});

	it.each(["", "<no value>", "a/b/c", "a/b/c/x/e/f", "a/b/c/1/e/f/g"])("is not %j", (label) => {
		expect(parseRun(label)).toBeUndefined();
	});
});

describe("a run", () => {
	it.each<[string, Partial<Run>, Partial<Surroundings>, boolean]>([
		["its process runs", {}, {}, false],
		["its process is gone", {}, { startOf: () => undefined }, true],
		["another process has its number", {}, { startOf: () => "100" }, true],
		["the machine was started again", {}, { boot: "c" }, true],
		["it is on another machine", { machine: "other" }, { startOf: () => undefined }, false],
		["it is in another PID namespace", {}, { namespace: "1", startOf: () => undefined }, false],
		["the system says nothing of starts, and its process is there", { start: "" }, { startOf: () => "" }, false],
	])("has ended or not: %s", (_what, run, here, ended) => {
		expect(hasEnded({ ...RUN, ...run }, { ...HERE, ...here })).toBe(ended);
	});

	it("of this process has not ended, and one of an ended process has", () => {
		expect(hasEnded(nameRun(), lookAround())).toBe(false);
		const { pid } = spawnSync(process.execPath, ["--version"]);
		expect(hasEnded({ ...nameRun(), pid }, lookAround())).toBe(true);
	});
});
