import { describe, expect, it } from "vitest";
import { readBuildArgs, splitPair } from "../../../src/node/builder/build-args.ts";

describe("readBuildArgs", () => {
	it.each<[texts: string[], args: Record<string, string>]>([
		[["A=1", "B=x=y", "C="], { A: "1", B: "x=y", C: "" }],
		[["A=1", "A=2"], { A: "2" }],
		[["SET", "EMPTY", "UNSET"], { SET: "v", EMPTY: "" }],
		[[], {}],
	])("reads %j as %j", (texts, args) => {
		expect(readBuildArgs(texts, { SET: "v", EMPTY: "" })).toEqual(args);
	});
});

describe("splitPair", () => {
	it.each([
		["a=b", ["a", "b"]],
		["a=b=c", ["a", "b=c"]],
		["a", ["a", ""]],
		["=b", ["", "b"]],
	])("%j gives %j", (text, pair) => {
		expect(splitPair(text)).toEqual(pair);
	});
});
