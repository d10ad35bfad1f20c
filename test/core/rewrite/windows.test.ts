import { describe, expect, it } from "vitest";
import { whyWindows } from "../../../src/core/rewrite/windows.ts";
import { lastStage, read } from "./helpers.ts";

function why(source: string): string | undefined {
	const file = read(source);
	return whyWindows(lastStage(file), file.dockerfile.directives.escape);
}

describe("whyWindows", () => {
	it.each([
		["FROM mcr.microsoft.com/windows/servercore:ltsc2022", "its base is a Windows image"],
		["FROM --platform=windows/amd64 acme/x", "it is built for windows/amd64"],
		['FROM acme/x\nSHELL ["powershell", "-Command"]', "its SHELL is powershell"],
		['FROM acme/x\nSHELL ["cmd", "/S", "/C"]', "its SHELL is cmd"],
		['FROM acme/x\nSHELL ["C:\\\\pwsh.exe", "-c"]', "its SHELL is C:\\pwsh.exe"],
		['FROM acme/x\nENTRYPOINT ["C:\\\\app"]', "it runs C:\\app"],
		['FROM golang:1.22\nSHELL ["powershell", "-Command"]', "its SHELL is powershell"],
		['FROM scratch\nCMD ["app.exe"]', "it runs app.exe"],
		['FROM acme/x\nENTRYPOINT ["app.bat"]', "it runs app.bat"],
		["FROM acme/x:nanoserver-1809", "its base acme/x:nanoserver-1809 is named after Windows"],
		[
			"# escape=`\nFROM acme/x",
			"its base acme/x is unknown, and the file uses the escape character `, like files for Windows",
		],
	])("%j: %s", (source, expected) => {
		expect(why(source)).toBe(expected);
	});

	it.each([
		"FROM debian:12",
		"# escape=`\nFROM debian:12",
		'FROM debian:12\nCMD ["./main.exe"]',
		'FROM alpine:3.20\nENTRYPOINT ["/app/server.exe"]',
		'FROM debian:12\nENTRYPOINT ["powershell", "x"]',
		"FROM acme/windowsill",
		'FROM acme/x\nENTRYPOINT ["app.executor"]',
		"FROM --platform=linux/amd64 acme/x",
		'FROM acme/x\nSHELL ["pwsh", "-Command"]',
	])("%j is not", (source) => {
		expect(why(source)).toBeUndefined();
	});
});
