import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeRegistrySource } from "../../../src/node/registry/registry-source.ts";
import { serve, startRegistry } from "./helpers/registry.ts";
import { dockerConfig, makeEnvironment, makeHome, makeSource } from "./helpers/source.ts";

const SECRETS = ["h0tpassword", Buffer.from("jane:h0tpassword").toString("base64"), "h0ttoken", "h0trefresh"];

/** Everything below a folder, as one text. */
function readAll(folder: string): string {
	const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
	return names
		.map((name) => (statSync(join(folder, name)).isFile() ? readFileSync(join(folder, name), "utf8") : name))
		.join("\n");
}

/** What an error says, however it is printed. */
async function outcomeOf(promise: Promise<unknown>): Promise<string> {
	try {
		return JSON.stringify(await promise);
	} catch (error) {
		const { inspect } = await import("node:util");
		return inspect(error, { depth: 20, showHidden: true });
	}
}

function expectNoSecret(text: string): void {
	for (const secret of SECRETS) expect(text).not.toContain(secret);
}

describe("a registry that repeats what it was sent", () => {
	const answers: Readonly<
		Record<string, (text: string) => { status: number; body: string; type?: string; location?: string }>
	> = {
		"in an error": (text) => ({ status: 403, body: JSON.stringify({ errors: [{ code: text, message: text }] }) }),
		"in a redirect": (text) => ({ status: 302, body: "", location: `http://127.0.0.1:1/${encodeURIComponent(text)}` }),
		"in a redirect to nobody": (text) => ({ status: 302, body: "", location: `gopher:${text}` }),
		"in its media type": (text) => ({
			status: 200,
			body: "{}",
			type: `application/${text.replaceAll(/[^\w.+-]/g, "")}`,
		}),
		"as a manifest": (text) => ({ status: 200, body: JSON.stringify({ mediaType: text, config: text }) }),
		"as anything": (text) => ({ status: 200, body: text }),
	};

	it.each(Object.keys(answers))("%s does not get it into an answer or the cache", async (how) => {
		const tokens = await serve((_, response) => response.end('{"token": "h0ttoken"}'));
		const registry = await startRegistry();
		registry.intercept = ({ headers, method }, response) => {
			const { authorization } = headers;
			const { status, body, type, location } = authorization
				? (answers[how]?.(authorization) ?? { status: 500, body: "" })
				: { status: 401, body: "" };
			const fields = {
				"www-authenticate": `Bearer realm="http://${tokens}/"`,
				...(type === undefined ? {} : { "content-type": type }),
				...(location === undefined ? {} : { location }),
			};
			response.writeHead(status, fields);
			response.end(method === "HEAD" ? undefined : body);
			return true;
		};
		const home = makeHome({ "docker/config.json": dockerConfig(registry.host, "jane:h0tpassword") });
		const environment = { DOCKER_CONFIG: join(home, "docker"), XDG_CACHE_HOME: join(home, "cache") };
		const text = await outcomeOf(makeSource(home, { environment }).resolve(`${registry.host}/app:1`, "linux/amd64"));
		expect(text).toContain('"kind":"unknown"');
		expectNoSecret(text);
		if (readdirSync(home).includes("cache")) expectNoSecret(readAll(join(home, "cache")));
	});
});

describe("a file that cannot be read does not get into the error", () => {
	it.each<[what: string, files: Readonly<Record<string, string>>, variables: Readonly<Record<string, string>>]>([
		["config.json that is no JSON", { ".docker/config.json": '{"auths": {"a": {"auth": "h0trefresh"' }, {}],
		["config.json that is an array", { ".docker/config.json": '["h0trefresh"]' }, {}],
		["a proxy that is no URL", {}, { HTTP_PROXY: "http://jane:h0tpassword@[::1" }],
		["a proxy for SOCKS", {}, { HTTPS_PROXY: "socks5://jane:h0tpassword@127.0.0.1:1" }],
		["a proxy that is not there", {}, { HTTPS_PROXY: "http://jane:h0tpassword@127.0.0.1:1" }],
	])("%s", async (_, files, variables) => {
		const environment = makeEnvironment(makeHome(files), variables);
		const patience = { connect: 1000, silence: 1000, request: 1000, stream: 1000, retry: 1, helper: 1000 };
		const source = makeRegistrySource({ environment, patience, insecureRegistries: ["registry.invalid"] });
		const text = await outcomeOf(source.resolve("registry.invalid/app:1", "linux/amd64"));
		expect(text).toMatch(/UserError|unknown/);
		expectNoSecret(text);
	});
});
