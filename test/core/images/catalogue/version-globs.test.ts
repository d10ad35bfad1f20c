import { describe, expect, it } from "vitest";
import { byVersion } from "../../../../src/core/images/catalogue/version-globs.ts";
import { matchesGlob } from "../../../../src/core/images/glob.ts";

function releaseOf(tag: string, globs: Readonly<Record<string, string>>): string | undefined {
	return Object.entries(globs).find(([glob]) => matchesGlob(glob, tag))?.[1];
}

describe("byVersion", () => {
	it("makes globs for the versions up to each last one", () => {
		expect(byVersion({ 7.1: { 8: "7.1.16", 9: "*" } })).toEqual({
			"7.1.[0-9]": "8",
			"7.1.[0-9][.-]*": "8",
			"7.1.1[0-6]": "8",
			"7.1.1[0-6][.-]*": "8",
			"7.1": "9",
			"7.1[.-]*": "9",
		});
	});

	const globs = byVersion({ 14: { 9: "14.19.2", 10: "14.21" }, "1.2": { 7: "1.2.0" } });

	it.each([
		["14.0.0", "9"],
		["14.9", "9"],
		["14.18.3-slim", "9"],
		["14.19.2", "9"],
		["14.19.3", "10"],
		["14.19", "10"],
		["14.21.0-slim", "10"],
		["14.22", undefined],
		["14", undefined],
		["14.100", undefined],
		["140.1", undefined],
		["1.2.0", "7"],
		["1.2.1", undefined],
		["1.20", undefined],
	])("finds for %s: %s", (tag, release) => {
		expect(releaseOf(tag, globs)).toBe(release);
	});
});
