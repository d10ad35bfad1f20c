import { describe, expect, it } from "vitest";
import { fullReference, platformsOf, readInputResults } from "../../src/buildkit/base-images.ts";
import { parseDockerfile } from "../../src/core/dockerfile/parse.ts";
import type { World } from "./helpers/fake-gateway.ts";
import { requestWith } from "./helpers/requests.ts";
import { buildIn, deliveredFiles } from "./helpers/worlds.ts";

const IMAGE = "docker.io/acme/base:1";

/** The Dockerfile that is built with these base images. */
async function deliver(
	dockerfile: string,
	images: World["images"],
	options: Readonly<Record<string, string>> = {},
): Promise<string> {
	const world = {
		sources: { "local://dockerfile": { Dockerfile: dockerfile } },
		...(images === undefined ? {} : { images }),
	};
	const { gateway, returned } = await buildIn(world, { options });
	expect(returned.error).toBeUndefined();
	return deliveredFiles(gateway).Dockerfile ?? "";
}

describe("a base image that pidone does not know", () => {
	const source = 'FROM acme/base:1\nCMD ["app"]\n';

	it("is resolved by the builder, and its ENTRYPOINT is restated after the init", async () => {
		expect(await deliver(source, { [IMAGE]: { Entrypoint: ["/e.sh"], Cmd: ["x"] } })).toContain(
			'ENTRYPOINT ["/sbin/pidone", "--", "/e.sh"]',
		);
		expect(await deliver(source, { [IMAGE]: {} })).toContain('ENTRYPOINT ["/sbin/pidone", "--"]');
	});

	it.each<[string, World["images"], Record<string, string>]>([
		["cannot be had", {}, {}],
		[
			"differs between the platforms of the build",
			{ [`${IMAGE} linux/amd64`]: { Entrypoint: ["/a"] }, [`${IMAGE} linux/arm64`]: { Entrypoint: ["/b"] } },
			{ platform: "linux/amd64,linux/arm64" },
		],
		[
			"is there for one platform of two",
			{ [`${IMAGE} linux/amd64`]: { Entrypoint: ["/a"] } },
			{ platform: "linux/amd64,linux/arm64" },
		],
		["has a config that is not JSON", { [IMAGE]: "{" }, {}],
		["has a config that is null", { [IMAGE]: "null" }, {}],
	])("is left alone when it %s", async (_, images, options) => {
		expect(await deliver(source, images, options)).toBe(source);
	});

	it.each<[string, World["images"], Record<string, string>]>([
		[
			"in what does not count",
			{ [`${IMAGE} linux/amd64`]: { Env: ["A=1"], Cmd: null }, [`${IMAGE} linux/arm64`]: { Env: ["A=2"], Cmd: [] } },
			{ platform: "linux/amd64,linux/arm64" },
		],
		["in other triggers", { [IMAGE]: { OnBuild: ["RUN entrypoint x"] } }, {}],
	])("may differ %s", async (_, images, options) => {
		expect(await deliver(source, images, options)).toContain("/sbin/pidone");
	});

	it.each([
		["sets an ENTRYPOINT", 'ENTRYPOINT ["/x"]', 'ENTRYPOINT ["/sbin/pidone", "--", "/x"]'],
		["sets a CMD, in small letters, that the stage replaces", "  cmd x", 'ENTRYPOINT ["/sbin/pidone", "--"]'],
		["sets the user who runs what follows", "USER app", 'ENTRYPOINT ["/sbin/pidone", "--"]'],
	])("may have an ONBUILD that %s", async (_, trigger, command) => {
		expect(await deliver(source, { [IMAGE]: { OnBuild: [trigger] } })).toContain(command);
	});

	it("is requested with BuildKit's own name, so that it is resolved once", async () => {
		const options = { platform: "linux/arm64,linux/arm/v7", "image-resolve-mode": "pull" };
		const { gateway } = await buildIn(
			{ sources: { "local://dockerfile": { Dockerfile: 'FROM acme/base\nRUN ["x"]\n' } } },
			{ options },
		);
		expect(gateway.resolved.toSorted((left, right) => (left.LogName < right.LogName ? 1 : -1))).toMatchObject([
			{
				Ref: "docker.io/acme/base:latest",
				Platform: { OS: "linux", Architecture: "arm64", Variant: "" },
				ResolveMode: "pull",
				LogName: "[linux/arm64 internal] load metadata for docker.io/acme/base:latest",
			},
			{ Ref: "docker.io/acme/base:latest", Platform: { OS: "linux", Architecture: "arm", Variant: "v7" } },
		]);
	});

	it("is resolved only if the target needs it", async () => {
		const { gateway } = await buildIn({
			sources: { "local://dockerfile": { Dockerfile: "FROM a AS one\nFROM b AS two\nFROM one\nCMD x\n" } },
		});
		expect(gateway.resolved.map(({ Ref }) => Ref)).toEqual(["docker.io/library/a:latest"]);
	});
});

describe("fullReference", () => {
	it.each([
		["node", "docker.io/library/node:latest"],
		["node:22", "docker.io/library/node:22"],
		["acme/app", "docker.io/acme/app:latest"],
		["a/b/c:1", "docker.io/a/b/c:1"],
		["localhost/app", "localhost/app:latest"],
		["localhost:5000/app", "localhost:5000/app:latest"],
		["example.test/app:1", "example.test/app:1"],
		["example.test:443/a/b", "example.test:443/a/b:latest"],
		["docker.io/node", "docker.io/library/node:latest"],
		["index.docker.io/node:1", "docker.io/library/node:1"],
		["docker.io/acme/app", "docker.io/acme/app:latest"],
		["LOCALhost/app", "LOCALhost/app:latest"],
		["node@sha256:abc", "docker.io/library/node@sha256:abc"],
		["node:22@sha256:abc", "docker.io/library/node:22@sha256:abc"],
		["example.test:443/app@sha256:abc", "example.test:443/app@sha256:abc"],
	])("%s is %s", (image, full) => {
		expect(fullReference(image)).toBe(full);
	});
});

describe("platformsOf", () => {
	it.each([
		["FROM a", ["linux/arm64", "linux/amd64"]],
		["FROM --platform=$TARGETPLATFORM a", ["linux/arm64", "linux/amd64"]],
		["FROM --platform=linux/$TARGETARCH a", ["linux/arm64", "linux/amd64"]],
		["FROM --platform=$BUILDPLATFORM a", ["linux/riscv64"]],
		["FROM --platform=linux/x86_64 a", ["linux/amd64"]],
		["ARG P=linux/arm\nFROM --platform=$P a", ["linux/arm/v7"]],
		["FROM --platform=linux a", ["linux/riscv64"]],
		["FROM --platform=no/such/platform/x a", ["linux/arm64", "linux/amd64"]],
		["FROM --platform=linux/s390x a AS x\nFROM a", ["linux/arm64", "linux/amd64"]],
	])("%j is for %j", (text, platforms) => {
		const dockerfile = parseDockerfile(text);
		const stage = dockerfile.stages.at(-1);
		const options = { platforms: ["linux/arm64", "linux/amd64"], buildPlatform: "linux/riscv64" };
		expect(stage && platformsOf(stage, dockerfile, options)).toEqual(platforms);
	});
});

describe("readInputResults", () => {
	const metadata = (config: unknown): string =>
		JSON.stringify({ "containerimage.config": Buffer.from(JSON.stringify({ config })).toString("base64") });
	const full = { Entrypoint: ["/e"], Cmd: ["c"], User: "app", Shell: ["/s"], StopSignal: "SIGINT" };

	it("reads what a context made by another build declares", () => {
		const options = {
			"context:base::linux/amd64": "input:base",
			"input-metadata:base": metadata(full),
			"context:*": "input:b",
			"input-metadata:b": metadata({}),
		};
		expect(readInputResults(requestWith(options))).toMatchObject({
			base: { entrypoint: ["/e"], cmd: ["c"], user: "app", shell: ["/s"], stopSignal: "SIGINT" },
			"*": { entrypoint: [], cmd: [], user: "root", shell: ["/bin/sh", "-c"], stopSignal: "SIGTERM" },
		});
	});

	it("returns what the platforms have in common", () => {
		const options = {
			"context:base::linux/amd64": "input:a",
			"context:base::linux/arm64": "input:b",
			"input-metadata:a": metadata(full),
			"input-metadata:b": metadata({ ...full, Cmd: ["d"] }),
		};
		expect(readInputResults(requestWith(options))).toMatchObject({ base: { entrypoint: ["/e"], cmd: undefined } });
	});

	it("reports ONBUILD instructions that change what runs", () => {
		const options = (OnBuild: string[]) => ({
			"context:base": "input:base",
			"input-metadata:base": metadata({ ...full, OnBuild }),
		});
		expect(readInputResults(requestWith(options(["RUN x", "CMD x"])))).toEqual({
			base: "its ONBUILD instructions change what runs",
		});
		expect(readInputResults(requestWith(options(["RUN x"])))).toMatchObject({
			base: { entrypoint: ["/e"] },
		});
	});

	it.each<Record<string, string>>([
		{ "context:base": "docker-image://x" },
		{ "context:base": "input:base" },
		{ "context:base": "input:base", "input-metadata:other": metadata({}) },
		{ "context:base": "input:base", "input-metadata:base": "{}" },
		{ "context:base": "input:base", "input-metadata:base": "no JSON" },
		{ "context:base": "input:base", "input-metadata:base": "null" },
		{ "context:base": "input:base", "input-metadata:base": JSON.stringify({ "containerimage.config": "AAAA" }) },
	])("knows nothing of %j", (options) => {
		expect(readInputResults(requestWith(options))).toEqual({});
	});
});
