import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { removeFolderAtEnd } from "../helpers/leftovers.ts";
import { type BundledSource, bundleSource } from "./helpers/bundled-source.ts";
import { type Authority, makeAuthority } from "./helpers/certificates.ts";
import { type DockerRegistry, startDockerRegistry } from "./helpers/docker-registry.ts";
import { writeLayout } from "./helpers/layout.ts";
import { providePrograms } from "./helpers/packages.ts";
import { ISSUER, SERVICE, startTokenServer, type TokenServer } from "./helpers/token-server.ts";
import { startTunnelProxy, type TunnelProxy } from "./helpers/tunnel-proxy.ts";

const PASSWORD = "h0tpassword";
const REFRESH = "h0trefresh";
const NAME = "registry.test";

let folder: string;
let source: BundledSource;
let authority: Authority;
let plain: DockerRegistry;
let guarded: DockerRegistry;
let withTokens: DockerRegistry;
let withClients: DockerRegistry;
let tokens: TokenServer;
let proxy: TunnelProxy;
const stops: (() => Promise<void>)[] = [];

/** A new home directory with files. */
function makeHome(files: Readonly<Record<string, string>> = {}): string {
	const home = mkdtempSync(join(folder, "home-"));
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(join(home, name, ".."), { recursive: true });
		writeFileSync(join(home, name), text, { mode: text.startsWith("#!") ? 0o755 : 0o644 });
	}
	return home;
}

const authsOf = (entry: object, host = NAME): string => JSON.stringify({ auths: { [host]: entry } });
const login = { auth: Buffer.from(`jane:${PASSWORD}`).toString("base64") };

beforeAll(async () => {
	await providePrograms();
	folder = removeFolderAtEnd(mkdtempSync(join(tmpdir(), "pidone-e2e-registry-")));
	source = await bundleSource(folder);
	authority = await makeAuthority(folder);
	const { key, cert: certificate } = await authority.issue(NAME);
	const { stdout: users } = await execa("htpasswd", ["-nbB", "jane", PASSWORD]);
	writeFileSync(join(folder, "htpasswd"), users);
	const htpasswd = { realm: "test", path: join(folder, "htpasswd") };
	const tls = { certificate, key };
	tokens = await startTokenServer({ credentials: `jane:${PASSWORD}`, refreshToken: REFRESH, key, cert: certificate });
	const token = { realm: tokens.url, service: SERVICE, issuer: ISSUER, rootcertbundle: authority.certificate };
	plain = await startDockerRegistry(join(folder, "plain"));
	// All registries have the same images.
	const storage = { filesystem: { rootdirectory: join(folder, "plain/data") } };
	guarded = await startDockerRegistry(join(folder, "guarded"), { http: { tls }, auth: { htpasswd }, storage });
	withTokens = await startDockerRegistry(join(folder, "tokens"), { auth: { token }, storage });
	const clientcas = [authority.certificate];
	withClients = await startDockerRegistry(join(folder, "clients"), { http: { tls: { ...tls, clientcas } }, storage });
	proxy = await startTunnelProxy({ [`${NAME}:443`]: guarded.port, [`${NAME}:5000`]: withClients.port });
	stops.push(...[tokens, plain, guarded, withTokens, withClients, proxy].map(({ stop }) => stop));
	writeLayout(join(folder, "layout"), {
		"linux/amd64": { Entrypoint: ["/amd64"], User: "1000" },
		"linux/arm/v7": { Entrypoint: ["/arm"] },
	});
	const copy = ["copy", "--all", "--dest-tls-verify=false", `oci:${join(folder, "layout")}:1`];
	await execa("skopeo", [...copy, `docker://${plain.host}/team/app:oci`]);
	await execa("skopeo", [...copy, "--format", "v2s2", `docker://${plain.host}/team/app:docker`]);
});

afterAll(async () => {
	await Promise.all(stops.map((stop) => stop()));
});

/** The digest that skopeo sees. */
async function digestOf(tag: string): Promise<string> {
	const image = `docker://${plain.host}/team/app:${tag}`;
	const { stdout } = await execa("skopeo", ["inspect", "--format", "{{.Digest}}", "--tls-verify=false", image]);
	return stdout;
}

const known = async (tag: string) => ({
	kind: "known",
	image: { entrypoint: ["/amd64"], user: "1000", digest: await digestOf(tag) },
});

describe.each(["oci", "docker"])("an image with an index in the format %s", (tag) => {
	it("is known from a registry without TLS on this machine, without a proxy", async () => {
		const env = { HOME: makeHome(), HTTP_PROXY: "http://127.0.0.1:1", HTTPS_PROXY: "http://127.0.0.1:1" };
		const { answers } = await source.resolve(env, `${plain.host}/team/app:${tag}`);
		expect(answers).toEqual([await known(tag)]);
	});

	it("is known through a proxy from a registry with TLS and a password, which a helper has", async () => {
		const answer = JSON.stringify({ ServerURL: NAME, Username: "jane", Secret: PASSWORD });
		const home = makeHome({
			".docker/config.json": JSON.stringify({ credHelpers: { [NAME]: "test" } }),
			"bin/docker-credential-test": `#!/bin/sh\nprintf '%s' '${answer}'\n`,
			[`.docker/certs.d/${NAME}/ca.crt`]: readFileSync(authority.certificate, "utf8"),
		});
		const env = { HOME: home, HTTPS_PROXY: `http://${proxy.host}`, PATH: `${home}/bin:${process.env.PATH}` };
		const { answers, output } = await source.resolve(env, `${NAME}/team/app:${tag}`);
		expect(answers).toEqual([await known(tag)]);
		expect(output).not.toContain(PASSWORD);
		expect(proxy.tunnels).toContain(`${NAME}:443`);
	});
});

describe("TLS", () => {
	const reference = `${NAME}/team/app:oci`;
	const env = (files: Readonly<Record<string, string>> = {}) => ({
		HOME: makeHome({ ".docker/config.json": authsOf(login), ...files }),
		HTTPS_PROXY: `http://${proxy.host}`,
	});

	it("is trusted by NODE_EXTRA_CA_CERTS", async () => {
		const { answers } = await source.resolve({ ...env(), NODE_EXTRA_CA_CERTS: authority.certificate }, reference);
		expect(answers).toEqual([await known("oci")]);
	});

	it("is not trusted without the certificate of the authority", async () => {
		const { answers } = await source.resolve(env(), reference, `${NAME}/team/app:docker`);
		const reason = expect.stringMatching(
			/^registry\.test has a certificate that is not trusted \([A-Z_]+\): add the certificate of its authority to /,
		);
		expect(answers).toEqual([
			{ kind: "unknown", reason },
			{ kind: "unknown", reason },
		]);
	});

	it("proves who asks where the registry wants that", async () => {
		const { key, cert } = await authority.issue("client");
		const folderOf = (name: string): string => `.config/containers/certs.d/${NAME}:5000/${name}`;
		const ca = { [folderOf("ca.crt")]: readFileSync(authority.certificate, "utf8") };
		const proof = {
			[folderOf("client.cert")]: readFileSync(cert, "utf8"),
			[folderOf("client.key")]: readFileSync(key, "utf8"),
		};
		const image = `${NAME}:5000/team/app:oci`;
		expect((await source.resolve(env({ ...ca, ...proof }), image)).answers).toEqual([await known("oci")]);
		expect((await source.resolve(env(ca), image)).answers).toMatchObject([{ kind: "unknown" }]);
	});
});

describe("a password", () => {
	it("that skopeo has logged in with is used", async () => {
		const authFile = join(makeHome(), "auth.json");
		await execa("skopeo", [
			"login",
			"--tls-verify=false",
			"--authfile",
			authFile,
			"-u",
			"jane",
			"-p",
			PASSWORD,
			guarded.host,
		]);
		const env = { HOME: makeHome(), REGISTRY_AUTH_FILE: authFile };
		const { answers } = await source.resolve(env, `${guarded.host}/team/app:oci`);
		expect(answers).toEqual([await known("oci")]);
	});

	it("that is wrong is reported without it, and without the right one", async () => {
		const wrong = { auth: Buffer.from("jane:wr0ng").toString("base64") };
		const home = makeHome({ ".docker/config.json": authsOf(wrong, guarded.host) });
		const { answers, output } = await source.resolve({ HOME: home }, `${guarded.host}/team/app:oci`);
		expect(answers).toEqual([
			{
				kind: "unknown",
				reason: expect.stringContaining(`${guarded.host} answers 401 UNAUTHORIZED: it does not exist`),
			},
		]);
		expect(output).not.toMatch(new RegExp(`wr0ng|${wrong.auth}`));
	});
});

describe("a token server", () => {
	it.each([
		["a password", login, "GET"],
		["an identity token", { identitytoken: REFRESH }, "POST"],
	])("gives a token for %s, once for each repository", async (_, entry, method) => {
		const home = makeHome({ ".docker/config.json": authsOf(entry, withTokens.host) });
		const before = tokens.questions.length;
		const references = ["oci", "docker"].map((tag) => `${withTokens.host}/team/app:${tag}`);
		const { answers, output } = await source.resolve({ HOME: home }, ...references);
		expect(answers).toEqual([await known("oci"), await known("docker")]);
		expect(tokens.questions.slice(before)).toEqual([{ method, scope: "repository:team/app:pull", isKnown: true }]);
		expect(output).not.toMatch(new RegExp(`${PASSWORD}|${REFRESH}`));
	});

	it("gives none to somebody else", async () => {
		const { answers } = await source.resolve({ HOME: makeHome() }, `${withTokens.host}/team/app:oci`);
		expect(answers).toEqual([
			{ kind: "unknown", reason: expect.stringMatching(/gives no token for .* without credentials \(401\): log in/) },
		]);
	});
});

describe("what is not there", () => {
	it.each<[what: string, reference: () => string, reason: RegExp]>([
		["a tag", () => `${plain.host}/team/app:none`, /answers 404 MANIFEST_UNKNOWN: it does not exist$/],
		["a repository", () => `${plain.host}/nobody/app:1`, /answers 404 MANIFEST_UNKNOWN: it does not exist$/],
		["a digest", () => `${plain.host}/team/app@sha256:${"0".repeat(64)}`, /answers 404 MANIFEST_UNKNOWN/],
		["a host", () => "registry.invalid/app", /registry\.invalid (?:is not a host|cannot be found)/],
	])("is reported: %s", async (_, reference, reason) => {
		const { answers } = await source.resolve({ HOME: makeHome() }, reference());
		expect(answers).toEqual([{ kind: "unknown", reason: expect.stringMatching(reason) }]);
	});

	it("is a proxy that lets nobody through without a password", async () => {
		const strict = await startTunnelProxy({ [`${NAME}:443`]: guarded.port }, `jane:${PASSWORD}`);
		const home = makeHome({ ".docker/config.json": authsOf(login) });
		const env = { HOME: home, NODE_EXTRA_CA_CERTS: authority.certificate };
		const ask = (userinfo: string) =>
			source.resolve({ ...env, HTTPS_PROXY: `http://${userinfo}${strict.host}` }, `${NAME}/team/app:oci`);
		expect((await ask("")).answers).toEqual([
			{ kind: "unknown", reason: `${NAME} cannot be reached through the proxy` },
		]);
		expect((await ask(`jane:${PASSWORD}@`)).answers).toEqual([await known("oci")]);
		await strict.stop();
	});
});

describe("the cache", () => {
	it("is written by many processes at the same time, and by none of them badly", async () => {
		const home = makeHome();
		const references = ["oci", "docker"].map((tag) => `${plain.host}/team/app:${tag}`);
		const outcomes = await Promise.all(Array.from({ length: 6 }, () => source.resolve({ HOME: home }, ...references)));
		for (const { answers } of outcomes) expect(answers).toEqual([await known("oci"), await known("docker")]);
		const kept = join(home, ".cache/pidone/images/sha256");
		// Two indexes, two manifests, and configs that may be the same.
		expect(readdirSync(kept).every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true);
		const text = readdirSync(kept).map((name) => readFileSync(join(kept, name), "utf8"));
		expect(text.join("\n")).not.toContain(PASSWORD);

		for (const name of readdirSync(kept)) truncateSync(join(kept, name), statSync(join(kept, name)).size / 2);
		expect((await source.resolve({ HOME: home }, ...references)).answers).toEqual([
			await known("oci"),
			await known("docker"),
		]);
	});

	it("leaves only the digests of tags to be asked", async () => {
		const env = { HOME: makeHome() };
		const digest = await digestOf("oci");
		const references = [`${plain.host}/team/app:oci`, `${plain.host}/team/app@${digest}`];
		await source.resolve(env, ...references);
		const before = plain.requests().filter((line) => line.includes("/team/app/")).length;
		await source.resolve(env, ...references);
		expect(
			plain
				.requests()
				.filter((line) => line.includes("/team/app/"))
				.slice(before),
		).toEqual(["HEAD /v2/team/app/manifests/oci"]);
	});
});
