import { describe, expect, it } from "vitest";
import { formatTrial } from "../../../src/node/trial/format-trial.ts";
import { readTrial } from "../../../src/node/trial/read-trial.ts";
import { SAMPLE } from "./sample-trial.ts";

/** The sample with other values at paths such as `before.end.how`; undefined removes a value. */
function sampleWith(changes: Readonly<Record<string, unknown>>): string {
	const changed = JSON.parse(JSON.stringify({ version: "0.1.0", ...SAMPLE }));
	for (const [path, value] of Object.entries(changes)) {
		const keys = path.split(".");
		const last = keys.pop() ?? "";
		keys.reduce((at, key) => at[key], changed)[last] = value;
	}
	return JSON.stringify(changed);
}

describe("the JSON of a trial", () => {
	it("is read back as it was printed", () => {
		expect(readTrial(sampleWith({}))).toEqual(SAMPLE);
		expect(formatTrial(readTrial(sampleWith({})))).toBe(formatTrial(SAMPLE));
	});

	it.each([
		["of a container that ended", { "before.readiness": { kind: "ended", seconds: 1 } }],
		["of one that does not come up", { "after.readiness": { kind: "not ready", why: "it takes too long" } }],
		[
			"with little that was measured",
			{ "after.processes": undefined, "after.end": undefined, "after.orphans": undefined },
		],
	])("may be that %s", (_, changes) => {
		const text = sampleWith(changes);
		const { version: _version, ...expected } = JSON.parse(text);
		expect(readTrial(text)).toEqual(expected);
	});

	it("leaves out processes that are not objects", () => {
		const children = [null, "a", { command: "a", onStop: "b", children: [] }];
		expect(readTrial(sampleWith({ "after.processes.children": children })).after.processes?.children).toEqual([
			{ command: "a", onStop: "b", children: [] },
		]);
	});

	it.each<[string, string]>([
		["", "is not JSON"],
		["[]", "the file must be an object"],
		["{}", "engine must be an object"],
		[sampleWith({ target: 1 }), "target must be a text"],
		[sampleWith({ "verdict.kind": "good" }), "kind must be one of helps, changes nothing, breaks"],
		[sampleWith({ "before.end.how": "</script>" }), "how must be one of stopped, killed, by itself"],
		[sampleWith({ "after.end.seconds": "1" }), "seconds must be a number"],
		[sampleWith({ "after.processes.role": "x" }), "role must be one of init, main"],
		[sampleWith({ "after.readiness.by": "luck" }), "by must be one of log, healthcheck, port, time"],
		[
			sampleWith({}).replace(
				'"children":[]',
				`"children":[${'{"command":"a","onStop":"b","children":['.repeat(300)}${"]}".repeat(300)}]`,
			),
			"has processes that are nested deeper than 200 levels",
		],
	])("is refused where it is something else: %s", (text, message) => {
		expect(() => readTrial(text)).toThrow(message);
	});
});
