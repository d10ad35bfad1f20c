import { describe, expect, it } from "vitest";
import { checkBuildArguments } from "../../src/buildkit/check-build-arguments.ts";

/** The messages about build arguments with these names. */
function check(names: readonly string[], source = "FROM a\n"): string[] {
	const buildArgs = Object.fromEntries(names.map((name) => [name, "x"]));
	return checkBuildArguments(buildArgs, () => source).map(({ message }) => message);
}

describe("checkBuildArguments", () => {
	it("warns about neither pidone's own arguments nor unrelated ones, without reading the Dockerfile", () => {
		const names = [
			"PIDONE_INIT",
			"PIDONE_INSTALL",
			"PIDONE_INHERITED",
			"PIDONE_TARGETS",
			"PIDONE_OFF",
			"VERSION",
			"BUILDKIT_SYNTAX",
			"PIDFILE",
		];
		const buildArgs = Object.fromEntries(names.map((name) => [name, ""]));
		const unread = (): string => {
			throw new Error("read");
		};
		expect(checkBuildArguments(buildArgs, unread)).toEqual([]);
	});

	it.each([
		["PIDONE_TARGET", "PIDONE_TARGETS"],
		["PIDONE_INITS", "PIDONE_INIT"],
		["PIDONE_OF", "PIDONE_OFF"],
		["PIDON_INIT", "PIDONE_INIT"],
		["PIDONE_INHERIT", "PIDONE_INHERITED"],
		["pidone_init", "PIDONE_INIT"],
		["Pidone_Instal", "PIDONE_INSTALL"],
	])("refuses %s, which is nearly %s", (name, meant) => {
		expect(() => check([name])).toThrow(`build argument ${name}: unknown setting; did you mean ${meant}?`);
	});

	it.each(["PIDONE_PLATFORM", "PIDONE_", "pidone_grace"])(
		"warns about %s, which is not an argument of pidone",
		(name) => {
			expect(check([name])).toEqual([
				`build argument ${name}: unknown setting, and the Dockerfile has no ARG with that name; the settings are PIDONE_INIT, PIDONE_INSTALL, PIDONE_INHERITED, PIDONE_TARGETS, PIDONE_OFF`,
			]);
		},
	);

	it.each([
		["above the first FROM", "ARG PIDONE_TARGET\nFROM a\n"],
		["in a stage", "FROM a\nARG A=1 PIDONE_TARGET=2 \\\n  B\n"],
		["in an earlier stage", "FROM a\narg PIDONE_TARGET\nFROM b\n"],
		["in a trigger", "FROM a\nONBUILD ARG PIDONE_TARGET\n"],
	])("says nothing of what the Dockerfile declares %s", (_, source) => {
		expect(check(["PIDONE_TARGET"], source)).toEqual([]);
		expect(() => check(["PIDONE_TARGET"], source.replace("PIDONE_TARGET", "OTHER"))).toThrow("did you mean");
	});

	it("leaves it to the builder to report a Dockerfile that does not parse", () => {
		expect(check(["PIDONE_TARGET"], "RUNN\n")).toEqual([]);
	});
});
