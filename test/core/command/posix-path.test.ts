import { posix } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { folderOf, joinPath, normalizePath, resolvePath } from "../../../src/core/command/posix-path.ts";
import { RUNS, SEED } from "../../properties.ts";

it.each(["/a/../b//c/.", "../a/./b", "/..", ".", "a/..", "a//b", "/"])("normalizes %s as node does", (path) => {
	expect(normalizePath(path)).toBe(posix.normalize(path).replace(/(?<=.)\/$/, ""));
	expect(resolvePath("/w", path)).toBe(posix.resolve("/w", path));
	expect(joinPath("/w", path)).toBe(posix.join("/w", path).replace(/(?<=.)\/$/, ""));
});

it.each(["/a/b", "a", "/a", "a/b/c"])("finds the folder of %s", (path) => {
	expect(folderOf(path)).toBe(posix.dirname(path));
});

it("normalizes any path as Node.js does, but without a slash at the end", () => {
	const part = fc.constantFrom("", ".", "..", "a", "b c", "...");
	fc.assert(
		fc.property(fc.array(part, { minLength: 1 }), (parts) => {
			const path = parts.join("/");
			expect(normalizePath(path)).toBe(posix.normalize(path).replace(/(?<=.)\/$/, ""));
		}),
		{ numRuns: RUNS, seed: SEED },
	);
});
