import { describe, expect, it } from "vitest";
import { findPlatformMistake } from "../../src/dockerfile/platform-mistake.ts";

describe("findPlatformMistake", () => {
	it.each([
		"linux/amd64",
		"linux/arm/v7",
		"LINUX/AMD64",
		"linux",
		"arm64",
		"x86_64",
		"aarch64",
		"windows(10.0.17763)/amd64",
		"windows(10.0.17763+win32k)",
		"freebsd/x",
		"mine/own",
	])("accepts %s", (text) => {
		expect(findPlatformMistake(text)).toBeUndefined();
	});

	it.each(["linux/amd64/v1/x", "linux/", "/amd64", "*", "linux/*", "linux amd64", "linux//v7", "linux/arm64,linux/amd64", "$X", ""])("refuses %j", (text) => {
		expect(findPlatformMistake(text)).toBe("a platform is OS/ARCHITECTURE, such as linux/arm64");
	});

	it("refuses a word that is no system and no architecture", () => {
		expect(findPlatformMistake("amd65")).toBe("amd65 is neither an operating system nor an architecture: write OS/ARCHITECTURE, such as linux/arm64");
	});
});
