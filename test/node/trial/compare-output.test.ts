import { expect, it } from "vitest";
import { findMissingLines, MAX_LINES, readLog } from "../../../src/node/trial/compare-output.ts";

it.each([
	["nothing, where all is there", ["a", "b"], ["b", "x", "a"], []],
	["a line that is not there, once and where it was first", ["b 1", "a", "a", "b 2"], ["c"], ["b 1", "a"]],
	["nothing that only has other numbers", ["12:01 pid 7 up", "id=ab12 x"], ["09:59 pid 8 up", "id=77 x"], []],
	["no blank lines", ["", " "], [], []],
	["a line that has other words", ["listening on port 1"], ["listens on port 1"], ["listening on port 1"]],
])("what is missing is %s", (_what, before, after, missing) => {
	expect(findMissingLines({ stdout: before, stderr: [] }, { stdout: after, stderr: [] })).toEqual(missing);
});

it("a line on the other stream counts as missing", () => {
	expect(findMissingLines({ stdout: ["a"], stderr: ["e"] }, { stdout: ["a", "e"], stderr: [] })).toEqual(["e"]);
});

it("lines end with a line feed, and a terminal's with a carriage return too", () => {
	expect(readLog("a\r\nb\n\nc", "").stdout).toEqual(["a", "b", "c"]);
});

it("a log with too many lines is cut", () => {
	expect(readLog("a\n".repeat(MAX_LINES), "").isCut).toBeUndefined();
	expect(readLog("a\n".repeat(MAX_LINES), "e\n").isCut).toBe(true);
});
