import { describe, expect, it } from "vitest";
import { cataloguesOf, DEFAULT_PLATFORMS } from "../../src/analysis/options.ts";
import { catalogue } from "../../src/images/catalogue/index.ts";

describe("cataloguesOf", () => {
	it("puts the user's images in front of the built-in ones", () => {
		const bases = [{ images: ["a"], source: "test" }];
		expect(cataloguesOf({})).toEqual([catalogue]);
		expect(cataloguesOf({ bases })).toEqual([bases, catalogue]);
	});
});

describe("DEFAULT_PLATFORMS", () => {
	it("are the two that most images are built for", () => {
		expect(DEFAULT_PLATFORMS).toEqual(["linux/amd64", "linux/arm64"]);
	});
});
