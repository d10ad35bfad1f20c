import { describe, expect, it } from "vitest";
import { compatiblePlatform, normalizePlatform, splitPlatform } from "../../src/core/platform.ts";

const MALFORMED =
	"is not a platform: write OS/ARCHITECTURE or OS/ARCHITECTURE/VARIANT, such as linux/arm64 or linux/arm/v7";

describe("normalizePlatform", () => {
	it.each<readonly [text: string, platform: string]>([
		["linux/amd64", "linux/amd64"],
		["linux/x86_64", "linux/amd64"],
		["linux/x86-64", "linux/amd64"],
		["linux/amd64/v1", "linux/amd64"],
		["linux/x86_64/v1", "linux/amd64"],
		["linux/amd64/v2", "linux/amd64/v2"],
		["linux/amd64/v3", "linux/amd64/v3"],
		["linux/x86_64/v4", "linux/amd64/v4"],
		["linux/arm64", "linux/arm64"],
		["linux/aarch64", "linux/arm64"],
		["linux/arm64/v8", "linux/arm64"],
		["linux/arm64/v8.0", "linux/arm64"],
		["linux/arm64/8", "linux/arm64"],
		["linux/aarch64/v8", "linux/arm64"],
		["linux/arm64/v8.2", "linux/arm64/v8.2"],
		["linux/arm64/9", "linux/arm64/v9"],
		["linux/arm64/v9.0", "linux/arm64/v9"],
		["linux/arm", "linux/arm/v7"],
		["linux/arm/7", "linux/arm/v7"],
		["linux/arm/v7", "linux/arm/v7"],
		["linux/arm/v6", "linux/arm/v6"],
		["linux/arm/6", "linux/arm/v6"],
		["linux/arm/5", "linux/arm/v5"],
		["linux/arm/v8", "linux/arm/v8"],
		["linux/armhf", "linux/arm/v7"],
		["linux/armhf/v6", "linux/arm/v7"],
		["linux/armel", "linux/arm/v6"],
		["linux/386", "linux/386"],
		["linux/i386", "linux/386"],
		["linux/i686", "linux/386"],
		["linux/riscv64", "linux/riscv64"],
		["linux/ppc64le", "linux/ppc64le"],
		["linux/s390x", "linux/s390x"],
		["linux/mips64le", "linux/mips64le"],
		["linux/loong64", "linux/loong64"],
		["windows/amd64", "windows/amd64"],
		["windows(10.0.17763)/amd64", "windows/amd64"],
		["windows(10.0.17763+win32k)/amd64", "windows/amd64"],
		["macos/arm64", "darwin/arm64"],
		["darwin/aarch64", "darwin/arm64"],
		["freebsd/amd64", "freebsd/amd64"],
		["Linux/AMD64", "linux/amd64"],
		["LINUX/ARM/V7", "linux/arm/v7"],
		["MacOS/ARM64", "darwin/arm64"],
		// An unknown platform is left to the builder, which reports that there is no such image.
		["linux/newcpu", "linux/newcpu"],
		["constructor/constructor/constructor", "constructor/constructor/constructor"],
		// Only an architecture.
		["amd64", "linux/amd64"],
		["x86_64", "linux/amd64"],
		["Aarch64", "linux/arm64"],
		["arm64", "linux/arm64"],
		["arm64/v8", "linux/arm64"],
		["amd64/v3", "linux/amd64/v3"],
		["arm", "linux/arm/v7"],
		["arm/v6", "linux/arm/v6"],
		["armhf", "linux/arm/v7"],
		["armel", "linux/arm/v6"],
		["i386", "linux/386"],
		["s390x", "linux/s390x"],
		["riscv64", "linux/riscv64"],
	])("reads %s as %s", (text, platform) => {
		expect(normalizePlatform(text)).toBe(platform);
		expect(normalizePlatform(platform)).toBe(platform);
	});

	it.each<readonly [text: string, mistake: string]>([
		["", MALFORMED],
		["/", MALFORMED],
		["linux/", MALFORMED],
		["/amd64", MALFORMED],
		["linux//v7", MALFORMED],
		["linux/arm/", MALFORMED],
		["linux/amd64/v1/x", MALFORMED],
		["*", MALFORMED],
		["linux/*", MALFORMED],
		["linux amd64", MALFORMED],
		[" linux/amd64", MALFORMED],
		["linux/amd64;linux/arm64", MALFORMED],
		["$TARGETPLATFORM", MALFORMED],
		["linux(/amd64", MALFORMED],
		["linux/amd64\n", MALFORMED],
		["amd46", "is neither an operating system nor an architecture: write both, such as linux/amd64 or linux/arm64"],
		[
			"constructor",
			"is neither an operating system nor an architecture: write both, such as linux/amd64 or linux/arm64",
		],
	])("refuses %j", (text, mistake) => {
		expect(normalizePlatform(text)).toEqual({ mistake, dependsOnBuilder: false });
	});

	it.each(["linux", "Linux", "windows", "macos", "windows(10.0.17763)"])(
		"leaves the architecture of %s to the builder",
		(text) => {
			expect(normalizePlatform(text)).toEqual({
				mistake: "names an operating system without an architecture: write both, such as linux/amd64 or linux/arm64",
				dependsOnBuilder: true,
			});
		},
	);

	it("leaves what is local to the builder", () => {
		expect(normalizePlatform("local")).toEqual({
			mistake: "is the builder's own platform: name it, such as linux/amd64",
			dependsOnBuilder: true,
		});
	});
});

describe("splitPlatform", () => {
	it("gives the parts", () => {
		expect(splitPlatform("linux/arm/v7")).toEqual({ os: "linux", architecture: "arm", variant: "v7" });
		expect(splitPlatform("linux/amd64")).toEqual({ os: "linux", architecture: "amd64", variant: "" });
	});
});

describe("compatiblePlatform", () => {
	it.each<readonly [platform: string, available: readonly string[], expected: string | undefined]>([
		["linux/amd64", ["linux/amd64", "linux/arm64"], "linux/amd64"],
		["linux/amd64/v3", ["linux/amd64", "linux/arm64"], "linux/amd64"],
		["linux/amd64/v3", ["linux/amd64", "linux/amd64/v2"], "linux/amd64/v2"],
		["linux/amd64", ["linux/amd64/v2"], undefined],
		["linux/amd64", ["linux/386"], undefined],
		["linux/arm64/v9", ["linux/arm64"], "linux/arm64"],
		["linux/arm64/v8.2", ["linux/arm64"], "linux/arm64"],
		["linux/arm/v7", ["linux/arm/v6", "linux/arm/v7"], "linux/arm/v7"],
		["linux/arm/v8", ["linux/arm/v6", "linux/arm/v7"], "linux/arm/v7"],
		["linux/arm/v7", ["linux/arm/v5"], "linux/arm/v5"],
		["linux/arm/v5", ["linux/arm/v6"], undefined],
		["linux/arm64", ["linux/arm/v7"], undefined],
		["windows/amd64", ["linux/amd64"], undefined],
		["linux/amd64/v99999999999999999999", ["linux/amd64"], "linux/amd64"],
	])("for %s of %j is %s", (platform, available, expected) => {
		expect(compatiblePlatform(platform, available)).toBe(expected);
	});
});
