import { describe, expect, it } from "vitest";
import type { AnalysedStage } from "../../../src/core/analysis/analyse.ts";
import { ancestryOf, descendantsOf, hasCommandInFile, lineageOf } from "../../../src/core/analysis/lineage.ts";
import { read } from "../rewrite/helpers.ts";

const { stages } = read(
	"FROM a AS one\nRUN 1\nFROM b AS two\nFROM one AS three\nRUN 3\nFROM three AS four\nCMD x\nFROM one AS five\nONBUILD CMD y\nFROM four AS six\n",
);

function stageAt(index: number): AnalysedStage {
	const stage = stages[index];
	if (stage === undefined) throw new Error(`no stage ${index}`);
	return stage;
}

const namesOf = (found: readonly AnalysedStage[]): string => found.map(({ stage }) => stage.name).join(" ");

describe("ancestryOf", () => {
	it("begins with the outermost stage", () => {
		expect(namesOf(ancestryOf(stages, stageAt(5)))).toBe("one three four six");
	});
});

describe("lineageOf", () => {
	it("gives the instructions of all of them", () => {
		expect(lineageOf(stages, stageAt(2)).map(({ argument }) => argument.text)).toEqual(["1", "3"]);
	});

	it("includes the triggers that fire in a stage, before its own instructions", () => {
		const { stages: onbuild } = read("FROM a AS one\nONBUILD RUN 1\nFROM one AS two\nRUN 2\nFROM two\nRUN 3\n");
		const last = onbuild.at(-1);
		expect(
			last &&
				lineageOf(onbuild, last)
					.filter(({ keyword }) => keyword === "RUN")
					.map(({ argument }) => argument.text),
		).toEqual(["1", "2", "3"]);
	});
});

describe("descendantsOf", () => {
	it.each([
		[0, "three four five six"],
		[1, ""],
		[3, "six"],
	])("of stage %i, in the order of the file", (index, expected) => {
		expect(namesOf(descendantsOf(stages, stageAt(index)))).toBe(expected);
	});

	it("leaves out what is built on one that does not inherit", () => {
		expect(namesOf(descendantsOf(stages, stageAt(0), ({ stage }) => stage.name !== "three"))).toBe("five");
	});
});

describe("hasCommandInFile", () => {
	it.each([
		[0, false],
		[2, false],
		[3, true],
		[4, true],
		[5, true],
	])("stage %i: %s", (index, expected) => {
		expect(hasCommandInFile(stages, stageAt(index))).toBe(expected);
	});
});
