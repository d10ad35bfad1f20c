import { describe, expect, it } from "vitest";
import { catalogueOf } from "../../../src/core/images/catalogue.ts";

const rows = [
	{ images: ["acme/*"], source: "glob" },
	{ images: ["acme/app", "acme/a*"], source: "app" },
	{ images: ["acme/app"], tags: ["1"], source: "app 1" },
];

describe("catalogueOf", () => {
	it.each([
		["acme/app", ["app", "app 1", "glob"]],
		["acme/api", ["glob", "app"]],
		["acme/other", ["glob"]],
		["acme/app/web", []],
		["acme", []],
	])("finds the rows of %s: those with the name first, then the globs, in their order", (name, expected) => {
		expect(
			catalogueOf(rows)
				.rowsOf(name)
				.map(({ source }) => source),
		).toEqual(expected);
	});

	it("is the same for the same rows, and has all of them", () => {
		expect(catalogueOf(rows)).toBe(catalogueOf(rows));
		expect(catalogueOf(rows).rows()).toBe(rows);
	});
});
