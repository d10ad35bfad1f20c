import { describe, expect, it } from "vitest";
import { isPackageManager } from "../../../src/core/images/package-manager.ts";

describe("isPackageManager", () => {
	it.each([
		["apk", true],
		["zypper", true],
		["apt", false],
		["pip", false],
		["toString", false],
	])("of %s is %s", (name, expected) => {
		expect(isPackageManager(name)).toBe(expected);
	});
});
