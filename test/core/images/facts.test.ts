import { describe, expect, it } from "vitest";
import { parseImageReference } from "../../../src/core/dockerfile/image-reference.ts";
import { catalogueOf } from "../../../src/core/images/catalogue.ts";
import type { CatalogueEntry } from "../../../src/core/images/catalogue-entry.ts";
import { findFacts, type ImageFacts, toFacts } from "../../../src/core/images/facts.ts";

const digest = `@sha256:${"0".repeat(64)}`;

const rows: readonly CatalogueEntry[] = [
	{ images: ["app"], tags: ["*windows*"], distro: "windows", source: "windows" },
	{ images: ["app"], tags: ["1", "1.*", "1-*"], cmd: ["one"], source: "one" },
	{ images: ["app"], cmd: ["other"], distro: { "*alpine*": "alpine", "*": "debian" }, source: "other" },
	{ images: ["mixed"], tags: ["1"], user: "u", source: "mixed 1" },
	{ images: ["mixed"], source: "mixed" },
	{ images: ["same"], tags: ["1"], cmd: ["c"], user: "u", distro: "alpine", source: "same 1" },
	{ images: ["same"], cmd: ["c"], user: "u", distro: "alpine", source: "same" },
	{ images: ["distros"], tags: ["1"], cmd: ["c"], distro: "alpine", source: "distros 1" },
	{ images: ["distros"], cmd: ["c"], distro: "debian", source: "distros" },
	{ images: ["some"], tags: ["1", "latest"], cmd: ["c"], source: "some" },
	{ images: ["acme/*"], entrypoint: ["/init"], mustBePid1: "because", source: "glob" },
	{ images: ["acme/plain"], cmd: ["plain"], source: "exact" },
	{ images: ["lambda/one"], tags: ["1"], cmd: ["c"], user: "u", source: "one tag" },
	{ images: ["lambda/one", "lambda/*"], cmd: ["c"], user: "u", source: "all of them" },
	{ images: ["lambda/two"], tags: ["1"], cmd: ["two"], source: "two" },
	{ images: ["app"], tags: ["2-onbuild"], onBuild: ["RUN x"], cmd: ["onbuild"], source: "onbuild" },
	{ images: ["winonly"], distro: "windows", source: "windows only" },
	{ images: ["winfirst"], tags: ["*windows*"], distro: "windows", source: "windows" },
	{ images: ["winfirst"], cmd: ["c"], distro: "alpine", source: "linux" },
	{ images: ["minimal"], tags: ["*minimal*"], distro: "almalinux", packageManager: "microdnf", source: "minimal" },
	{ images: ["minimal"], distro: "almalinux", release: "", packageManager: { "8*": "yum" }, source: "whole" },
];

function find(text: string, catalogue: readonly CatalogueEntry[] = rows): ImageFacts | undefined {
	return findFacts(parseImageReference(text), catalogueOf(catalogue));
}

describe("findFacts", () => {
	it.each([
		["app", "other"],
		["app:latest", "other"],
		["app:1", "one"],
		["app:1.2-alpine", "one"],
		["app:11", "other"],
		["app:1-windows", "windows"],
		["docker.io/library/app:1", "one"],
		["acme/x", "glob"],
		["acme/x:1", "glob"],
		["acme/plain", "exact"],
		["lambda/one:1", "one tag"],
		["lambda/one:2", "all of them"],
		["lambda/two:1", "two"],
		["lambda/two:2", "all of them"],
		["lambda/three", "all of them"],
		["some:1", "some"],
		["some", "some"],
		["app:2-onbuild", "onbuild"],
		[`app:1${digest}`, "one"],
	])("takes the first row of %s: %s", (text, source) => {
		expect(find(text)?.source).toBe(source);
	});

	it.each(["unknown", "some:2", "app/x", "acme/x/y", "app:1-onbuild", "app:onbuild", "ghcr.io/app"])(
		"knows nothing of %s",
		(text) => {
			expect(find(text)).toBeUndefined();
		},
	);

	it.each([
		["app", "debian"],
		["app:2-alpine", "alpine"],
		["app:2", "debian"],
		["app:1", undefined],
		["same:1", "alpine"],
	])("knows the distribution of %s: %s", (text, distro) => {
		expect(find(text)?.distro).toBe(distro);
	});

	describe("with a digest and no tag", () => {
		it("gives what all tags agree on", () => {
			expect(find(`same${digest}`)).toMatchObject({ cmd: ["c"], user: "u", distro: "alpine" });
		});

		it("leaves out a CMD that differs", () => {
			expect(find(`app${digest}`)).toMatchObject({ entrypoint: [], user: "root" });
			expect(find(`app${digest}`)).not.toHaveProperty("cmd");
		});

		it("leaves out a distribution that differs", () => {
			expect(find(`distros${digest}`)).toMatchObject({ cmd: ["c"] });
			expect(find(`distros${digest}`)).not.toHaveProperty("distro");
		});

		it("leaves Windows variants out of account", () => {
			expect(find(`winfirst${digest}`)).toMatchObject({ cmd: ["c"], distro: "alpine" });
			expect(find(`winonly${digest}`)).toBeUndefined();
		});

		it("gives nothing when tags differ, or when the rows do not cover all of them", () => {
			expect(find(`mixed${digest}`)).toBeUndefined();
			expect(find(`some${digest}`)).toBeUndefined();
			expect(find(`unknown${digest}`)).toBeUndefined();
		});

		it("keeps why the image must be PID 1", () => {
			expect(find(`acme/x${digest}`)).toMatchObject({ mustBePid1: "because" });
		});

		it("leaves out a distribution that depends on the tag", () => {
			const one: readonly CatalogueEntry[] = [
				{ images: ["a"], cmd: ["c"], distro: { "*alpine*": "alpine", "*": "debian" }, source: "s" },
			];
			expect(find(`a${digest}`, one)).not.toHaveProperty("distro");
		});
	});

	it.each<[string, CatalogueEntry["shell"], CatalogueEntry["shell"]]>([
		["differs", undefined, ["/bin/bash", "-c"]],
		["varies for one row", "varies", undefined],
		["varies for another row", undefined, "varies"],
	])("leaves out a SHELL that %s", (_, one, other) => {
		const rows: readonly CatalogueEntry[] = [
			{ images: ["a"], tags: ["1"], ...(one === undefined ? {} : { shell: one }), source: "s" },
			{ images: ["a"], ...(other === undefined ? {} : { shell: other }), source: "s" },
		];
		expect(find(`a${digest}`, rows)).toMatchObject({ entrypoint: [] });
		expect(find(`a${digest}`, rows)).not.toHaveProperty("shell");
	});

	it("asks rows with the very name before those with a glob in it", () => {
		expect(find("acme/plain")).not.toHaveProperty("mustBePid1");
		expect(find(`acme/plain${digest}`)).toMatchObject({ source: "exact" });
	});

	it("compares rows of both kinds for a digest without a tag", () => {
		expect(find(`lambda/one${digest}`)).toMatchObject({ cmd: ["c"], user: "u" });
		expect(find(`lambda/two${digest}`)).toBeUndefined();
	});
});

describe("toFacts", () => {
	it("fills in what a row leaves out", () => {
		expect(toFacts({ source: "s" }, undefined)).toEqual({
			entrypoint: [],
			cmd: [],
			user: "root",
			shell: ["/bin/sh", "-c"],
			stopSignal: "SIGTERM",
			source: "s",
		});
	});

	it.each(["cmd", "shell"] as const)("leaves a %s that varies unknown", (key) => {
		expect(toFacts({ [key]: "varies", source: "s" }, undefined)).not.toHaveProperty(key);
	});

	it("keeps what a row says", () => {
		const row: CatalogueEntry = {
			images: ["a"],
			entrypoint: ["e"],
			cmd: ["c"],
			user: "u",
			shell: ["s"],
			stopSignal: "SIGINT",
			mustBePid1: "b",
			source: "s",
		};
		const { images, ...rest } = row;
		expect(toFacts(row, "alpine")).toEqual({ ...rest, distro: "alpine" });
		expect(images).toEqual(["a"]);
	});

	it.each([
		["minimal:9-minimal", { packageManager: "microdnf" }],
		["minimal:8", { packageManager: "yum" }],
		["minimal:9", undefined],
	])("states a package manager that is not the distribution's own: %s", (text, files) => {
		expect(find(text)).toMatchObject({ distro: "almalinux" });
		expect(find(text)?.files).toEqual(files);
	});

	it("knows no distribution of a digest if the package manager differs among the tags", () => {
		expect(find(`minimal${digest}`)).toBeDefined();
		expect(find(`minimal${digest}`)?.distro).toBeUndefined();
	});
});
