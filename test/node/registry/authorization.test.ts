import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { type Registry, serve, startRegistry } from "./helpers/registry.ts";
import { dockerConfig, makeHome, makeSource, QUICK } from "./helpers/source.ts";

const basic = (credentials: string): string => `Basic ${Buffer.from(credentials).toString("base64")}`;
const KNOWN = { kind: "known", image: { cmd: ["app"] } };

/** A registry with an image that requires a header field, and responds with a challenge if the field is wrong. */
async function startGuarded(challenge: string, isRight: (authorization: string | undefined) => boolean) {
	const registry = await startRegistry();
	registry.pushImage({ Cmd: ["app"] }, { tag: "1" });
	registry.intercept = ({ headers }, response) => {
		if (isRight(headers.authorization)) return false;
		response.writeHead(401, { "www-authenticate": challenge });
		response.end('{"errors": [{"code": "UNAUTHORIZED"}]}');
		return true;
	};
	return registry;
}

/** A server that issues tokens, which are the requested scopes, and the requests that it got. */
async function startTokens(answer?: (request: IncomingMessage, response: ServerResponse) => boolean) {
	const questions: { readonly method: string; readonly query: string; readonly authorization: string }[] = [];
	const host = await serve(async (request, response) => {
		const url = new URL(request.url ?? "", "http://host");
		const query = request.method === "POST" ? await text(request) : url.search.slice(1);
		questions.push({ method: request.method ?? "", query, authorization: request.headers.authorization ?? "" });
		if (answer?.(request, response)) return;
		response.end(JSON.stringify({ token: `for-${new URLSearchParams(query).get("scope")}`, expires_in: 300 }));
	});
	return { host, questions };
}

function resolve({ host }: Registry, files: Readonly<Record<string, string>> = {}, name = "team/app:1") {
	return makeSource(makeHome(files)).resolve(`${host}/${name}`, "linux/amd64");
}

describe("a name and a password", () => {
	it("are sent where the registry wants them, and only after it has said so", async () => {
		const registry = await startGuarded('Basic realm="Registry"', (field) => field === basic("jane:s3cret"));
		expect(
			await resolve(registry, { ".docker/config.json": dockerConfig(registry.host, "jane:s3cret") }),
		).toMatchObject(KNOWN);
		expect(registry.requests.map(({ authorization }) => authorization)).toEqual([
			undefined,
			...Array(2).fill(basic("jane:s3cret")),
		]);
	});

	it.each([
		["wrong", "jane:wrong"],
		["missing", undefined],
	])("that are %s get an explanation", async (_, credentials) => {
		const registry = await startGuarded("Basic realm=x", () => false);
		const files = credentials === undefined ? {} : { ".docker/config.json": dockerConfig(registry.host, credentials) };
		expect(await resolve(registry, files)).toEqual({
			kind: "unknown",
			reason: `${registry.host} answers 401 UNAUTHORIZED: it does not exist, or log in to ${registry.host} with docker login as somebody who may pull it`,
		});
		// Repeated attempts must not lock an account.
		expect(registry.requests.filter(({ authorization }) => authorization).length).toBeLessThanOrEqual(2);
	});
});

describe("a token", () => {
	const startWithTokens = async (tokens: { readonly host: string }) =>
		startGuarded(
			`Bearer realm="http://${tokens.host}/token",service="reg.example",scope="repository:team/app:pull"`,
			(field) => field === "Bearer for-repository:team/app:pull",
		);

	it("is asked for without credentials where there are none, once", async () => {
		const tokens = await startTokens();
		const registry = await startWithTokens(tokens);
		expect(await resolve(registry)).toMatchObject(KNOWN);
		expect(tokens.questions).toEqual([
			{ method: "GET", query: "service=reg.example&scope=repository%3Ateam%2Fapp%3Apull", authorization: "" },
		]);
	});

	it("is asked for with a name and a password, which the registry does not get", async () => {
		const tokens = await startTokens();
		const registry = await startWithTokens(tokens);
		expect(
			await resolve(registry, { ".docker/config.json": dockerConfig(registry.host, "jane:s3cret") }),
		).toMatchObject(KNOWN);
		expect(tokens.questions).toMatchObject([{ method: "GET", authorization: basic("jane:s3cret") }]);
		expect(registry.requests.some(({ authorization }) => authorization?.startsWith("Basic"))).toBe(false);
	});

	it("is asked for with an identity token", async () => {
		const tokens = await startTokens();
		const registry = await startWithTokens(tokens);
		const auths = { [registry.host]: { auth: "", identitytoken: "r3fresh" } };
		expect(await resolve(registry, { ".docker/config.json": JSON.stringify({ auths }) })).toMatchObject(KNOWN);
		const [{ method, query } = { method: "", query: "" }] = tokens.questions;
		expect(method).toBe("POST");
		expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
			grant_type: "refresh_token",
			service: "reg.example",
			client_id: "pidone",
			scope: "repository:team/app:pull",
			refresh_token: "r3fresh",
		});
	});

	it("of the config file is sent as it is", async () => {
		const registry = await startGuarded('Bearer realm="http://127.0.0.1:1/"', (field) => field === "Bearer given");
		const auths = { [registry.host]: { registrytoken: "given" } };
		expect(await resolve(registry, { ".docker/config.json": JSON.stringify({ auths }) })).toMatchObject(KNOWN);
	});

	it("is asked for by repository, without another 401 when the registry is known", async () => {
		const tokens = await startTokens();
		const registry = await startGuarded(
			`Bearer realm="http://${tokens.host}/"`,
			(field) => field?.startsWith("Bearer for-") ?? false,
		);
		const source = makeSource();
		for (const name of ["a:1", "b:1", "b:1"])
			expect(await source.resolve(`${registry.host}/${name}`, "linux/amd64")).toMatchObject(KNOWN);
		expect(tokens.questions.map(({ query }) => query)).toEqual([
			"scope=repository%3Aa%3Apull",
			"scope=repository%3Ab%3Apull",
		]);
		expect(registry.requests.filter(({ authorization }) => authorization === undefined)).toHaveLength(1);
	});

	it("that the registry refuses earlier than it should is replaced", async () => {
		let [count, refused] = [0, false];
		const tokens = await startTokens((_, response) => {
			response.end(JSON.stringify({ access_token: `token-${++count}` }));
			return true;
		});
		const registry = await startGuarded(`Bearer realm="http://${tokens.host}/"`, (field) => {
			// The first token is valid only for the first request.
			const isRight = field === "Bearer token-2" || (field === "Bearer token-1" && !refused);
			refused ||= field === "Bearer token-1";
			return isRight;
		});
		expect(await resolve(registry)).toMatchObject(KNOWN);
		expect(tokens.questions).toHaveLength(2);
	});

	it.each<[what: string, answer: string, status: number, reason: string]>([
		["no JSON", "hello", 200, "TOKENS answers with something that is not a token"],
		["no token", "{}", 200, "TOKENS answers with something that is not a token"],
		["another header field", '{"token": "a\\r\\nx-evil: 1"}', 200, "TOKENS answers with something that is not a token"],
		["401", "", 401, "TOKENS gives no token for HOST without credentials (401): log in with docker login"],
		["404", "", 404, "TOKENS, which issues tokens for HOST, answers 404"],
	])("that is %s is refused", async (_, answer, status, reason) => {
		const tokens = await startTokens((_request, response) => {
			response.writeHead(status);
			response.end(answer);
			return true;
		});
		const registry = await startWithTokens(tokens);
		expect(await resolve(registry)).toEqual({
			kind: "unknown",
			reason: reason.replace("TOKENS", tokens.host).replace("HOST", registry.host),
		});
	});

	it.each([
		["", "requires a token, but names no server that issues it"],
		["file:///etc/passwd", "requires a token, but names no server that issues it"],
		["http://user:pass@127.0.0.1/", "requires a token, but names no server that issues it"],
	])("from %j is not asked for", async (realm, reason) => {
		const registry = await startGuarded(`Bearer realm="${realm}"`, () => false);
		expect(await resolve(registry)).toEqual({ kind: "unknown", reason: `${registry.host} ${reason}` });
	});
});

describe("credentials go to nobody else", () => {
	it.each(["127.0.0.1", "localhost"])("after a redirect to another port of %s", async (name) => {
		const registry = await startGuarded('Basic realm="r"', (field) => field === basic("jane:s3cret"));
		const seen: (string | undefined)[] = [];
		const other = await serve((request, response) => {
			seen.push(request.headers.authorization, request.headers.cookie);
			request.headers.authorization = basic("jane:s3cret");
			registry.handle(request, response);
		});
		const guarded = registry.intercept;
		registry.intercept = (request, response) => {
			if (request.headers.host === registry.host && request.url?.includes("/blobs/") && request.headers.authorization) {
				response.writeHead(302, { location: `http://${other.replace("127.0.0.1", name)}${request.url}` });
				response.end();
				return true;
			}
			return guarded(request, response);
		};
		expect(
			await resolve(registry, { ".docker/config.json": dockerConfig(registry.host, "jane:s3cret") }),
		).toMatchObject(KNOWN);
		expect(seen).toEqual([undefined, undefined]);
	});

	it("when the other host asks for them, too", async () => {
		const registry = await startGuarded('Basic realm="r"', (field) => field === basic("jane:s3cret"));
		const seen: (string | undefined)[] = [];
		const other = await serve((request, response) => {
			seen.push(request.headers.authorization);
			response.writeHead(401, { "www-authenticate": 'Basic realm="evil"' });
			response.end();
		});
		registry.intercept = ({ url }, response) => {
			response.writeHead(302, { location: `http://${other}${url}` });
			response.end();
			return true;
		};
		expect(await resolve(registry, { ".docker/config.json": dockerConfig(registry.host, "jane:s3cret") })).toEqual({
			kind: "unknown",
			reason: expect.stringContaining(`${other}, to which ${registry.host} redirects, answers 401`),
		});
		expect(seen.every((field) => field === undefined)).toBe(true);
	});

	it("nor does an identity token", async () => {
		const other = await startTokens();
		const tokens = await startTokens((_, response) => {
			response.writeHead(307, { location: `http://${other.host}/` });
			response.end();
			return true;
		});
		const registry = await startGuarded(`Bearer realm="http://${tokens.host}/"`, () => false);
		const auths = { [registry.host]: { identitytoken: "r3fresh" } };
		expect(await resolve(registry, { ".docker/config.json": JSON.stringify({ auths }) })).toEqual({
			kind: "unknown",
			reason: `${tokens.host} redirects what has credentials in it to ${other.host}`,
		});
		expect(other.questions).toEqual([]);
	});

	it("for another registry", async () => {
		const registry = await startGuarded('Basic realm="r"', () => false);
		await resolve(registry, { ".docker/config.json": dockerConfig("registry.example", "jane:s3cret") });
		expect(registry.requests.every(({ authorization }) => authorization === undefined)).toBe(true);
	});
});

describe("a credential helper", () => {
	const withHelper = (host: string, script: string) => ({
		".docker/config.json": JSON.stringify({ auths: { [host]: {} }, credHelpers: { [host]: "test" } }),
		"bin/docker-credential-test": `#!/bin/sh\n${script}\n`,
	});
	const isRight = (field: string | undefined): boolean => field === basic("jane:s3cret");

	it("is asked once", async () => {
		const registry = await startGuarded('Basic realm="r"', isRight);
		const script = `read -r server; echo "$1 $server" >> "$HOME/asked"; echo '{"ServerURL": "x", "Username": "jane", "Secret": "s3cret"}'`;
		const home = makeHome(withHelper(registry.host, script));
		const source = makeSource(home);
		expect(await source.resolve(`${registry.host}/app:1`, "linux/amd64")).toMatchObject(KNOWN);
		expect(await source.resolve(`${registry.host}/other:1`, "linux/amd64")).toMatchObject(KNOWN);
		const { readFileSync } = await import("node:fs");
		expect(readFileSync(`${home}/asked`, "utf8")).toBe(`get ${registry.host}\n`);
	});

	it("that has nothing leaves it to be tried without", async () => {
		const registry = await startGuarded('Basic realm="r"', () => true);
		const script = "echo 'credentials not found in native keychain'; exit 1";
		expect(await resolve(registry, withHelper(registry.host, script))).toMatchObject(KNOWN);
	});

	it.each([
		["hangs", "sleep 60", "did not answer within 0.5 seconds"],
		["prints garbage", "echo s3cret-garbage", "printed something that is not credentials"],
		["prints nothing", "true", "printed something that is not credentials"],
		["prints an array", "echo '[]'", "printed something that is not credentials"],
		["prints without end", "yes", "printed more than 1 MB"],
		["fails", "echo s3cret; echo s3cret >&2; exit 3", "failed (exit code 3): run it by hand"],
	])("that %s is reported, and nothing of what it says", async (_, script, reason) => {
		const registry = await startGuarded('Basic realm="r"', isRight);
		const home = makeHome(withHelper(registry.host, script));
		const source = makeSource(home, { patience: { ...QUICK, helper: 500 } });
		expect(await source.resolve(`${registry.host}/app:1`, "linux/amd64")).toEqual({
			kind: "unknown",
			reason: `its credential helper docker-credential-test ${reason}`,
		});
	});

	it("that is missing is reported", async () => {
		const registry = await startGuarded('Basic realm="r"', isRight);
		const files = { ".docker/config.json": JSON.stringify({ credsStore: "missing" }) };
		expect(await resolve(registry, files)).toEqual({
			kind: "unknown",
			reason: "its credential helper docker-credential-missing is not installed",
		});
	});
});
