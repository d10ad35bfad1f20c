import type { ServerResponse } from "node:http";
import { createServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Resolution } from "../../../src/node/resolve/image-source.ts";
import {
	digestOf,
	OCI_CONFIG,
	OCI_INDEX,
	OCI_MANIFEST,
	type Registry,
	serve,
	startRegistry,
} from "./helpers/registry.ts";
import { makeHome, makeSource, makeUsedHome, QUICK } from "./helpers/source.ts";

const CONFIG = { Cmd: ["app"] };
const KNOWN = { kind: "known", image: { cmd: ["app"] } };

/** Answers some requests with a status, and then responds as usual. */
function failTimes(registry: Registry, times: number, status: number, headers: Record<string, string> = {}): void {
	let left = times;
	registry.intercept = (_, response) => {
		if (left-- <= 0) return false;
		response.writeHead(status, headers);
		response.end();
		return true;
	};
}

/** Answers all requests whose path contains a text. */
function answerFor(registry: Registry, part: string, answer: (response: ServerResponse) => void): void {
	registry.intercept = ({ url, method }, response) => {
		if (!url?.includes(part) || method === "HEAD") return false;
		answer(response);
		return true;
	};
}

/** The result for an image, without the name of the host. The digest of a tag is requested first. */
async function resolve(registry: Registry, name = "app:1", platform = "linux/amd64"): Promise<Resolution> {
	const answer = await makeSource(makeUsedHome()).resolve(`${registry.host}/${name}`, platform);
	return JSON.parse(JSON.stringify(answer).replaceAll(registry.host, "HOST"));
}

describe("what fails for a time is tried again", () => {
	it.each([408, 429, 500, 502, 503, 504])("%i, then success", async (status) => {
		const registry = await startRegistry();
		registry.pushImage(CONFIG, { tag: "1" });
		failTimes(registry, 3, status);
		expect(await resolve(registry)).toMatchObject(KNOWN);
	});

	it("a connection that is reset", async () => {
		const registry = await startRegistry();
		registry.pushImage(CONFIG, { tag: "1" });
		let left = 2;
		registry.intercept = (request) => {
			if (left-- <= 0) return false;
			request.socket.resetAndDestroy();
			return true;
		};
		expect(await resolve(registry)).toMatchObject(KNOWN);
	});

	it("a body that ends too early", async () => {
		const registry = await startRegistry();
		registry.pushImage(CONFIG, { tag: "1" });
		let left = 2;
		registry.intercept = ({ method }, response) => {
			if (method === "HEAD" || left-- <= 0) return false;
			response.writeHead(200, { "content-type": OCI_MANIFEST, "content-length": 1000 });
			response.write("{");
			setTimeout(() => response.destroy(), 5);
			return true;
		};
		expect(await resolve(registry)).toMatchObject(KNOWN);
	});

	it("no earlier than the registry asks for", async () => {
		const registry = await startRegistry();
		registry.pushImage(CONFIG, { tag: "1" });
		failTimes(registry, 1, 429, { "retry-after": "1" });
		const start = Date.now();
		expect(await resolve(registry)).toMatchObject(KNOWN);
		expect(Date.now() - start).toBeGreaterThanOrEqual(990);
	});

	it("not at all when the registry asks to wait for long", async () => {
		const registry = await startRegistry();
		failTimes(registry, 1, 429, { "retry-after": "3600" });
		expect(await resolve(registry)).toEqual({
			kind: "unknown",
			reason: "HOST answers 429: it limits how often it is asked; log in to HOST, or try again later",
		});
		expect(registry.requests).toHaveLength(1);
	});

	it("four times in all", async () => {
		const registry = await startRegistry();
		failTimes(registry, 100, 503);
		expect(await resolve(registry)).toEqual({ kind: "unknown", reason: "HOST answers 503" });
		expect(registry.requests).toHaveLength(4);
	});
});

describe("a status is explained", () => {
	it.each([
		[401, "HOST answers 401 and requires an authentication scheme that pidone does not support"],
		[403, "HOST answers 403: it does not exist, or log in to HOST with docker login as somebody who may pull it"],
		[404, "HOST answers 404: it does not exist"],
		[418, "HOST answers 418"],
	])("%i", async (status, reason) => {
		const registry = await startRegistry();
		failTimes(registry, 100, status);
		expect(await resolve(registry)).toEqual({ kind: "unknown", reason });
	});

	it("with the registry's own code, and nothing else of its text", async () => {
		expect(await resolve(await startRegistry())).toEqual({
			kind: "unknown",
			reason: "HOST answers 404 MANIFEST_UNKNOWN: it does not exist",
		});
	});
});

describe("a connection that fails is explained", () => {
	it("refused, without being tried for each image", async () => {
		const server = createServer();
		await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
		const { port } = server.address() as { port: number };
		await new Promise((done) => server.close(done));
		const answer = await makeSource().resolve(`127.0.0.1:${port}/app`, "linux/amd64");
		expect(answer).toEqual({ kind: "unknown", reason: `127.0.0.1:${port} refuses the connection` });
	});

	it("silence", async () => {
		const registry = await startRegistry();
		registry.intercept = () => true;
		const source = makeSource(makeHome(), { patience: { ...QUICK, silence: 300, request: 500 } });
		expect(await source.resolve(`${registry.host}/app`, "linux/amd64")).toEqual({
			kind: "unknown",
			reason: `${registry.host} did not answer in time`,
		});
	});

	it("bytes that come one by one", async () => {
		const registry = await startRegistry();
		registry.pushImage(CONFIG, { tag: "1" });
		answerFor(registry, "/blobs/", (response) => {
			response.writeHead(200);
			const timer = setInterval(() => response.write(" "), 20);
			response.on("close", () => clearInterval(timer));
		});
		const source = makeSource(makeHome(), { patience: { ...QUICK, request: 400 } });
		expect(await source.resolve(`${registry.host}/app:1`, "linux/amd64")).toEqual({
			kind: "unknown",
			reason: `${registry.host} did not answer in time`,
		});
	});

	it("something that is not HTTP", async () => {
		const server = createServer((socket) => socket.end("220 mail.example ESMTP\r\n"));
		await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
		onTestFinished(() => void server.close());
		const { port } = server.address() as { port: number };
		const answer = await makeSource().resolve(`127.0.0.1:${port}/app`, "linux/amd64");
		expect(answer).toEqual({
			kind: "unknown",
			reason: `127.0.0.1:${port} answers with something that is not HTTP`,
		});
	});
});

describe("what is not the image is refused", () => {
	it.each<[what: string, document: unknown, type: string, reason: string]>([
		["HTML", "<html>", "text/html; charset=utf-8", "its manifest has the unknown media type text/html"],
		["no JSON", "<html>", OCI_MANIFEST, "its manifest is not a JSON object"],
		["an array", [], OCI_MANIFEST, "its manifest is not a JSON object"],
		[
			"an unknown media type",
			{ schemaVersion: 2, config: {} },
			"application/vnd.acme.manifest.v3+json",
			"its manifest has the unknown media type application/vnd.acme.manifest.v3+json",
		],
		[
			"an unknown media type inside",
			{ schemaVersion: 2, mediaType: "application/vnd.acme.manifest.v3+json", config: {} },
			"application/json",
			"its manifest has the unknown media type application/vnd.acme.manifest.v3+json",
		],
		[
			"schema 1",
			{ schemaVersion: 1, fsLayers: [] },
			"application/vnd.docker.distribution.manifest.v1+prettyjws",
			"its manifest is in schema 1, which builders do not read any more: push the image again",
		],
		[
			"schema 1 under another name",
			{ schemaVersion: 1, fsLayers: [] },
			"application/json",
			"its manifest is in schema 1, which builders do not read any more: push the image again",
		],
		[
			"an index and a manifest in one",
			{ schemaVersion: 2, manifests: [], config: {}, layers: [] },
			OCI_MANIFEST,
			"its manifest is neither that of an image nor an index",
		],
		[
			"an index that is called a manifest",
			{ schemaVersion: 2, mediaType: OCI_INDEX, manifests: [] },
			OCI_MANIFEST,
			"its manifest is neither that of an image nor an index",
		],
		["nothing", {}, "application/json", "its manifest is neither that of an image nor an index"],
		[
			"only __proto__",
			'{"__proto__": {"config": {"digest": "x"}, "layers": []}}',
			"application/json",
			"its manifest is neither that of an image nor an index",
		],
		["no digest", { config: { mediaType: OCI_CONFIG } }, OCI_MANIFEST, "its manifest has no valid digest of a config"],
		[
			"a path for a digest",
			{ config: { mediaType: OCI_CONFIG, digest: "sha256:../../../secret" } },
			OCI_MANIFEST,
			"its manifest has no valid digest of a config",
		],
		[
			"an artifact",
			{ config: { mediaType: "application/vnd.cncf.helm.config.v1+json", digest: digestOf("") } },
			OCI_MANIFEST,
			"it is not a container image",
		],
		[
			"a config of 1 GB by its own words",
			{ config: { mediaType: OCI_CONFIG, digest: digestOf(""), size: 2 ** 30 } },
			OCI_MANIFEST,
			"its config has more than 8 MB",
		],
	])("%s", async (_, document, type, reason) => {
		const registry = await startRegistry();
		registry.push(document, type, "1");
		expect(await resolve(registry)).toEqual({ kind: "unknown", reason });
	});

	it("a manifest with another digest", async () => {
		const registry = await startRegistry();
		const { digest } = registry.pushImage(CONFIG, { tag: "1" });
		answerFor(registry, "/manifests/", (response) => response.end("{}"));
		expect(await resolve(registry)).toEqual({
			kind: "unknown",
			reason: `HOST answers with something else than ${digest}`,
		});
		expect(await resolve(registry, `app@${digest}`)).toMatchObject({ kind: "unknown" });
	});

	it("a manifest with another digest than the one that comes with it", async () => {
		const registry = await startRegistry();
		const { digest } = registry.pushImage(CONFIG, { tag: "1" });
		answerFor(registry, "/manifests/", (response) => {
			response.writeHead(200, { "docker-content-digest": digest });
			response.end('{"config": {}}');
		});
		expect(await makeSource(makeHome()).resolve(`${registry.host}/app:1`, "linux/amd64")).toEqual({
			kind: "unknown",
			reason: `${registry.host} answers with something else than ${digest}`,
		});
	});

	it("a config with another digest", async () => {
		const registry = await startRegistry();
		registry.pushImage(CONFIG, { tag: "1" });
		answerFor(registry, "/blobs/", (response) => response.end('{"config": {"Cmd": ["evil"]}}'));
		expect(await resolve(registry)).toEqual({
			kind: "unknown",
			reason: expect.stringMatching(/^HOST answers with something else than sha256:/),
		});
	});

	it.each([
		["with a length", { "content-length": String(2 ** 30) }],
		["without an end", {}],
	])("a config of 1 GB %s, without reading it", async (_, headers) => {
		const registry = await startRegistry();
		registry.pushImage(CONFIG, { tag: "1" });
		let sent = 0;
		answerFor(registry, "/blobs/", (response) => {
			response.writeHead(200, headers);
			const chunk = Buffer.alloc(2 ** 20, " ");
			const send = (): void => {
				while (sent < 2 ** 30 && !response.destroyed) {
					sent += chunk.length;
					if (!response.write(chunk)) break;
				}
			};
			response.on("drain", send);
			send();
		});
		expect(await resolve(registry)).toEqual({ kind: "unknown", reason: "HOST answers with more than 8 MB" });
		expect(sent).toBeLessThan(64 * 2 ** 20);
	});

	it("a manifest of more than 4 MB", async () => {
		const registry = await startRegistry();
		registry.push(" ".repeat(4 * 2 ** 20 + 1), OCI_MANIFEST, "1");
		expect(await resolve(registry)).toEqual({ kind: "unknown", reason: "HOST answers with more than 4 MB" });
	});

	it("indexes without end", async () => {
		const registry = await startRegistry();
		let { digest } = registry.pushImage(CONFIG);
		for (let depth = 0; depth < 6; depth++) ({ digest } = registry.push({ manifests: [{ digest }] }, OCI_INDEX, "1"));
		expect(await resolve(registry)).toEqual({ kind: "unknown", reason: "its indexes are nested more than 4 deep" });
	});
});

describe("redirects", () => {
	const redirect = (response: ServerResponse, location: string): void => {
		response.writeHead(307, { location });
		response.end();
	};

	it("are followed", async () => {
		const registry = await startRegistry();
		registry.pushImage(CONFIG, { tag: "1" });
		const other = await serve((request, response) => registry.handle(request, response));
		registry.intercept = (request, response) => {
			if (request.headers.host === other || !request.url?.includes("/blobs/")) return false;
			redirect(response, `http://${other}${request.url}`);
			return true;
		};
		expect(await resolve(registry)).toMatchObject(KNOWN);
	});

	it.each([
		["in a circle", "", "HOST redirects more than 10 times"],
		["to nowhere", "http://[", "HOST redirects to something that is not a URL"],
		["to a file", "file:///etc/passwd", "HOST redirects to something that is not a URL"],
	])("%s end", async (_, location, reason) => {
		const registry = await startRegistry();
		registry.intercept = (_request, response) => {
			redirect(response, location);
			return true;
		};
		expect(await resolve(registry)).toEqual({ kind: "unknown", reason });
	});
});

it.each([
	["a name that is not one", "App", "upper case is not allowed in App: write app"],
	["a port that is none", "localhost:99999/app", "localhost:99999 is not a host with a port"],
	["an image ID", "a".repeat(64), "it is an image ID, and a build needs a name"],
])("%s is not asked for", async (_, name, reason) => {
	expect(await makeSource().resolve(name, "linux/amd64")).toEqual({ kind: "unknown", reason });
});
