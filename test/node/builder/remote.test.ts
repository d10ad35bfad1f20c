import { describe, expect, it } from "vitest";
import { readBuilderCommand } from "../../../src/node/builder/builder-command.ts";
import { isArchive, isRemote, refuseRemote } from "../../../src/node/builder/remote.ts";

describe("isRemote", () => {
	it.each([
		"https://a/b.git",
		"http://a",
		"git://a",
		"ssh://git@a/b",
		"git@a.com:b/c.git",
		"github.com/a/b",
		"docker-image://a",
		"oci-layout:///x",
		"HTTPS://a",
	])("%s is", (text) => expect(isRemote(text)).toBe(true));
	it.each([".", "./github.com/a", "/abs", "a:b", "sub/https:x", "git", "gitlab.com/a/b", "-", "C:\\x"])(
		"%s is not",
		(text) => expect(isRemote(text)).toBe(false),
	);
});

describe("refuseRemote", () => {
	it.each([
		[
			"https://a/b.git#main:sub",
			"git clone it first and build the folder, or pass the Dockerfile on stdin: pidone build -- docker build --file - https://a",
		],
		["https://a/b.tar.gz?x=1", "download and unpack it first"],
		["https://a/b.tgz", "download and unpack it first"],
		["https://a/b", "download it first, and pass a Dockerfile on stdin: pidone build -- docker build - < Dockerfile"],
		["docker-image://a", "use a directory"],
	])("says for %s what works", (context, told) => {
		expect(() => refuseRemote(readBuilderCommand(["docker", "build", context]), context)).toThrow(told);
	});
});

describe("isArchive", () => {
	const tar = Buffer.alloc(1024);
	tar.write("a", 0);
	tar.write(`${(97 + 8 * 32).toString(8).padStart(6, "0")}\0 `, 148);
	it.each<[what: string, bytes: Uint8Array, expected: boolean]>([
		["gzip", Uint8Array.of(0x1f, 0x8b, 8), true],
		["bzip2", Buffer.from("BZh9"), true],
		["xz", Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0), true],
		["zstd", Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd), true],
		["tar", tar, true],
		["tar that is damaged", tar.map((byte, index) => (index === 1 ? 98 : byte)), false],
		["UTF-16", Buffer.from("FROM debian\n".repeat(50), "utf16le"), false],
		["a Dockerfile", Buffer.from("FROM debian\n"), false],
		["a long Dockerfile", Buffer.from(`# ${"ustar ".repeat(100)}`), false],
		["nothing", new Uint8Array(), false],
	])("tells %s", (_, bytes, expected) => {
		expect(isArchive(bytes)).toBe(expected);
	});
});
