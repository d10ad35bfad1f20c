import { describe, expect, it } from "vitest";
import { readRepositoryList, withoutPassword } from "../../../src/node/fleet/repository-list.ts";

function read(text: string | Uint8Array): ReturnType<typeof readRepositoryList> {
	return readRepositoryList("list", typeof text === "string" ? Buffer.from(text) : text, "/work");
}

describe("a list of repositories", () => {
	it("has a URL or a path on each line, each once", () => {
		const lines = [
			"# ours",
			"",
			"https://h/a.git",
			"  git@h:b.git  ",
			"services/c",
			"./services/c",
			"/d",
			"ssh://h/e",
			"https://h/a.git",
		];
		expect(read(lines.join("\r\n")).map(({ location }) => location)).toEqual([
			"https://h/a.git",
			"git@h:b.git",
			"/work/services/c",
			"/d",
			"ssh://h/e",
		]);
	});

	it("distinguishes paths from URLs", () => {
		expect(read("https://h/a\ngit@h:b\na:b/c\n./a:b\n/x:y").map(({ isLocal }) => isLocal)).toEqual([
			false,
			false,
			false,
			true,
			true,
		]);
	});

	it("passes a password to git, and never prints it", () => {
		const [repository] = read("https://user:secret@h/a.git");
		expect(repository).toMatchObject({ location: "https://user:secret@h/a.git", name: "https://h/a.git" });
		expect(withoutPassword("fatal: 'https://u:p@h/x' and ssh://git@h:22/y")).toBe(
			"fatal: 'https://h/x' and ssh://h:22/y",
		);
	});

	it.each([
		["--upload-pack=evil", "begins with a dash"],
		["ext::sh -c evil", "names a remote helper of git"],
		["ext://evil", "the scheme ext: is not supported"],
		["a\u0007b", "contains a control character"],
	])("refuses %j, by file and line", (line, message) => {
		expect(() => read(`/ok\n${line}\n`)).toThrow(`list:2:1: ${message}`);
	});

	it("rejects bytes that are not UTF-8", () => {
		expect(() => read(Uint8Array.of(0x2f, 0xff, 0x0a))).toThrow("list: is not UTF-8");
	});
});
