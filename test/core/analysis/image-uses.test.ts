import { describe, expect, it } from "vitest";
import { listImageUses } from "../../../src/core/analysis/image-uses.ts";
import type { AnalysisOptions } from "../../../src/core/analysis/options.ts";
import { parseDockerfile } from "../../../src/core/dockerfile/parse.ts";

/** Each use as `reference on platforms`, with a question mark if nobody has named the platforms. */
function uses(source: string, options: AnalysisOptions = {}): string[] {
	return listImageUses(parseDockerfile(source), options).map(
		({ reference, platforms, isGuessed }) =>
			`${reference} on ${platforms.map((platform) => platform.replace("linux/", "")).join(",")}${isGuessed ? "?" : ""}`,
	);
}

describe("listImageUses", () => {
	it.each<[string, string, AnalysisOptions, string[]]>([
		["every image once", "FROM a AS x\nFROM b\nFROM a", {}, ["a on amd64,arm64?", "b on amd64,arm64?"]],
		["no stage, and not scratch", "FROM a AS x\nFROM x\nFROM scratch", {}, ["a on amd64,arm64?"]],
		["no name that BuildKit refuses", "FROM A\nFROM $X", {}, []],
		["platforms that were asked for", "FROM a", { platforms: ["linux/arm64"] }, ["a on arm64"]],
		["the platform of FROM", "FROM --platform=linux/s390x a", {}, ["a on s390x"]],
		["every platform of several FROMs", "FROM --platform=linux/s390x a\nFROM a", {}, ["a on s390x,amd64,arm64"]],
		[
			"the builder's platform, which is not known",
			"FROM --platform=$BUILDPLATFORM a",
			{ platforms: ["linux/arm64"] },
			["a on arm64?"],
		],
		[
			"a name by platform, each for its own",
			"FROM a-$TARGETARCH",
			{ platforms: ["linux/amd64", "linux/arm64"] },
			["a-amd64 on amd64", "a-arm64 on arm64"],
		],
		["build arguments", "ARG T=1\nFROM a:$T", { buildArgs: { T: "2" } }, ["a:2 on amd64,arm64?"]],
		["nothing that the user has stated", "FROM a", { bases: [{ images: ["a"], source: "test" }] }, []],
		["an image that is a context", "FROM a", { contexts: { a: "docker-image://b:1" } }, ["b:1 on amd64,arm64?"]],
		[
			"a layout that takes the place of a stage",
			"FROM a AS x\nFROM x",
			{ contexts: { x: "oci-layout:///srv/x" } },
			["oci-layout:///srv/x on amd64,arm64?"],
		],
		["no other context", "FROM a", { contexts: { a: "./folder" } }, []],
	])("lists %s", (_, source, options, expected) => {
		expect(uses(source, options)).toEqual(expected);
	});

	it("says how much the catalogue knows", () => {
		const found = listImageUses(parseDockerfile("FROM node:20\nFROM apify/actor-python\nFROM acme/app"), {});
		expect(found.map(({ inCatalogue }) => inCatalogue)).toEqual(["all", "part", "nothing"]);
	});
});
