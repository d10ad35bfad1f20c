import { describe, expect, it } from "vitest";
import { CredentialStore } from "../../../src/node/registry/credentials.ts";
import { makeHome } from "./helpers/source.ts";

const auth = (credentials: string) => ({ auth: Buffer.from(credentials).toString("base64") });
const jsonOf = (auths: object): string => JSON.stringify({ auths });

/** The user name that is found for a repository. */
async function userFor(
	domain: string,
	repository: string,
	files: Readonly<Record<string, string>>,
	variables: (home: string) => Record<string, string> = () => ({}),
): Promise<string | undefined> {
	const home = makeHome(files);
	const found = await new CredentialStore({ HOME: home, ...variables(home) }, 1000).find({ domain, repository });
	return found?.kind === "password" ? found.username : found && `${found.kind} token`;
}

describe("the most specific entry counts", () => {
	const files = {
		".docker/config.json": jsonOf({
			"quay.io": auth("host:x"),
			"quay.io/team": auth("team:x"),
			"quay.io/team/app": auth("app:x"),
			"https://harbor.corp/v1/": auth("url:x"),
			"https://index.docker.io/v1/": auth("hub:x"),
			"registry.corp:5000": auth("port:x"),
		}),
	};

	it.each([
		["quay.io", "team/app", "app"],
		["quay.io", "team/other", "team"],
		["quay.io", "teams/app", "host"],
		["harbor.corp", "a/b", "url"],
		["docker.io", "library/node", "hub"],
		["registry.corp:5000", "app", "port"],
		["registry.corp", "app", undefined],
		["evilquay.io", "team/app", undefined],
	])("for %s/%s", async (domain, repository, user) => {
		expect(await userFor(domain, repository, files)).toBe(user);
	});
});

describe("files in their order", () => {
	const files = {
		".docker/config.json": jsonOf({ "a.io": auth("docker:x"), "b.io": auth("docker:x") }),
		"run/containers/auth.json": jsonOf({ "a.io": auth("runtime:x") }),
		".config/containers/auth.json": jsonOf({ "a.io": auth("config:x"), "c.io": auth("config:x") }),
		"named.json": jsonOf({ "a.io": auth("named:x") }),
		"other/config.json": jsonOf({ "b.io": auth("other:x") }),
	};

	it.each<[domain: string, variables: (home: string) => Record<string, string>, user: string | undefined]>([
		["a.io", (home) => ({ XDG_RUNTIME_DIR: `${home}/run` }), "runtime"],
		["a.io", () => ({}), "config"],
		["b.io", (home) => ({ XDG_RUNTIME_DIR: `${home}/run` }), "docker"],
		["b.io", (home) => ({ DOCKER_CONFIG: `${home}/other` }), "other"],
		["a.io", (home) => ({ REGISTRY_AUTH_FILE: `${home}/named.json` }), "named"],
		["b.io", (home) => ({ REGISTRY_AUTH_FILE: `${home}/named.json` }), undefined],
		["b.io", (home) => ({ HOME: "", DOCKER_CONFIG: `${home}/other` }), "other"],
		["b.io", () => ({ HOME: "" }), undefined],
	])("for %s", async (domain, variables, user) => {
		expect(await userFor(domain, "app", files, variables)).toBe(user);
	});
});

describe("what DOCKER_AUTH_CONFIG has", () => {
	const files = { ".docker/config.json": jsonOf({ "a.io": auth("file:x"), "b.io": auth("file:x") }) };
	const variables = (text: string) => () => ({ DOCKER_AUTH_CONFIG: text });

	it.each([
		["a.io", "variable"],
		["b.io", "file"],
	])("counts before files, for %s", async (domain, user) => {
		expect(await userFor(domain, "app", files, variables(jsonOf({ "a.io": auth("variable:x") })))).toBe(user);
	});

	it("counts even where the file is named", async () => {
		const both = () => ({ ...variables(jsonOf({ "a.io": auth("variable:x") }))(), REGISTRY_AUTH_FILE: "/none" });
		expect(await userFor("a.io", "app", files, both)).toBe("variable");
	});

	it.each(["", " "])("is nothing where it is %j", async (text) => {
		expect(await userFor("a.io", "app", files, variables(text))).toBe("file");
	});

	it("is not quoted where it is not JSON", async () => {
		await expect(userFor("a.io", "app", files, variables('{"auths": "hunter2'))).rejects.toThrow(
			/^DOCKER_AUTH_CONFIG: is not a JSON object: correct it, or log in again$/,
		);
	});
});

describe("an entry", () => {
	it.each<[what: string, entry: unknown, user: string | undefined]>([
		["a password with colons", auth("jane:a:b"), "jane"],
		["names on their own", { username: "jane", password: "x" }, "jane"],
		["an identity token", { ...auth("00000000:"), identitytoken: "t" }, "identity token"],
		["a registry token", { registrytoken: "t" }, "registry token"],
		["no colon", auth("jane"), undefined],
		["no base64", { auth: "%%%" }, undefined],
		["nothing", {}, undefined],
		["a text", "jane:x", undefined],
		["a number", { auth: 1 }, undefined],
	])("with %s", async (_, entry, user) => {
		expect(await userFor("a.io", "app", { ".docker/config.json": jsonOf({ "a.io": entry }) })).toBe(user);
	});

	it.each(["", " \n", "{}", '{"auths": []}', '{"auths": null, "credHelpers": 1}'])(
		"of the file %j is none",
		async (text) => {
			expect(await userFor("a.io", "app", { ".docker/config.json": text })).toBeUndefined();
		},
	);

	it("of a file that is not JSON is a mistake", async () => {
		await expect(userFor("a.io", "app", { ".docker/config.json": "{" })).rejects.toThrow(
			/\.docker\/config\.json: is not a JSON object: correct it, or log in again$/,
		);
	});
});

describe("a helper program", () => {
	const helper = (name: string): string =>
		`#!/bin/sh\nread -r server\nprintf '{"Username": "%s", "Secret": "x"}' "${name}-$server"\n`;
	const files = {
		".docker/config.json": JSON.stringify({
			auths: { "b.io": auth("file:x") },
			credsStore: "all",
			credHelpers: { "a.io": "one" },
		}),
		"bin/docker-credential-one": helper("one"),
		"bin/docker-credential-all": helper("all"),
	};
	const variables = (home: string) => ({ PATH: `${home}/bin:${process.env.PATH}` });

	it.each([
		["a.io", "one-a.io"],
		["b.io", "all-b.io"],
		["docker.io", "all-https://index.docker.io/v1/"],
	])("for %s", async (domain, user) => {
		expect(await userFor(domain, "app", files, variables)).toBe(user);
	});

	it("may give an identity token", async () => {
		const script = `#!/bin/sh\necho '{"Username": "<token>", "Secret": "x"}'\n`;
		expect(await userFor("b.io", "app", { ...files, "bin/docker-credential-all": script }, variables)).toBe(
			"identity token",
		);
	});

	it("is a program, and not a path", async () => {
		const config = JSON.stringify({ credsStore: "../../bin/sh" });
		await expect(userFor("a.io", "app", { ".docker/config.json": config })).rejects.toThrow("is not valid");
	});
});
