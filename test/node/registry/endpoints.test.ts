import { describe, expect, it } from "vitest";
import { findEndpoints, isLoopback } from "../../../src/node/registry/endpoints.ts";
import { parseImageName } from "../../../src/node/registry/image-name.ts";
import { type RegistryRow, readRegistriesConf } from "../../../src/node/registry/registries-conf.ts";
import { makeHome } from "./helpers/source.ts";

describe("a name is read as Docker reads it", () => {
	it.each([
		["node", { domain: "docker.io", repository: "library/node", tag: "latest" }],
		["node:22", { domain: "docker.io", repository: "library/node", tag: "22" }],
		["bitnami/redis", { domain: "docker.io", repository: "bitnami/redis", tag: "latest" }],
		["docker.io/node", { domain: "docker.io", repository: "library/node", tag: "latest" }],
		["index.docker.io/library/node", { domain: "docker.io", repository: "library/node", tag: "latest" }],
		["localhost/app", { domain: "localhost", repository: "app", tag: "latest" }],
		["localhost:5000/a/b:1", { domain: "localhost:5000", repository: "a/b", tag: "1" }],
		["[::1]:5000/app:1", { domain: "[::1]:5000", repository: "app", tag: "1" }],
		["GHCR.io/acme/app", { domain: "GHCR.io", repository: "acme/app", tag: "latest" }],
	])("%s", (text, name) => {
		expect(parseImageName(text)).toEqual(name);
	});

	it("with a digest, which counts more than the tag", () => {
		const digest = `sha256:${"a".repeat(64)}`;
		expect(parseImageName(`quay.io/app@${digest}`)).toEqual({ domain: "quay.io", repository: "app", digest });
		expect(parseImageName(`quay.io/app:1@${digest}`)).toEqual({
			domain: "quay.io",
			repository: "app",
			tag: "1",
			digest,
		});
	});

	it.each(["", "App", "https://quay.io/app", "app:", "a b", "app@sha256:1", "-app", "a/../b"])(
		"%j is not one",
		(text) => {
			expect(parseImageName(text)).toEqual({ mistake: expect.any(String) });
		},
	);
});

it.each([
	["localhost", true],
	["localhost:5000", true],
	["127.0.0.1:5000", true],
	["127.1.2.3", true],
	["[::1]:5000", true],
	["127.0.0.1.example.com", false],
	["localhost.example.com:5000", false],
	["10.0.0.1", false],
	["[fe80::1]", false],
])("%s is this machine: %s", (host, expected) => {
	expect(isLoopback(host)).toBe(expected);
});

const CONF = `
unqualified-search-registries = ["quay.io"]

[[registry]]
prefix = "docker.io"
location = "docker.io"
[[registry.mirror]]
location = "harbor.corp/dockerhub"
[[registry.mirror]]
location = "127.0.0.2:5000"
insecure = true
pull-from-mirror = "digest-only"

[[registry]]
location = "docker.io/blocked"
blocked = true

[[registry]]
prefix = "old.corp/team"
location = "new.corp/group/team"
insecure = true

[[registry]]
prefix = "*.example.com"
location = "proxy.corp"
`;

/** The endpoints to ask, in order. */
async function endpointsOf(text: string, conf: string) {
	const path = `${makeHome({ "registries.conf": conf })}/registries.conf`;
	const rows: readonly RegistryRow[] = await readRegistriesConf({ CONTAINERS_REGISTRIES_CONF: path });
	const name = parseImageName(text);
	if ("mistake" in name) throw new Error(name.mistake);
	const endpoints = findEndpoints(name, rows);
	return "blocked" in endpoints
		? endpoints
		: endpoints.map(
				({ authority, repository, isInsecure }) => `${authority}/${repository}${isInsecure ? " insecure" : ""}`,
			);
}

describe("where an image is asked for", () => {
	it.each<[text: string, endpoints: unknown]>([
		["node", ["harbor.corp/dockerhub/library/node", "registry-1.docker.io/library/node"]],
		[
			`node@sha256:${"a".repeat(64)}`,
			[
				"harbor.corp/dockerhub/library/node",
				"127.0.0.2:5000/library/node insecure",
				"registry-1.docker.io/library/node",
			],
		],
		["blocked/app:1", { blocked: "docker.io/blocked" }],
		["blockednot/app", ["harbor.corp/dockerhub/blockednot/app", "registry-1.docker.io/blockednot/app"]],
		["old.corp/team/app", ["new.corp/group/team/app insecure"]],
		["old.corp/teams/app", ["old.corp/teams/app"]],
		["a.b.example.com/x/y", ["proxy.corp/x/y"]],
		["example.com/x", ["example.com/x"]],
		["quay.io/app", ["quay.io/app"]],
	])("%.40s", async (text, endpoints) => {
		expect(await endpointsOf(text, CONF)).toEqual(endpoints);
	});

	it("without TLS on this machine", async () => {
		expect(await endpointsOf("localhost:5000/app", "")).toEqual(["localhost:5000/app insecure"]);
	});

	it.each([
		["[[registry]", /registries\.conf: Invalid TOML/],
		["[[registry]]\nblocked = true", /neither a location nor a prefix/],
		['[[registry]]\nlocation = "a.b"\n[[registry.mirror]]\ninsecure = true', /has no location/],
		['[[registry]]\nlocation = "https://a.b"', /the location https:\/\/a\.b is not a host/],
		['[[registry]]\nlocation = "a.b"\n[[registry.mirror]]\nlocation = "a b"', /the location a b is not a host/],
	])("is a mistake when registries.conf is %j", async (conf, message) => {
		await expect(endpointsOf("node", conf)).rejects.toThrow(message);
	});

	it("is found in the user's files, the one that was added last first", async () => {
		const file = (location: string) => `[[registry]]\nprefix = "quay.io"\nlocation = "${location}"\n`;
		const home = makeHome({
			".config/containers/registries.conf": file("main.corp"),
			".config/containers/registries.conf.d/10.conf": file("ten.corp"),
			".config/containers/registries.conf.d/20.conf": file("twenty.corp"),
			".config/containers/registries.conf.d/30.txt": "no TOML",
		});
		const rows = await readRegistriesConf({ HOME: home });
		expect(rows.find(({ prefix }) => prefix === "quay.io")?.location).toBe("twenty.corp");
	});
});
