import { describe, expect, it } from "vitest";
import { makeGlobals } from "../../../src/core/analysis/globals.ts";
import type { AnalysisOptions } from "../../../src/core/analysis/options.ts";
import { parseDockerfile } from "../../../src/core/dockerfile/parse.ts";

function read(args: string, options: AnalysisOptions = {}, platform = "linux/arm64") {
	return makeGlobals(parseDockerfile(`${args}\nFROM base AS last\n`), options)(platform);
}

describe("makeGlobals", () => {
	it.each([
		["nested ones", "ARG A=1\nARG B=$A-2\nARG C=${B}-3", { A: "1", B: "1-2", C: "1-2-3" }],
		["several in one instruction", "ARG A=1 B=2 C", { A: "1", B: "2" }],
		["defaults", "ARG B=${A:-x}", { B: "x" }],
		["platform arguments", "ARG A=x-$TARGETARCH", { A: "x-arm64" }],
		["a platform argument that is declared", "ARG TARGETARCH", { TARGETARCH: "arm64" }],
		["a platform argument with a default of its own", "ARG TARGETARCH=s390x", { TARGETARCH: "s390x" }],
		["the name of the last stage", "ARG A=$TARGETSTAGE", { A: "last" }],
	])("holds %s", (_, source, expected) => {
		expect(Object.fromEntries(read(source).variables)).toMatchObject(expected);
	});

	it("takes build arguments and the target", () => {
		const { variables } = read("ARG A=1\nARG B=$A-$TARGETSTAGE", { buildArgs: { A: "2" }, target: "other" });
		expect([variables.get("A"), variables.get("B")]).toEqual(["2", "2-other"]);
	});

	it("says what is wrong with an ARG, and where", () => {
		expect(read("ARG A=1\nARG B=$A C=${A^^}\nARG D=1")).toMatchObject({ mistake: { offset: 19 } });
		expect(read("ARG V\nARG B=${V:?need}").mistake).toEqual({
			message: "a value is required for V: need; pass --build-arg V=…",
			offset: 12,
		});
		expect(read("ARG V\nARG B=${V:?need}", { buildArgs: { V: "1" } }).mistake).toBeUndefined();
	});

	it("ends where every ARG doubles the one above it", () => {
		const args = [
			"ARG A0=0123456789",
			...Array.from({ length: 40 }, (_, index) => `ARG A${index + 1}=$A${index}$A${index}`),
		].join("\n");
		expect(read(args).mistake).toMatchObject({ message: "the values of variables grow beyond 16777216 characters" });
	});
});
