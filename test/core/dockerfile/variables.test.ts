import { describe, expect, it } from "vitest";
import { scanDockerfile } from "../../../src/core/dockerfile/scan.ts";
import { applyAssignments, predefinedVariables, readAssignments } from "../../../src/core/dockerfile/variables.ts";

/** The instructions of a text. */
function read(source: string) {
	return scanDockerfile(source).instructions;
}

describe("readAssignments", () => {
	it.each([
		["ENV A=1", [{ name: "A", value: "1" }]],
		[
			"ENV A=1 B=2\tC=3",
			[
				{ name: "A", value: "1" },
				{ name: "B", value: "2" },
				{ name: "C", value: "3" },
			],
		],
		[
			'ENV A="b c" D=e\\ f',
			[
				{ name: "A", value: '"b c"' },
				{ name: "D", value: "e\\ f" },
			],
		],
		["ENV A b c  d", [{ name: "A", value: "b c  d" }]],
		["ENV A\tb=c", [{ name: "A", value: "b=c" }]],
		["ENV A =b", [{ name: "A", value: "=b" }]],
		["ENV A = b", [{ name: "A", value: "= b" }]],
		["ENV A", []],
		['LABEL A = "b c"', [{ name: "A", value: '= "b c"' }]],
		["ARG A = b", [{ name: "A" }, { name: "", value: "" }, { name: "b" }]],
		["ENV A=", [{ name: "A", value: "" }]],
		["ARG A", [{ name: "A" }]],
		["ARG A=1 B C=3", [{ name: "A", value: "1" }, { name: "B" }, { name: "C", value: "3" }]],
		[
			"ENV A=1 \\\n# comment\n  B=2",
			[
				{ name: "A", value: "1" },
				{ name: "B", value: "2" },
			],
		],
	])("reads %j", (source, expected) => {
		const [instruction] = read(source);
		expect(instruction && readAssignments(instruction, "\\")).toEqual(expected);
	});
});

describe("applyAssignments", () => {
	const context = {
		escape: "\\",
		buildArgs: (name: string) => ({ GIVEN: "given", EMPTY: "" })[name],
		globals: (name: string) => ({ GLOBAL: "global", GIVEN: "global" })[name],
	};

	it.each([
		["ENV sets values", "ENV A=1 B=2", { A: "1", B: "2" }],
		[
			"ENV expands, and removes quotes",
			"ENV A=1\nENV B=\"$A x\" C='$A' D=\\$A",
			{ A: "1", B: "1 x", C: "$A", D: "$A" },
		],
		["ENV sees what was before it", "ENV A=1\nENV A=2 B=$A", { A: "2", B: "1" }],
		["ENV in its old form has one value", 'ENV A b "c"', { A: "b c" }],
		["ENV in its old form has a value that begins with =", 'ENV PATH ="x"', { PATH: "=x" }],
		["ENV expands names", "ENV A=B\nENV $A=1\nENV ${A}C 2", { A: "B", B: "1", BC: "2" }],
		["ENV with an unset variable is empty", "ENV A=$NO", { A: "" }],
		["ARG takes its default", "ARG A=1", { A: "1" }],
		["ARG without default and value sets nothing", "ARG A", {}],
		["ARG takes a build argument, default or not", "ARG GIVEN=1\nARG EMPTY=1", { GIVEN: "given", EMPTY: "" }],
		["ARG without default takes the global one", "ARG GLOBAL", { GLOBAL: "global" }],
		["ARG takes a build argument rather than the global one", "ARG GIVEN", { GIVEN: "given" }],
		["ARG with default does not take the global one", "ARG GLOBAL=own", { GLOBAL: "own" }],
		["ARG sees its own first half", "ARG A=1 B=$A", { A: "1", B: "1" }],
		["ENV does not take a build argument", "ENV GIVEN=1", { GIVEN: "1" }],
		["ENV overrides ARG", "ARG A=1\nENV A=2", { A: "2" }],
	])("%s", (_, source, expected) => {
		const variables = new Map<string, string>();
		for (const instruction of read(source)) applyAssignments(instruction, variables, context);
		expect(Object.fromEntries(variables)).toEqual(expected);
	});

	it("refuses a substitution that BuildKit does not know, and sets nothing", () => {
		const [instruction] = read("ENV A=1 B=${C^^}");
		const variables = new Map<string, string>();
		expect(() => instruction && applyAssignments(instruction, variables, context)).toThrow(
			"unsupported modifier (^) in substitution",
		);
		expect(variables.size).toBe(0);
	});
});

describe("predefinedVariables", () => {
	const none = (): undefined => undefined;

	it.each([
		[
			"linux/amd64",
			{ TARGETPLATFORM: "linux/amd64", TARGETOS: "linux", TARGETARCH: "amd64", TARGETVARIANT: "", TARGETOSVERSION: "" },
		],
		["linux/arm/v7", { TARGETPLATFORM: "linux/arm/v7", TARGETOS: "linux", TARGETARCH: "arm", TARGETVARIANT: "v7" }],
	])("holds the parts of %s", (platform, expected) => {
		const variables = Object.fromEntries(predefinedVariables({ target: platform, build: platform }, undefined, none));
		expect(variables).toMatchObject(expected);
		expect(Object.keys(variables)).toHaveLength(11);
	});

	it.each([
		["app", "app"],
		[undefined, "default"],
		["", "default"],
	])("holds the stage that is built: %s", (target, expected) => {
		expect(predefinedVariables({ target: "linux/amd64", build: "linux/arm64" }, target, none).get("TARGETSTAGE")).toBe(
			expected,
		);
	});

	it("takes build arguments", () => {
		const variables = predefinedVariables(
			{ target: "linux/amd64", build: "linux/arm64" },
			"app",
			(name) => ({ TARGETARCH: "s390x", OTHER: "x" })[name],
		);
		expect([variables.get("TARGETARCH"), variables.get("BUILDARCH"), variables.has("OTHER")]).toEqual([
			"s390x",
			"arm64",
			false,
		]);
	});
});
