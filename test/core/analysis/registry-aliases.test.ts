import { describe, expect, it } from "vitest";
import { makeBaseResolver } from "../../../src/core/analysis/base.ts";
import { makeGlobals } from "../../../src/core/analysis/globals.ts";
import { describeRegistryMistake, realName } from "../../../src/core/analysis/registry-aliases.ts";
import { check } from "../../../src/core/check/check.ts";
import { parseDockerfile } from "../../../src/core/dockerfile/parse.ts";
import type { CatalogueEntry } from "../../../src/core/images/catalogue-entry.ts";

const registryAliases = {
	"harbor.corp/dockerhub": "docker.io",
	"harbor.corp/dockerhub/quay": "quay.io",
	"harbor.corp:8443": "ghcr.io/acme",
};

describe("realName", () => {
	it.each([
		["harbor.corp/dockerhub/node:20", "docker.io/node:20"],
		["harbor.corp/dockerhub/library/node", "docker.io/library/node"],
		["harbor.corp/dockerhub/bitnami/redis@sha256:0", "docker.io/bitnami/redis@sha256:0"],
		["harbor.corp/dockerhub/quay/jupyter/base-notebook", "quay.io/jupyter/base-notebook"],
		["harbor.corp:8443/app:1", "ghcr.io/acme/app:1"],
	])("of %s is %s", (image, expected) => {
		expect(realName(image, registryAliases)).toBe(expected);
	});

	it.each(["harbor.corp/dockerhub", "harbor.corp/dockerhub2/node", "harbor.corp/node", "x/harbor.corp/dockerhub/node"])(
		"is not another for %s",
		(image) => {
			expect(realName(image, registryAliases)).toBeUndefined();
		},
	);
});

describe("describeRegistryMistake", () => {
	it.each(["docker.io", "harbor.corp:8443/a/b_c", "localhost:5000", "Registry.example.com"])("accepts %s", (text) => {
		expect(describeRegistryMistake(text)).toBeUndefined();
	});

	it.each(["", "/", "docker.io/", "https://docker.io", "docker.io/a:1", "a@b", "a b", "$REGISTRY"])(
		"refuses %j",
		(text) => {
			expect(describeRegistryMistake(text)).toContain("must be a registry");
		},
	);
});

describe("a base on an aliased registry", () => {
	const bases: readonly CatalogueEntry[] = [{ images: ["harbor.corp/dockerhub/node"], cmd: ["mine"], source: "test" }];

	function resolve(source: string, options: Parameters<typeof makeBaseResolver>[1]): unknown {
		const dockerfile = parseDockerfile(source);
		const all = { registryAliases, ...options };
		const [stage = expect.fail()] = dockerfile.stages;
		return makeBaseResolver(dockerfile, all, makeGlobals(dockerfile, all))(stage)[0];
	}

	it("is known by its real name, and keeps its own text", () => {
		expect(resolve("FROM harbor.corp/dockerhub/node:20", {})).toMatchObject({
			kind: "image",
			text: "harbor.corp/dockerhub/node:20",
			reference: { name: "node", tag: "20" },
			facts: { entrypoint: ["docker-entrypoint.sh"] },
		});
	});

	it("is known by what the user says of its own name first", () => {
		expect(resolve("FROM harbor.corp/dockerhub/node:20", { bases })).toMatchObject({ facts: { cmd: ["mine"] } });
	});

	it("is known in a named context", () => {
		const contexts = { app: "docker-image://harbor.corp/dockerhub/node:20" };
		expect(resolve("FROM app", { contexts })).toMatchObject({ kind: "image", reference: { name: "node" } });
	});

	it("stays unknown if nothing is known about the real name", () => {
		expect(resolve("FROM harbor.corp:8443/app:1", {})).toEqual({
			kind: "unknown",
			text: "harbor.corp:8443/app:1",
			why: "pidone does not know the image harbor.corp:8443/app:1",
		});
	});

	it("is refused with an alias that cannot be one", () => {
		expect(() => check("FROM node\nCMD a\n", { registryAliases: { "harbor.corp/": "docker.io" } })).toThrow(
			'registryAliases: "harbor.corp/": must be a registry',
		);
	});
});
