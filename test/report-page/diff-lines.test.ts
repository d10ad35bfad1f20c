import { createTwoFilesPatch } from "diff";
import { describe, expect, test } from "vitest";
import { type DiffLine, readDiff } from "../../src/report-page/diff-lines.ts";

const textOf = ({ tokens }: DiffLine): string => tokens.map(({ text }) => text).join("");

describe("a diff", () => {
	const before = `${Array.from({ length: 30 }, (_, index) => `RUN ${index}`).join("\n")}\nCMD a`;
	const after = before.replace("RUN 2\n", "").replace("RUN 20\n", "RUN 20\nUSER x\n-- odd\n++ odd\n");
	const lines = readDiff(createTwoFilesPatch("a", "b", before, after));

	test("has the line numbers of both files", () => {
		const files = { before: before.split("\n"), after: after.split("\n") };
		for (const line of lines)
			for (const side of ["before", "after"] as const)
				if (line[side] !== undefined) expect(textOf(line)).toBe(files[side][line[side] - 1]);
		expect(lines.filter(({ kind }) => kind === "removed").map(textOf)).toEqual(["RUN 2"]);
		expect(lines.filter(({ kind }) => kind === "added").map(textOf)).toEqual(["USER x", "-- odd", "++ odd"]);
		expect(lines.filter(({ kind }) => kind === "hunk")).toHaveLength(2);
	});

	test("keeps git's note about a missing final newline", () => {
		const read = readDiff(createTwoFilesPatch("a", "b", "CMD a", "CMD b\n"));
		expect(read.map(({ kind }) => kind)).toEqual(["hunk", "removed", "remark", "added"]);
	});

	test("of nothing has no lines", () => {
		expect(readDiff("--- a\n+++ b\n")).toEqual([]);
	});
});
