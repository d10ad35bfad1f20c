import { describe, expect, it } from "vitest";
import { DOCKER_CONFIG, DOCKER_LIST, digestOf, OCI_CONFIG, OCI_INDEX, startRegistry } from "./helpers/registry.ts";
import { makeHome, makeSource, makeUsedHome } from "./helpers/source.ts";

describe("an image is known by what its config declares", () => {
	it("from its only manifest", async () => {
		const registry = await startRegistry();
		const { digest } = registry.pushImage({ Entrypoint: ["/app"], User: "1000" }, { tag: "1" });
		expect(await makeSource().resolve(`${registry.host}/team/app:1`, "linux/amd64")).toEqual({
			kind: "known",
			image: { entrypoint: ["/app"], user: "1000", digest },
		});
	});

	it.each([
		["an OCI index", OCI_INDEX, false],
		["a Docker manifest list", DOCKER_LIST, true],
	])("by platform from %s", async (_, type, isDocker) => {
		const registry = await startRegistry();
		const entries = {
			"linux/amd64": registry.pushImage({ Cmd: ["amd64"] }, { isDocker }),
			"linux/arm64/v8": registry.pushImage({ Cmd: ["arm64"] }, { isDocker, platform: "linux/arm64/v8" }),
			"unknown/unknown": registry.push({ schemaVersion: 2, config: {}, layers: [] }, OCI_CONFIG),
		};
		const { digest } = registry.pushIndex(entries, "latest", type);
		const source = makeSource();
		const resolve = (platform: string) => source.resolve(`${registry.host}/app`, platform);
		expect(await resolve("linux/amd64")).toEqual({ kind: "known", image: { cmd: ["amd64"], digest } });
		expect(await resolve("linux/arm64")).toEqual({ kind: "known", image: { cmd: ["arm64"], digest } });
		expect(await resolve("linux/s390x")).toEqual({ kind: "no-platform", available: ["linux/amd64", "linux/arm64"] });
		expect(registry.lines().filter((line) => line.endsWith("/latest"))).toHaveLength(1);
	});

	it("from an index in an index, whose entry names no platform", async () => {
		const registry = await startRegistry();
		const { digest, mediaType } = registry.pushImage({ Cmd: ["arm"] }, { platform: "linux/arm/v6" });
		const inner = registry.push({ schemaVersion: 2, manifests: [{ digest, mediaType }] }, OCI_INDEX);
		const outer = registry.push({ schemaVersion: 2, manifests: [{ digest: inner.digest }] }, OCI_INDEX, "1");
		const source = makeSource();
		expect(await source.resolve(`${registry.host}/app:1`, "linux/arm/v7")).toEqual({
			kind: "known",
			image: { cmd: ["arm"], digest: outer.digest },
		});
		expect(await source.resolve(`${registry.host}/app:1`, "linux/amd64")).toEqual({
			kind: "no-platform",
			available: ["linux/arm/v6"],
		});
	});

	it("for any platform of the operating system from its only manifest, as in a build", async () => {
		const registry = await startRegistry();
		registry.pushImage({ Cmd: ["a"] }, { tag: "1", platform: "linux/arm64" });
		registry.pushImage({ Cmd: ["b"] }, { tag: "2", platform: "windows/amd64" });
		const source = makeSource();
		expect(await source.resolve(`${registry.host}/app:1`, "linux/amd64")).toMatchObject({ kind: "known" });
		expect(await source.resolve(`${registry.host}/app:2`, "linux/amd64")).toEqual({
			kind: "no-platform",
			available: ["windows/amd64"],
		});
	});

	it("where a registry does not say the digest of a tag", async () => {
		const registry = await startRegistry();
		const { digest, bytes } = registry.pushImage({ Cmd: ["a"] }, { tag: "1" });
		registry.intercept = ({ method, url }, response) => {
			if (!url?.endsWith("/manifests/1")) return false;
			if (method === "HEAD") response.writeHead(405);
			response.end(method === "HEAD" ? undefined : bytes);
			return true;
		};
		for (const home of [makeHome(), makeUsedHome()])
			expect(await makeSource(home).resolve(`${registry.host}/app:1`, "linux/amd64")).toEqual({
				kind: "known",
				image: { cmd: ["a"], digest },
			});
	});
});

it("an answer to HEAD that has a body all the same does not get into the next answer", async () => {
	const registry = await startRegistry();
	const { digest } = registry.pushImage({ Cmd: ["a"] }, { tag: "1" });
	registry.intercept = ({ method, socket }) => {
		if (method !== "HEAD") return false;
		const body = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";
		socket.write(
			`HTTP/1.1 200 OK\r\ndocker-content-digest: ${digest}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
		);
		return true;
	};
	const answer = await makeSource(makeUsedHome()).resolve(`${registry.host}/app:1`, "linux/amd64");
	expect(answer).toEqual({ kind: "known", image: { cmd: ["a"], digest } });
	expect(registry.lines()[0]).toBe("HEAD /v2/app/manifests/1");
});

describe("what is asked", () => {
	it("is one request for each document, and one for what a tag stands for if a cache may have them", async () => {
		const registry = await startRegistry();
		const manifest = registry.pushImage({ Cmd: ["a"] });
		const index = registry.pushIndex({ "linux/amd64": manifest }, "1");
		const config = digestOf(JSON.stringify({ os: "linux", architecture: "amd64", config: { Cmd: ["a"] } }));
		const ask = async (home: string): Promise<readonly string[]> => {
			registry.requests.length = 0;
			const source = makeSource(home);
			await Promise.all([1, 2, 3].map(() => source.resolve(`${registry.host}/team/app:1`, "linux/amd64")));
			return registry.lines();
		};
		const others = [`GET /v2/team/app/manifests/${manifest.digest}`, `GET /v2/team/app/blobs/${config}`];
		expect(await ask(makeHome())).toEqual(["GET /v2/team/app/manifests/1", ...others]);
		expect(await ask(makeUsedHome())).toEqual([
			"HEAD /v2/team/app/manifests/1",
			`GET /v2/team/app/manifests/${index.digest}`,
			...others,
		]);
	});

	it("is only the digest of a tag when the rest is in the cache, and nothing for a digest", async () => {
		const registry = await startRegistry();
		const { digest } = registry.pushIndex({ "linux/amd64": registry.pushImage({ Cmd: ["a"] }) }, "1");
		const home = makeHome();
		const known = { kind: "known", image: { cmd: ["a"], digest } };
		expect(await makeSource(home).resolve(`${registry.host}/app:1`, "linux/amd64")).toEqual(known);
		registry.requests.length = 0;
		expect(await makeSource(home).resolve(`${registry.host}/app:1`, "linux/amd64")).toEqual(known);
		expect(await makeSource(home).resolve(`${registry.host}/app@${digest}`, "linux/amd64")).toEqual(known);
		expect(await makeSource(home).resolve(`${registry.host}/app:2@${digest}`, "linux/amd64")).toEqual(known);
		expect(registry.lines()).toEqual(["HEAD /v2/app/manifests/1"]);
	});

	it("is the image that a tag stands for now", async () => {
		const registry = await startRegistry();
		const home = makeHome();
		registry.pushImage({ Cmd: ["old"] }, { tag: "1" });
		await makeSource(home).resolve(`${registry.host}/app:1`, "linux/amd64");
		const { digest } = registry.pushImage({ Cmd: ["new"] }, { tag: "1" });
		const answer = await makeSource(home).resolve(`${registry.host}/app:1`, "linux/amd64");
		expect(answer).toEqual({ kind: "known", image: { cmd: ["new"], digest } });
	});

	it("is at most 8 images at the same time", async () => {
		const registry = await startRegistry();
		const { digest } = registry.pushImage({}, { tag: "1" });
		let [open, most] = [0, 0];
		registry.intercept = (_, response) => {
			most = Math.max(most, ++open);
			response.on("close", () => open--);
			setTimeout(() => {
				response.writeHead(200, { "docker-content-digest": digest });
				response.end();
			}, 10);
			return true;
		};
		const source = makeSource();
		const names = Array.from({ length: 40 }, (_, index) => `${registry.host}/app${index}:1`);
		await Promise.all(names.map((name) => source.resolve(name, "linux/amd64")));
		expect(most).toBe(8);
	});
});

it("layers are never read", async () => {
	const registry = await startRegistry();
	const config = registry.push({ os: "linux", architecture: "amd64", config: {} }, DOCKER_CONFIG);
	registry.pushManifest(config, "application/vnd.docker.distribution.manifest.v2+json", "1");
	await makeSource().resolve(`${registry.host}/app:1`, "linux/amd64");
	expect(registry.lines().filter((line) => line.includes("/blobs/"))).toEqual([`GET /v2/app/blobs/${config.digest}`]);
});
