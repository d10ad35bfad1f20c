import { describe, expect, it } from "vitest";
import { readPlatformLists } from "../../src/core/platform-lists.ts";
import { UserError } from "../../src/core/user-error.ts";

describe("readPlatformLists", () => {
	it.each<[lists: string[], platforms: string[] | undefined]>([
		[["linux/amd64"], ["linux/amd64"]],
		[
			["linux/amd64,linux/arm64", "linux/amd64"],
			["linux/amd64", "linux/arm64"],
		],
		[["amd64", "x86_64", "x86-64", "linux/amd64/v1", "Linux/AMD64"], ["linux/amd64"]],
		[["arm64", "aarch64", "linux/arm64/v8", "linux/aarch64/v8"], ["linux/arm64"]],
		[["arm", "linux/armhf", "arm/v7"], ["linux/arm/v7"]],
		[
			["armel", "i386", "linux/i686"],
			["linux/arm/v6", "linux/386"],
		],
		[["linux/amd64/v3"], ["linux/amd64/v3"]],
		[["windows(10.0.17763)/amd64"], ["windows/amd64"]],
		[[], undefined],
		[["", ","], undefined],
		[["local"], undefined],
		[["linux"], undefined],
		[["linux/amd64,local"], undefined],
	])("reads %j as %j", (lists, platforms) => {
		expect(readPlatformLists(lists)).toEqual(platforms);
	});

	it.each(["linux/", "linux//amd64", "a b", "linux/amd64/v1/x/y", "$PLATFORM", "linux/amd64; linux/arm64", "linux/*"])(
		"refuses %j",
		(text) => {
			expect(() => readPlatformLists([text])).toThrow(
				new UserError(
					`--platform ${text}: is not a platform: write OS/ARCHITECTURE or OS/ARCHITECTURE/VARIANT, such as linux/arm64 or linux/arm/v7`,
				),
			);
		},
	);
});
