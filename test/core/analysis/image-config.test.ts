import { describe, expect, it } from "vitest";
import {
	configFromFacts,
	mergeConfigs,
	SCRATCH_CONFIG,
	UNKNOWN_CONFIG,
} from "../../../src/core/analysis/image-config.ts";
import { toFacts } from "../../../src/core/images/facts.ts";

const alpine = configFromFacts(toFacts({ cmd: ["/bin/sh"], source: "test" }, "alpine"));
const debian = configFromFacts(
	toFacts({ cmd: ["bash"], user: "app", stopSignal: "SIGINT", shell: ["bash", "-c"], source: "test" }, "debian"),
);
const s6 = configFromFacts(toFacts({ entrypoint: ["/init"], mustBePid1: "because", source: "test" }, undefined));

describe("configFromFacts", () => {
	it("fills in what an image does not declare", () => {
		expect(alpine).toEqual({
			entrypoint: [],
			cmd: ["/bin/sh"],
			user: "root",
			shell: ["/bin/sh", "-c"],
			stopSignal: "SIGTERM",
			distro: "alpine",
			mustBePid1: undefined,
		});
	});
});

describe("mergeConfigs", () => {
	it.each([
		["one alone", [debian], debian],
		["two that are the same", [debian, { ...debian }], debian],
		["none", [], UNKNOWN_CONFIG],
		["two that differ in everything", [alpine, debian], { ...UNKNOWN_CONFIG, entrypoint: [] }],
		["a known and an unknown one", [SCRATCH_CONFIG, UNKNOWN_CONFIG], UNKNOWN_CONFIG],
		["three, one different", [alpine, alpine, { ...alpine, cmd: ["x"] }], { ...alpine, cmd: undefined }],
	])("keeps what %s agree on", (_, configs, expected) => {
		expect(mergeConfigs(configs)).toEqual(expected);
	});

	it("keeps why any of them must be PID 1", () => {
		expect(mergeConfigs([alpine, s6]).mustBePid1).toBe("because");
	});
});
