import { describe, expect, it } from "vitest";
import { nearestName } from "../../src/buildkit/nearest.ts";

describe("nearestName", () => {
	const names = ["app", "worker", "web", "PIDONE_TARGETS", "v1"];

	it.each([
		["ap", undefined],
		["appp", "app"],
		["spp", "app"],
		["wokrer", "worker"],
		["wrkr", undefined],
		["workr", "worker"],
		["PIDONE_TARGET", "PIDONE_TARGETS"],
		["PIDONE_TAGRETS", "PIDONE_TARGETS"],
		["PIDONE_TARRRRGETS", undefined],
		["v2", undefined],
		["worker2", undefined],
		["a".repeat(100_000), undefined],
		["", undefined],
	])("takes %s for %s", (wrong, meant) => {
		expect(nearestName(wrong, names)).toBe(meant);
	});

	it("returns the nearest name, and the first of several", () => {
		expect(nearestName("worked", ["worded", "worker", "workeds"])).toBe("worded");
		expect(nearestName("workers", ["workks", "worker"])).toBe("worker");
	});
});
