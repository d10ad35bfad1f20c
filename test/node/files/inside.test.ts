import { expect, it } from "vitest";
import { isInside } from "../../../src/node/files/inside.ts";

it.each([
	["/a/b", "/a/b", true],
	["/a/b/c", "/a/b", true],
	["/a/b/..c/d", "/a/b", true],
	["/a/b/c/../d", "/a/b", true],
	["/a", "/", true],
	["/a/b/../c", "/a/b", false],
	["/a/b/c/../../d", "/a/b", false],
	["/a/bc", "/a/b", false],
	["/a", "/a/b", false],
	["/", "/a", false],
])("%s: inside %s is %s", (path, folder, expected) => {
	expect(isInside(path, folder)).toBe(expected);
});
