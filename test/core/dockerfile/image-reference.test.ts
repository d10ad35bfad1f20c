import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseImageReference } from "../../../src/core/dockerfile/image-reference.ts";

const digest = `sha256:${"0123456789abcdef".repeat(4)}`;

describe("parseImageReference", () => {
	it.each([
		["node", { name: "node" }],
		["node:20-alpine", { name: "node", tag: "20-alpine" }],
		[`node@${digest}`, { name: "node", digest }],
		[`node:20@${digest}`, { name: "node", tag: "20", digest }],
		["bitnami/redis:7", { name: "bitnami/redis", tag: "7" }],
		["ghcr.io/acme/app:1.0_a-b", { name: "ghcr.io/acme/app", tag: "1.0_a-b" }],
		["localhost/app", { name: "localhost/app" }],
		["localhost:5000/app", { name: "localhost:5000/app" }],
		["localhost:5000/app:1", { name: "localhost:5000/app", tag: "1" }],
		[`registry.example.com:5000/a/b/c:d@${digest}`, { name: "registry.example.com:5000/a/b/c", tag: "d", digest }],
		["192.168.1.1:5000/a:b", { name: "192.168.1.1:5000/a", tag: "b" }],
		["docker.io/node:20", { name: "node", tag: "20" }],
		["docker.io/library/node:20", { name: "node", tag: "20" }],
		["index.docker.io/library/node", { name: "node" }],
		["registry-1.docker.io/library/node", { name: "node" }],
		["library/node", { name: "node" }],
		["docker.io/bitnami/redis", { name: "bitnami/redis" }],
		["public.ecr.aws/docker/library/node:20", { name: "node", tag: "20" }],
		["mirror.gcr.io/library/node:20", { name: "node", tag: "20" }],
		["mirror.gcr.io/busybox", { name: "busybox" }],
		["mirror.gcr.io/bitnami/redis", { name: "bitnami/redis" }],
		["mcr.microsoft.com/mirror/docker/library/python:3.9-slim", { name: "python", tag: "3.9-slim" }],
		["registry.hub.docker.com/library/node", { name: "node" }],
		["gitlab.example.com/group/sub/dependency_proxy/containers/node:20", { name: "node", tag: "20" }],
		["docker.m.daocloud.io/library/node:20", { name: "node", tag: "20" }],
		["m.daocloud.io/docker.io/library/node:20", { name: "node", tag: "20" }],
		["m.daocloud.io/quay.io/keycloak/keycloak:26.0", { name: "quay.io/keycloak/keycloak", tag: "26.0" }],
		["mirror.gcr.io.example.com/busybox", { name: "mirror.gcr.io.example.com/busybox" }],
		["public.ecr.aws/dockers/library/node", { name: "public.ecr.aws/dockers/library/node" }],
		["arm64v8/node:20", { name: "node", tag: "20" }],
		["docker.io/amd64/node", { name: "node" }],
		["arm32v7/alpine", { name: "alpine" }],
		["mcr.microsoft.com/dotnet/aspnet:8.0", { name: "mcr.microsoft.com/dotnet/aspnet", tag: "8.0" }],
		["quay.io/library/node", { name: "quay.io/library/node" }],
	])("reads %s", (text, expected) => {
		expect(parseImageReference(text)).toEqual(expected);
	});

	it("reads a name with a digest, for which it needs dockerfile-ast, as it reads it without one", () => {
		const text = fc.stringMatching(/^[a-z0-9]{1,4}(?:[._/-]{1,2}[a-z0-9]{1,4}){0,4}(?::\w[\w.-]{0,7})?$/);
		fc.assert(
			fc.property(text, (name) => {
				expect(parseImageReference(`${name}@${digest}`)).toEqual({ ...parseImageReference(name), digest });
			}),
		);
	});
});
