import { describe, expect, it } from "vitest";
import type { StatedBuild } from "../../../src/node/build-definitions/model/stated-build.ts";
import { type BuildVariant, combineBuilds, nameBuild } from "../../../src/node/settings/combine-builds.ts";

const SOURCE = "ARG BASE\nARG TAG=1\nFROM $BASE:$TAG AS dev\nFROM dev AS test\nFROM test\n";

/** A build of `/p/Dockerfile`, as line 1 of compose.yaml states it. */
function build(name: string, said: Partial<StatedBuild> = {}): StatedBuild {
	const from = { path: "compose.yaml", line: 1, column: 1 };
	return { name, from, dockerfile: "/p/Dockerfile", context: "/p", args: {}, contexts: {}, ...said };
}

const variant = (names: readonly string[], said: Partial<BuildVariant> = {}): BuildVariant => ({
	names: names.map((name) => `${name} (compose.yaml:1)`),
	...{ buildArgs: {}, contexts: {}, links: {}, context: "/p", targets: {}, platforms: undefined },
	...said,
});

const args = (text: string) => ({ args: { BASE: text } });
const amd64 = { platforms: ["linux/amd64"] };

describe("the ways in which a Dockerfile is built", () => {
	it.each<[what: string, builds: readonly StatedBuild[], expected: readonly BuildVariant[]]>([
		["of no build are none", [], []],
		["of one build are what it says", [build("a", amd64)], [variant(["a"], amd64)]],
		["of equal builds are one", [build("a"), build("b")], [variant(["a", "b"])]],
		[
			"have the targets of all builds, the last stage being one of them",
			[build("a", { target: "dev" }), build("b"), build("c", { target: "test" }), build("d", { target: "dev" })],
			[variant(["a", "b", "c", "d"], { targets: { target: "dev", otherTargets: ["", "test"] } })],
		],
		[
			"have the platforms of all builds",
			[build("a", { platforms: ["linux/amd64", "linux/s390x"] }), build("b", amd64)],
			[variant(["a", "b"], { platforms: ["linux/amd64", "linux/s390x"] })],
		],
		["have no platforms where one build says none", [build("a", amd64), build("b")], [variant(["a", "b"])]],
		[
			"differ by arguments, and share targets and platforms",
			[build("a", { ...args("x"), ...amd64, target: "dev" }), build("b", { ...args("y"), platforms: ["linux/arm64"] })],
			[
				variant(["a"], {
					buildArgs: { BASE: "x" },
					targets: { target: "dev", otherTargets: [""] },
					platforms: ["linux/amd64", "linux/arm64"],
				}),
				variant(["b"], {
					buildArgs: { BASE: "y" },
					targets: { otherTargets: ["dev"] },
					platforms: ["linux/amd64", "linux/arm64"],
				}),
			],
		],
		[
			"do not differ by the order of arguments, or by arguments that the file does not mention",
			[
				build("a", { args: { BASE: "x", TAG: "2", COMMIT: "1" } }),
				build("b", { args: { COMMIT: "2", TAG: "2", BASE: "x" } }),
			],
			[variant(["a", "b"], { buildArgs: { BASE: "x", TAG: "2" } })],
		],
		[
			"differ by named contexts",
			[build("a", { contexts: { x: "target:b" } }), build("b")],
			[variant(["a"], { contexts: { x: "target:b" } }), variant(["b"])],
		],
		[
			"differ by the build context",
			[build("a"), build("b", { context: "/q" }), build("c")],
			[variant(["a", "c"]), variant(["b"], { context: "/q" })],
		],
	])("%s", (_, builds, expected) => {
		expect(combineBuilds(builds, SOURCE)).toEqual(expected);
	});

	it("also have additional targets, without duplicates", () => {
		const targetsOf = (besides: readonly string[]) =>
			combineBuilds([build("a", { target: "dev" })], SOURCE, besides).map(({ targets }) => targets);
		expect(targetsOf([""])).toEqual([{ target: "dev", otherTargets: [""] }]);
		expect(targetsOf(["dev"])).toEqual([{ target: "dev" }]);
	});

	it("are named after the builds and their positions", () => {
		expect(nameBuild(build("web", { from: { path: "a/docker-bake.hcl", line: 7, column: 3 } }))).toBe(
			"web (a/docker-bake.hcl:7)",
		);
	});
});
