import { describe, expect, it } from "vitest";
import { platformOf, selectManifest } from "../../../src/node/resolve/select-manifest.ts";

const digestOf = (name: string): string => `sha256:${Buffer.from(name).toString("hex").padEnd(64, "0").slice(0, 64)}`;

/** An entry for a platform, with a digest that is derived from its name. */
function entry(name: string, more: object = {}) {
	const [os, architecture, variant] = name.split("/");
	return { digest: digestOf(name), platform: { os, architecture, ...(variant ? { variant } : {}) }, ...more };
}

function chosenFor(platform: string, ...names: readonly string[]): string | undefined {
	const selection = selectManifest({ manifests: names.map((name) => entry(name)) }, platform);
	return selection.kind === "chosen" ? names.find((name) => digestOf(name) === selection.digest) : undefined;
}

describe("the manifest for a platform is the one that containerd chooses", () => {
	it.each<[platform: string, names: readonly string[], chosen: string | undefined]>([
		["linux/amd64", ["linux/arm64/v8", "linux/amd64"], "linux/amd64"],
		["linux/amd64", ["linux/386", "linux/amd64/v1"], "linux/amd64/v1"],
		["linux/amd64", ["linux/386"], "linux/386"],
		["linux/amd64", ["linux/amd64/v2"], undefined],
		["linux/amd64/v3", ["linux/amd64", "linux/amd64/v2"], "linux/amd64/v2"],
		["linux/amd64/v3", ["linux/386", "linux/amd64"], "linux/amd64"],
		["linux/arm64", ["linux/arm/v7", "linux/arm64"], "linux/arm64"],
		["linux/arm64", ["linux/arm/v6", "linux/arm/v7"], "linux/arm/v7"],
		["linux/arm64/v9", ["linux/arm64/v8", "linux/arm64/v8.6"], "linux/arm64/v8"],
		["linux/arm64/v8.2", ["linux/arm64", "linux/arm64/v8.1", "linux/arm64/v8.3"], "linux/arm64/v8.1"],
		["linux/arm/v7", ["linux/arm/v5", "linux/arm/v6", "linux/arm64"], "linux/arm/v6"],
		["linux/arm/v7", ["linux/arm/v8", "linux/arm64"], undefined],
		["linux/arm/v5", ["linux/arm/v6", "linux/arm/v5"], "linux/arm/v5"],
		["linux/riscv64", ["linux/amd64", "linux/riscv64"], "linux/riscv64"],
		["linux/s390x", ["windows/amd64", "linux/amd64"], undefined],
		["windows/amd64", ["linux/amd64", "windows/amd64"], "windows/amd64"],
		["linux/arm64", ["linux/aarch64"], "linux/aarch64"],
	])("%s of %j is %s", (platform, names, chosen) => {
		expect(chosenFor(platform, ...names)).toBe(chosen);
	});

	it("is the first of several that are equally good", () => {
		const other = { ...entry("linux/amd64"), digest: digestOf("other") };
		const selection = selectManifest({ manifests: [entry("linux/amd64"), other] }, "linux/amd64");
		expect(selection).toEqual({ kind: "chosen", digest: digestOf("linux/amd64"), isForAny: false });
	});

	it("is one without a platform if no other matches", () => {
		const unnamed = { digest: digestOf("unnamed") };
		const index = { manifests: [unnamed, entry("linux/arm64")] };
		expect(selectManifest(index, "linux/arm64")).toMatchObject({ digest: digestOf("linux/arm64"), isForAny: false });
		expect(selectManifest(index, "linux/amd64")).toEqual({ kind: "chosen", digest: unnamed.digest, isForAny: true });
	});
});

describe("a platform that an index lacks", () => {
	it("is answered with the available ones, without attestations", () => {
		const attestation = { annotations: { "vnd.docker.reference.type": "attestation-manifest" } };
		const manifests = [
			entry("linux/amd64"),
			entry("unknown/unknown", attestation),
			entry("linux/arm64/v8"),
			entry("linux/arm64/v8"),
			entry("unknown/unknown"),
			{ digest: digestOf("unnamed"), ...attestation },
		];
		expect(selectManifest({ manifests }, "linux/s390x")).toEqual({
			kind: "no-platform",
			available: ["linux/amd64", "linux/arm64"],
		});
	});

	it("is one that requires features of the operating system", () => {
		const platform = { os: "linux", architecture: "amd64", "os.features": ["gpu"] };
		const selection = selectManifest({ manifests: [{ digest: digestOf("gpu"), platform }] }, "linux/amd64");
		expect(selection).toEqual({ kind: "no-platform", available: [] });
	});
});

describe("an index that is not one is reported", () => {
	it.each<[what: string, index: unknown]>([
		["a text", "index"],
		["null", null],
		["an object without manifests", {}],
		["manifests in an object", { manifests: { 0: entry("linux/amd64") } }],
		["a manifest that is a text", { manifests: ["linux/amd64"] }],
		["manifests of the prototype", JSON.parse('{"__proto__": {"manifests": []}}')],
	])("%s", (_, index) => {
		expect(selectManifest(index, "linux/amd64")).toEqual({
			kind: "unknown",
			reason: "its index has no list of manifests",
		});
	});

	it.each<[digest: unknown]>([[undefined], ["sha256:abc"], ["md5:d41d8cd98f00b204e9800998ecf8427e"], [["sha256"]]])(
		"the digest %j",
		(digest) => {
			expect(selectManifest({ manifests: [entry("linux/amd64", { digest })] }, "linux/amd64")).toEqual({
				kind: "unknown",
				reason: "the entry for this platform in its index has no valid digest",
			});
		},
	);
});

it.each<[value: unknown, platform: string | undefined]>([
	[{ os: "linux", architecture: "arm64", variant: "v8" }, "linux/arm64"],
	[{ os: "windows", architecture: "amd64", "os.features": ["win32k"] }, "windows/amd64"],
	[{ os: "linux", architecture: 386 }, undefined],
	[{ os: "linux" }, undefined],
	[{ os: "linux", architecture: "a b" }, undefined],
	[{ os: "unknown", architecture: "unknown" }, undefined],
	["linux/amd64", undefined],
])("the platform of %j is %s", (value, platform) => {
	expect(platformOf(value)).toBe(platform);
});
