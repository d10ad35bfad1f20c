import { expect, it } from "vitest";
import { toPageTrial } from "../../../src/node/trial/page-trial.ts";
import { SAMPLE } from "./sample-trial.ts";

it("a trial in the report has the measurements and the observed processes", () => {
	const { rows, before, after, ...rest } = toPageTrial(SAMPLE);
	expect(rest).toEqual({
		engine: "docker 28.5.2",
		kind: "helps",
		summary: "the init helps: stops in 0.5 s instead of 10.2 s; 143 instead of 137",
		notes: ["no orphans were made: the image has no shell"],
		stopSignal: "SIGTERM",
	});
	expect(rows.map(({ what, before: old, after: now }) => [what, old, now])).toEqual([
		["up", "after 0.7 s: port 8000 is open", "after 2.0 s: two seconds were over"],
		["PID 1", "/bin/sh -c npm start", "/sbin/pidone -g -- /bin/sh -c npm start"],
		["stop (SIGTERM)", "10.2 s", "0.5 s"],
		["end", "137, killed by the engine", "143, not killed"],
		["zombies", "3 (3 orphans were made)", "not counted (no orphans were made)"],
		["image size", "230.3 MB", "230.3 MB"],
		["init memory", "-", "28 KB"],
	]);
	expect(before).toMatchObject({ isPid1: true, isInit: false, children: [{ command: "7 npm start", isPid1: false }] });
	expect(after).toMatchObject({
		isInit: true,
		notes: ["the init: gets SIGTERM and forwards it", "user 10001"],
		children: [{ command: "6 npm start" }, { command: "9 zombie: [sh]" }],
	});
});

it("control characters from a container do not reach the report", () => {
	const processes = { command: "\u001b[31m\u202e</script>\n", onStop: "\u0000", children: [] };
	const page = toPageTrial({
		...SAMPLE,
		engine: { name: "\u009b", version: "1" },
		before: { ...SAMPLE.before, processes },
	});
	expect(JSON.stringify(page)).not.toMatch(/\\u00|[\u202e\u009b]|\\n/);
});
