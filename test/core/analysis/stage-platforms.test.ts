import { describe, expect, it } from "vitest";
import type { AnalysisOptions } from "../../../src/core/analysis/options.ts";
import { stagePlatforms } from "../../../src/core/analysis/stage-platforms.ts";
import { parseDockerfile } from "../../../src/core/dockerfile/parse.ts";

function read(text: string, options: AnalysisOptions) {
	const dockerfile = parseDockerfile(text);
	const [stage] = dockerfile.stages;
	return stage && stagePlatforms(stage, dockerfile, options);
}

const both = ["linux/amd64", "linux/arm64"];

describe("stagePlatforms", () => {
	it.each<readonly [text: string, platforms: readonly string[]]>([
		["FROM a", both],
		["FROM --platform=$TARGETPLATFORM a", both],
		["FROM --platform=linux/${TARGETARCH} a", both],
		["FROM --platform=linux/x86_64 a", ["linux/amd64", "linux/amd64"]],
		["FROM --platform=arm64 a", ["linux/arm64", "linux/arm64"]],
		["ARG P=linux/aarch64\nFROM --platform=$P a", ["linux/arm64", "linux/arm64"]],
		["ARG P\nFROM --platform=$P a", both],
		["FROM --platform=${P:-amd64/v3} a", ["linux/amd64/v3", "linux/amd64/v3"]],
		["FROM --platform=${P:?needed} a", both],
	])("of %j are %j", (text, platforms) => {
		expect(read(text, { platforms: both })).toEqual({ platforms, dependsOnBuilder: false });
	});

	it("takes a build argument", () => {
		expect(read("ARG P\nFROM --platform=$P a", { platforms: both, buildArgs: { P: "s390x" } })).toMatchObject({
			platforms: ["linux/s390x", "linux/s390x"],
		});
	});

	it.each([
		"FROM --platform=$BUILDPLATFORM a",
		"FROM --platform=linux/$BUILDARCH a",
		"ARG P=$BUILDPLATFORM\nFROM --platform=$P a",
		"FROM --platform=linux a",
	])("is the builder's for %j", (text) => {
		expect(read(text, { platforms: both })).toEqual({ platforms: both, dependsOnBuilder: true });
		const known = read(text, { platforms: both, buildPlatform: "linux/riscv64" });
		expect(known).toEqual({ platforms: ["linux/riscv64", "linux/riscv64"], dependsOnBuilder: false });
	});

	it.each([
		[
			"FROM --platform=amd46 a",
			"FROM --platform=amd46: it is neither an operating system nor an architecture: write both, such as linux/amd64 or linux/arm64",
		],
		[
			"FROM --platform=linux/a/b/c a",
			"FROM --platform=linux/a/b/c: it is not a platform: write OS/ARCHITECTURE or OS/ARCHITECTURE/VARIANT, such as linux/arm64 or linux/arm/v7",
		],
	])("refuses %j", (text, mistake) => {
		expect(read(text, {})).toMatchObject({ mistake });
	});
});
