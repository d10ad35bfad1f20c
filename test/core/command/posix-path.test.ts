import { posix } from "node:path";
import { expect, it } from "vitest";
import { folderOf, joinPath, normalizePath, resolvePath } from "../../../src/core/command/posix-path.ts";

it.each(["/a/../b//c/.", "../a/./b", "/..", ".", "a/..", "a//b", "/"])("normalizes %s as node does", (path) => {
	expect(normalizePath(path)).toBe(posix.normalize(path).replace(/(?<=.)\/$/, ""));
	expect(resolvePath("/w", path)).toBe(posix.resolve("/w", path));
	expect(joinPath("/w", path)).toBe(posix.join("/w", path).replace(/(?<=.)\/$/, ""));
});

it.each(["/a/b", "a", "/a", "a/b/c"])("finds the folder of %s", (path) => {
	expect(folderOf(path)).toBe(posix.dirname(path));
});
