import { expect, it } from "vitest";
import { analyseSource } from "../../../src/core/analysis/analyse-source.ts";
import { ByLineage } from "../../../src/core/analysis/by-lineage.ts";

it("works out each stage once, from the one that it is built on", () => {
	const { stages } = analyseSource("FROM debian:12 AS a\nFROM a AS b\nFROM b AS c\nFROM a AS d\n", {});
	const made: string[] = [];
	const paths = new ByLineage<string>(stages, ({ stage: { name = "" } }, parent) => {
		made.push(name);
		return parent === undefined ? name : `${parent}/${name}`;
	});
	expect(stages.toReversed().map((stage) => paths.of(stage))).toEqual(["a/d", "a/b/c", "a/b", "a"]);
	expect(made).toEqual(["a", "d", "b", "c"]);
});
