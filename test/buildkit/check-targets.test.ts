import { describe, expect, it } from "vitest";
import { checkTargets } from "../../src/buildkit/check-targets.ts";
import { parseDockerfile } from "../../src/core/dockerfile/parse.ts";

const { stages } = parseDockerfile("FROM a AS base\nFROM a AS Worker\nFROM a AS web1\nFROM a\n");

function check(targets: readonly string[], index: number): string[] {
	const built = stages[index];
	if (built === undefined) throw new Error(`no stage ${index}`);
	return checkTargets(targets, stages, built).map(({ message }) => message);
}

describe("checkTargets", () => {
	it.each<[string[], number, string[]]>([
		[["worker"], 1, []],
		[["base", "worker"], 1, []],
		[["worker"], 0, ["the stage that is built, base, is not one of them, so it gets no init"]],
		[["worker"], 3, ["the stage that is built has no name, so it gets no init: name it with AS"]],
		[["worker", "test"], 1, ["no stage is called test; the stages are base, worker, web1"]],
		[
			["web2"],
			2,
			[
				"no stage is called web2; the stages are base, worker, web1",
				"the stage that is built, web1, is not one of them, so it gets no init",
			],
		],
	])("says of %j, when stage %i is built: %j", (targets, index, messages) => {
		expect(check(targets, index)).toEqual(messages.map((message) => `build argument PIDONE_TARGETS: ${message}`));
	});

	it.each([
		["worke", "worker"],
		["bases", "base"],
	])("refuses %s, which is nearly %s", (wrong, meant) => {
		expect(() => check(["web1", wrong], 2)).toThrow(
			`build argument PIDONE_TARGETS: no stage is called ${wrong}; did you mean ${meant}?`,
		);
	});

	it("accepts a file whose stages have no names", () => {
		const { stages: plain } = parseDockerfile("FROM a\n");
		const [built] = plain;
		if (built === undefined) throw new Error("no stage");
		expect(checkTargets(["app"], plain, built)[0]?.message).toBe(
			"build argument PIDONE_TARGETS: no stage is called app; no stage has a name",
		);
	});
});
