import { describe, expect, it } from "vitest";
import { parseDockerfile } from "../../../src/core/dockerfile/parse.ts";
import { findTarget, findTargets } from "../../../src/core/dockerfile/target.ts";
import { rewrite } from "../../../src/core/rewrite/rewrite.ts";

const { stages } = parseDockerfile("FROM a AS Dev\nFROM b\nFROM c AS dev\nFROM d AS x7\nFROM e\n");

describe("the stage that a build is for", () => {
	it.each<[target: string | undefined, index: number | undefined]>([
		[undefined, 4],
		["dev", 2],
		["DEV", 2],
		["0", 0],
		["x7", 3],
		["4", 4],
		["5", undefined],
		["e", undefined],
		["", undefined],
	])("%j is number %j", (target, index) => {
		expect(findTarget(stages, target)?.index).toBe(index);
	});

	it("is none in a file without stages", () => {
		expect(findTarget([], undefined)).toBeUndefined();
	});
});

describe("the stages that several builds are for", () => {
	it.each<[options: Parameters<typeof findTargets>[1], indexes: readonly number[]]>([
		[{}, [4]],
		[{ target: "dev" }, [2]],
		[{ otherTargets: ["dev"] }, [4, 2]],
		[{ target: "dev", otherTargets: [""] }, [2, 4]],
		[{ target: "dev", otherTargets: ["2", "Dev", "0"] }, [2, 0]],
		[{ target: "none", otherTargets: ["1", "none"] }, [1]],
	])("%j are %j", (options, indexes) => {
		expect(findTargets(stages, options).map(({ index }) => index)).toEqual(indexes);
	});
});

describe("a rewrite for several targets", () => {
	const source = 'FROM node:22 AS dev\nRUN a\nFROM node:22\nCMD ["b"]\nFROM node:22\nCMD ["c"]\n';
	const changed = (options: Parameters<typeof rewrite>[1]): string[] =>
		rewrite(source, options).outcomes.flatMap(({ code, stage }) => (code === "rewritten" ? [String(stage)] : []));

	it.each<[options: Parameters<typeof rewrite>[1], stages: readonly string[]]>([
		[{}, ["2"]],
		[{ target: "1" }, ["1"]],
		[{ otherTargets: ["1"] }, ["1", "2"]],
		[{ target: "1", otherTargets: [""] }, ["1", "2"]],
	])("gives an init to unnamed stages, too: %j", (options, expected) => {
		expect(changed(options)).toEqual(expected);
	});

	it("refuses one that does not exist", () => {
		expect(() => rewrite(source, { otherTargets: ["none"] })).toThrow(
			/^otherTargets.*none.*: no such stage; the named stages are: dev$/,
		);
	});
});
