import { describe, expect, it } from "vitest";
import { cataloguesOf, targetPlatforms } from "../../../src/core/analysis/options.ts";
import { catalogue } from "../../../src/core/images/catalogue/index.ts";

describe("cataloguesOf", () => {
	it("puts the user's images before the built-in ones", () => {
		const bases = [{ images: ["a"], source: "test" }];
		expect(cataloguesOf({}).map((each) => each.rows())).toEqual([catalogue]);
		expect(cataloguesOf({ bases }).map((each) => each.rows())).toEqual([bases, catalogue]);
	});
});

describe("targetPlatforms", () => {
	it("are the two that most images are built for unless others are given", () => {
		expect(targetPlatforms({})).toEqual(["linux/amd64", "linux/arm64"]);
		expect(targetPlatforms({ platforms: ["aarch64", "linux/arm64/v8", "linux/amd64/v3"] })).toEqual([
			"linux/arm64",
			"linux/amd64/v3",
		]);
	});

	it.each([
		[[], "platforms: []: must name a platform"],
		[
			["amd46"],
			'platforms: "amd46" is neither an operating system nor an architecture: write both, such as linux/amd64 or linux/arm64',
		],
	])("refuses %j", (platforms, message) => {
		expect(() => targetPlatforms({ platforms })).toThrow(new TypeError(message));
	});
});
