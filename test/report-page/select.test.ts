import { expect, test } from "vitest";
import type { PageFile } from "../../src/core/report/page-data.ts";
import { describeProblems, type Filter, type Order, selectFiles } from "../../src/report-page/select.ts";

const problem = { code: "shell-form", level: "warning", message: "A shell" } as const;
const files: readonly PageFile[] = [
	{ path: "b/x", group: "b", status: "init", problems: [], stages: [] },
	{ path: "a/y", group: "a", status: "changes", problems: [problem, problem], stages: [] },
	{
		path: "a/x",
		group: "a",
		status: "failed",
		problems: [{ ...problem, code: "io-error", level: "error" }],
		stages: [],
	},
	{
		path: "c/z",
		group: "c",
		status: "nothing",
		problems: [{ ...problem, level: "note" }],
		stages: [{ name: "web", code: "windows", message: "it is a Windows image" }],
	},
];
const everything: Filter = { search: "", status: "", code: "", group: "" };
const byPath: Order = { column: "path", isDescending: false };
const paths = (filter: Partial<Filter>, order: Partial<Order> = {}): string[] =>
	selectFiles(files, { ...everything, ...filter }, { ...byPath, ...order }).map(({ path }) => path);

test.each<[Partial<Filter>, string[]]>([
	[{}, ["a/x", "a/y", "b/x", "c/z"]],
	[{ search: "X" }, ["a/x", "b/x"]],
	[{ search: " x  a/ " }, ["a/x"]],
	[{ search: "shell-form" }, ["a/y", "c/z"]],
	[{ search: "windows image" }, ["c/z"]],
	[{ status: "failed" }, ["a/x"]],
	[{ code: "shell-form" }, ["a/y", "c/z"]],
	[{ group: "a", code: "shell-form" }, ["a/y"]],
	[{ group: "none" }, []],
])("%j selects", (filter, expected) => {
	expect(paths(filter)).toEqual(expected);
});

test.each<[Order["column"], string[]]>([
	["path", ["a/x", "a/y", "b/x", "c/z"]],
	["status", ["a/x", "a/y", "b/x", "c/z"]],
	["group", ["a/y", "a/x", "b/x", "c/z"]],
	["problems", ["a/x", "a/y", "c/z", "b/x"]],
])("sorts by %s, and turns that round", (column, expected) => {
	expect(paths({}, { column })).toEqual(expected);
	const turned = paths({}, { column, isDescending: true });
	expect(turned).toEqual(column === "group" ? ["c/z", "b/x", "a/y", "a/x"] : expected.toReversed());
});

test("the number of findings in words", () => {
	expect(files.map(describeProblems)).toEqual(["", "2 warnings", "1 error", "1 note"]);
});
