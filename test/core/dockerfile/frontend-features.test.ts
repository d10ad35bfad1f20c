import { describe, expect, it } from "vitest";
import { featuresOf, hasFeature, whyUnsupported } from "../../../src/core/dockerfile/frontend-features.ts";
import { parseDockerfile } from "../../../src/core/dockerfile/parse.ts";

describe("featuresOf", () => {
	it.each([
		["ADD --checksum=sha256:1 --chmod=0755 https://x/a /a", ["ADD --checksum", "--chmod"]],
		["COPY --link --chown=1 a b", ["--link"]],
		["COPY --link=true a b", ["--link"]],
		["COPY --from=x a b", []],
		["RUN --mount=type=cache,target=/x --network=none a", ["RUN --mount", "RUN --network"]],
		["RUN <<EOF\ntrue\nEOF", ["heredocs"]],
		["RUN a --mount=b", []],
		["USER a", []],
	])("%j: %j", (text, expected) => {
		expect(parseDockerfile(`FROM x\n${text}\n`).stages[0]?.instructions.flatMap(featuresOf)).toEqual(expected);
	});
});

describe("hasFeature", () => {
	it.each<[string | undefined, boolean | undefined, boolean | undefined, boolean | undefined]>([
		// --chmod from 1.2 on, named contexts from 1.4, ADD --checksum from 1.6 or 1.5-labs
		[undefined, undefined, undefined, undefined],
		["", undefined, undefined, undefined],
		["docker/dockerfile", true, true, true],
		["docker/dockerfile:latest", true, true, true],
		["docker/dockerfile:1", true, true, true],
		["docker/dockerfile:1.0", false, false, false],
		["docker/dockerfile:1.1.7", false, false, false],
		["docker/dockerfile:1.2", true, false, false],
		["docker/dockerfile:1.3.1", true, false, false],
		["docker/dockerfile:1.4", true, true, false],
		["docker/dockerfile:1.4.0-rc1", true, true, false],
		["docker/dockerfile:1.5.2", true, true, false],
		["docker/dockerfile:1.6", true, true, true],
		["docker/dockerfile:1.10.0", true, true, true],
		["docker/dockerfile:1.20", true, true, true],
		["docker/dockerfile:2", true, true, true],
		["docker/dockerfile:0.9", false, false, false],
		["docker/dockerfile:labs", true, true, true],
		["docker/dockerfile:1-labs", true, true, true],
		["docker/dockerfile:1.3-labs", true, false, false],
		["docker/dockerfile:1.5-labs", true, true, true],
		["docker/dockerfile:1.7.0-labs", true, true, true],
		["docker/dockerfile:experimental", true, false, false],
		["docker/dockerfile:1-experimental", true, false, false],
		["docker/dockerfile:1.2-experimental", true, false, false],
		["docker/dockerfile:1.0.3-experimental", false, false, false],
		["docker.io/docker/dockerfile:1.4", true, true, false],
		["index.docker.io/docker/dockerfile:1.4", true, true, false],
		["registry.example.org:5000/mirror/docker/dockerfile:1.4", true, true, false],
		["docker/dockerfile-upstream:1.4.0", true, true, false],
		["docker/dockerfile-upstream:master", true, true, true],
		["docker/dockerfile-upstream:master-labs", true, true, true],
		[
			"docker/dockerfile:1.4@sha256:443aab4ca21183e069e7d8b2dc68006594f40bddf1b15bbd83f5137bd93e80e2",
			true,
			true,
			false,
		],
		[
			"docker/dockerfile@sha256:443aab4ca21183e069e7d8b2dc68006594f40bddf1b15bbd83f5137bd93e80e2",
			undefined,
			undefined,
			undefined,
		],
		["docker/dockerfile:1.4 as it was", true, true, false],
		["docker/dockerfile:mine", undefined, undefined, undefined],
		["docker/dockerfiles:1.0", undefined, undefined, undefined],
		["acme/frontend:1.0", undefined, undefined, undefined],
		["registry.example.org/pidone/dockerfile:1", undefined, undefined, undefined],
	])("%s", (syntax, chmod, contexts, checksum) => {
		expect([
			hasFeature(syntax, "--chmod"),
			hasFeature(syntax, "named contexts"),
			hasFeature(syntax, "ADD --checksum"),
		]).toEqual([chmod, contexts, checksum]);
	});

	it("knows that heredocs were in labs first", () => {
		expect(["1.3", "1.3-labs", "1.4"].map((tag) => hasFeature(`docker/dockerfile:${tag}`, "heredocs"))).toEqual([
			false,
			true,
			true,
		]);
	});
});

describe("whyUnsupported", () => {
	it("says what is missing, and which version has all of it", () => {
		expect(whyUnsupported("docker/dockerfile:1.1", ["--chmod", "ADD --checksum"])).toBe(
			"# syntax=docker/dockerfile:1.1 does not have --chmod and ADD --checksum: write docker/dockerfile:1, or at least 1.6, or select another way with --install",
		);
		expect(whyUnsupported("docker/dockerfile:1.4", ["--chmod", "ADD --checksum"])).toMatch(
			/^# syntax=docker\/dockerfile:1.4 does not have ADD --checksum: /,
		);
	});

	it.each([undefined, "docker/dockerfile:1", "acme/frontend:1"])("has nothing against %s", (syntax) => {
		expect(whyUnsupported(syntax, ["ADD --checksum"])).toBeUndefined();
	});
});
