import { describe, expect, it } from "vitest";
import { matchesGlob } from "../../../src/core/images/glob.ts";

describe("matchesGlob", () => {
	it.each([
		["latest", ["latest"], ["Latest", "latest1", "alatest"]],
		["1.*", ["1.", "1.2", "1.2-alpine"], ["1", "12", "2.1"]],
		["*alpine*", ["alpine", "20-alpine3.19"], ["slim"]],
		["3.[5-9]", ["3.5", "3.9"], ["3.4", "3.10", "3.-"]],
		["[!a]b", ["bb"], ["ab", "b", "/b"]],
		["?", ["a"], ["", "ab", "/"]],
		["ghcr.io/acme/*", ["ghcr.io/acme/a"], ["ghcr.io/acme/a/b", "ghcrxio/acme/a"]],
		["a+b(c)|{d}^$\\", ["a+b(c)|{d}^$\\"], ["aab"]],
		["[ab", ["[ab"], ["a", "b"]],
		["a]", ["a]"], ["a"]],
		["", [""], ["a"]],
	])("of %s matches %j and not %j", (glob, matching, others) => {
		expect(matching.filter((text) => !matchesGlob(glob, text))).toEqual([]);
		expect(others.filter((text) => matchesGlob(glob, text))).toEqual([]);
	});
});
