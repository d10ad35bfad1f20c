import { describe, expect, it } from "vitest";
import { escapeText, unescapeText } from "../../../src/node/builder/bake-syntax.ts";

describe("texts of a bake definition", () => {
	it.each([
		["plain $A 100%", "plain $A 100%"],
		["${A} %{ if x }", "$${A} %%{ if x }"],
		["$${A}", "$$${A}"],
		["", ""],
	])("escapes %j, and reads it back", (literal, written) => {
		expect(escapeText(literal)).toBe(written);
		expect(unescapeText(written)).toBe(literal);
	});
});
