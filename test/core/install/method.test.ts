import { describe, expect, it } from "vitest";
import { INSTALL_METHODS, parseInstallMethod } from "../../../src/core/install/method.ts";

describe("parseInstallMethod", () => {
	it.each([
		["auto", { kind: "auto" }],
		["copy", { kind: "copy" }],
		["pip", { kind: "pip" }],
		["deb", { kind: "deb" }],
		["rpm", { kind: "rpm" }],
		["download", { kind: "download" }],
		["add", { kind: "add" }],
		["curl", { kind: "curl" }],
		["wget", { kind: "wget" }],
		["apk", { kind: "package", manager: "apk" }],
		["apt", { kind: "package", manager: "apt-get" }],
		["apt-get", { kind: "package", manager: "apt-get" }],
		["microdnf", { kind: "package", manager: "microdnf" }],
		["context:inits", { kind: "context", name: "inits" }],
		["image:acme/app", { kind: "image", name: "acme/app" }],
		["image:localhost:5000/acme/app:1", { kind: "image", name: "localhost:5000/acme/app:1" }],
	])("reads %s", (text, expected) => {
		expect(parseInstallMethod(text)).toEqual(expected);
	});

	it.each(["", "brew", "context", "context:", "image:", "copy:a", "apk:tini", "APK", "toString", "auto "])(
		"refuses %j",
		(text) => {
			expect(parseInstallMethod(text)).toBeUndefined();
		},
	);

	it("reads everything that it says it does", () => {
		expect(INSTALL_METHODS.split(", ").filter((text) => parseInstallMethod(text) === undefined)).toEqual([]);
	});
});
