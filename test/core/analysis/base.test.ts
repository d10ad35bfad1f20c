import { describe, expect, it } from "vitest";
import { type Base, makeBaseResolver } from "../../../src/core/analysis/base.ts";
import { makeGlobals } from "../../../src/core/analysis/globals.ts";
import type { AnalysisOptions } from "../../../src/core/analysis/options.ts";
import { parseDockerfile } from "../../../src/core/dockerfile/parse.ts";
import type { CatalogueEntry } from "../../../src/core/images/catalogue-entry.ts";

const bases: readonly CatalogueEntry[] = [
	{ images: ["known", "known-*", "ghcr.io/acme/known"], cmd: ["k"], source: "test" },
	{ images: ["tagged"], tags: ["1", "1-*"], cmd: ["one"], source: "test" },
	{ images: ["tagged"], cmd: ["other"], source: "test" },
];

/** The bases of the last stage. */
function resolve(source: string, options: AnalysisOptions = {}): readonly Base[] {
	const dockerfile = parseDockerfile(source);
	const last = dockerfile.stages.at(-1);
	const all = { bases, ...options };
	return last === undefined ? [] : makeBaseResolver(dockerfile, all, makeGlobals(dockerfile, all))(last);
}

/** Each base in one word or two. */
function name(base: Base): string {
	if (base.kind === "stage") return `stage ${base.stage.index}`;
	return base.kind === "scratch" ? "scratch" : `${base.kind} ${base.text}`;
}

describe("makeBaseResolver", () => {
	it.each([
		["an image", "FROM known", ["image known"]],
		["an image under its full name", "FROM docker.io/library/known:1", ["image docker.io/library/known:1"]],
		["an image nobody knows", "FROM acme/app", ["unknown acme/app"]],
		["scratch", "FROM scratch", ["scratch"]],
		["a stage called scratch", "FROM known AS scratch\nFROM scratch", ["stage 0"]],
		["an earlier stage", "FROM known AS a\nFROM a", ["stage 0"]],
		["the last of two stages with one name", "FROM known AS a\nFROM known AS a\nFROM a", ["stage 1"]],
		["the image when the stage has its name", "FROM known AS known", ["image known"]],
		["the stage when an earlier one has the image's name", "FROM scratch AS known\nFROM known", ["stage 0"]],
		["a variable", "ARG T=1\nFROM tagged:$T", ["image tagged:1"]],
		["a default in FROM", "FROM ${B:-known}", ["image known"]],
		["a default that is not needed", "ARG B=known\nFROM ${B:-tagged}", ["image known"]],
		["nested variables", "ARG N=known\nARG T=1\nARG B=$N:$T\nFROM $B", ["image known:1"]],
		["several variables of one ARG", "ARG N=known T=1\nFROM $N:$T", ["image known:1"]],
		["a nested default", "ARG T=1\nFROM ${B:-known:${T}}", ["image known:1"]],
		["quotes", 'FROM "known"', ["image known"]],
		["quotes in ARG", 'ARG B="known"\nFROM $B', ["image known"]],
		["a predefined platform argument", "FROM known-$TARGETARCH", ["image known-amd64", "image known-arm64"]],
		["a platform argument that changes nothing", "FROM known:${TARGETARCH:+1}", ["image known:1"]],
		[
			"a stage by platform",
			"FROM known AS b-amd64\nFROM scratch AS b-arm64\nFROM b-$TARGETARCH",
			["stage 0", "stage 1"],
		],
		["an operating system", "FROM known:$TARGETOS", ["image known:linux"]],
	])("finds %s", (_, source, expected) => {
		expect(resolve(source).map(name)).toEqual(expected);
	});

	it.each([
		["a build argument", "ARG T=1\nFROM known:$T", { buildArgs: { T: "2" } }, ["image known:2"]],
		["a build argument for an ARG without default", "ARG B\nFROM $B", { buildArgs: { B: "known" } }, ["image known"]],
		["an empty build argument", "ARG S=x\nFROM known${S}", { buildArgs: { S: "" } }, ["image known"]],
		["one platform", "FROM known-$TARGETARCH", { platforms: ["linux/s390x"] }, ["image known-s390x"]],
		[
			"a platform with a variant",
			"FROM known-$TARGETARCH$TARGETVARIANT",
			{ platforms: ["linux/arm/v7"] },
			["image known-armv7"],
		],
	] as const)("takes %s", (_, source, options, expected) => {
		expect(resolve(source, options).map(name)).toEqual(expected);
	});

	it("does not take a build argument without ARG", () => {
		expect(resolve("FROM known:1$T", { buildArgs: { T: "2" } }).map(name)).toEqual(["image known:1"]);
		expect(resolve("FROM $B", { buildArgs: { B: "known" } })).toMatchObject([{ kind: "unknown", text: "$B" }]);
	});

	it.each([["FROM acme/app:1", "pidone does not know the image acme/app:1"]])(
		"says why the base of %j is not known",
		(source, why) => {
			expect(resolve(source)).toEqual([{ kind: "unknown", text: "acme/app:1", why }]);
		},
	);

	it.each([
		["ARG B\nFROM $B", "the base $B is not an image name: B has no value; pass --build-arg B=…"],
		["ARG B=\nFROM $B", "the base $B is not an image name: B has no value; pass --build-arg B=…"],
		[
			"ARG T\nFROM tagged:$T",
			"the base tagged:$T, which is tagged:, is not an image name: T has no value; pass --build-arg T=…",
		],
		[
			"ARG R\nARG T\nFROM ${R}/known:1$T",
			"the base ${R}/known:1$T, which is /known:1, is not an image name: R has no value; pass --build-arg R=…",
		],
		[
			"FROM $B",
			"the base $B is not an image name: B has no value; add ARG B above the first FROM, with a default or with --build-arg B=…, since FROM does not see an ARG below the first FROM",
		],
		[
			"FROM known\nARG V=3\nFROM known:$V",
			"the base known:$V, which is known:, is not an image name: V has no value; move ARG V from line 2 above the first FROM, since FROM does not see an ARG below the first FROM",
		],
		['FROM ""', 'the base "" is not an image name: it is empty'],
		["FROM gcr.io//x", "the base gcr.io//x is not an image name: a part between its slashes is empty"],
		[
			"ARG R=gcr.io/\nFROM $R/x",
			"the base $R/x, which is gcr.io//x, is not an image name: a part between its slashes is empty",
		],
		[
			"FROM golang@1.15",
			"the base golang@1.15 is not an image name: what follows @ must be a digest, such as sha256:… with 64 digits: for a tag write :1.15",
		],
		["FROM Known", "the base Known is not an image name: upper case is not allowed in Known: write known"],
		["ARG V\nFROM known:${V:?need}", "a value is required for V: need; pass --build-arg V=…"],
		[
			"FROM known:${V^^}",
			"unsupported modifier (^) in substitution: BuildKit supports ${NAME}, ${NAME:-word}, and :+ :? - + ? # ## % %% / // in place of :-",
		],
	])("refuses %j", (source, why) => {
		expect(resolve(source)).toEqual([{ kind: "unknown", text: expect.any(String), why, isRefused: true }]);
	});

	it("reads a name that a named context stands for as every other one", () => {
		expect(resolve("FROM Mine", { contexts: { Mine: "docker-image://known" } })).toMatchObject([{ isRefused: true }]);
		expect(resolve("FROM mine", { contexts: { mine: "docker-image://known" } }).map(name)).toEqual(["image known"]);
	});

	it.each([
		["service:base", "pidone does not have its Dockerfile"],
		["target:base", "pidone does not have its Dockerfile"],
		["../base", "pidone does not know it"],
	])("has nobody to ask for the named context %s", (context, reason) => {
		const why = `the named context base=${context} replaces base, and ${reason}`;
		expect(resolve("FROM base", { contexts: { base: context } })).toEqual([
			{ kind: "unknown", text: "base", why, isAsked: true },
		]);
	});

	it("asks the user's own images first, then the catalogue", () => {
		const own = [{ images: ["node"], entrypoint: ["mine"], source: "test" }];
		expect(resolve("FROM node:20", { bases: own })).toMatchObject([{ kind: "image", facts: { entrypoint: ["mine"] } }]);
		expect(resolve("FROM python:3.12", { bases: own })).toMatchObject([{ kind: "image", facts: { cmd: ["python3"] } }]);
	});

	it("takes what the user says of every unknown base, and of no other", () => {
		const anyBase = { images: [], entrypoint: ["any"], source: "test" };
		expect(resolve("FROM acme/app", { anyBase })).toMatchObject([
			{ kind: "image", text: "acme/app", facts: { entrypoint: ["any"] } },
		]);
		expect(resolve("FROM $B", { anyBase })).toMatchObject([{ kind: "unknown", isRefused: true }]);
		expect(resolve("FROM known", { anyBase })).toMatchObject([
			{ kind: "image", facts: { entrypoint: [], cmd: ["k"] } },
		]);
		expect(resolve("FROM scratch", { anyBase }).map(name)).toEqual(["scratch"]);
		for (const source of ["FROM known AS a", "FROM a"])
			expect(resolve(source, { anyBase, contexts: { a: "docker-image://acme/app" } })).toMatchObject([
				{ kind: "image", text: "acme/app", facts: { entrypoint: ["any"] } },
			]);
	});
});
