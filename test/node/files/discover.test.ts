import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Discovery, discoverFiles } from "../../../src/node/files/discover.ts";
import { makeFolder } from "../../cli/run-cli.ts";

const TEXT = "FROM scratch\n";

function makeTree(...paths: readonly string[]): string {
	return makeFolder(Object.fromEntries(paths.map((path) => [path, TEXT])));
}

async function find(cwd: string, ...paths: readonly string[]): Promise<string[]> {
	return (await discoverFiles(paths, cwd)).files.map(({ path }) => path);
}

describe("a folder", () => {
	const names = [
		...[
			"c++",
			"@scope",
			"gtk+3",
			"back\\slash",
			"[x]",
			"a{b}",
			"a{b,c}",
			"new\nline",
			"!bang",
			"-dash",
			"größe",
			"日本語",
			"(p)",
			"a b",
			"*",
			"**",
			"q?",
		],
		...[
			"!(a)",
			"+(a)",
			"$HOME",
			"#hash",
			"~",
			".hidden",
			"'q'",
			'"q"',
			"%20",
			"\u001b[31m",
			"\u202ex",
			"...",
			"..x",
			"a,b",
			"|",
			"^a$",
		],
	];

	it.each(names)("may be called %j", async (name) => {
		const cwd = makeTree(`${name}/Dockerfile`, `${name}/in/web.Dockerfile`, `above/${name}/Dockerfile`, "other/README");
		expect(await find(cwd, ".")).toEqual(
			[`${name}/Dockerfile`, `${name}/in/web.Dockerfile`, `above/${name}/Dockerfile`].sort(),
		);
		expect(await find(cwd, name)).toEqual([`${name}/Dockerfile`, `${name}/in/web.Dockerfile`]);
		expect(await find(cwd, `${name}/Dockerfile`)).toEqual([`${name}/Dockerfile`]);
		expect(await find(join(cwd, name), ".")).toEqual(["Dockerfile", "in/web.Dockerfile"]);
		expect(await find(cwd, join(cwd, name))).toEqual([
			join(cwd, name, "Dockerfile"),
			join(cwd, name, "in/web.Dockerfile"),
		]);
	});

	it("gives its name as it was written to the files in it", async () => {
		const cwd = makeTree("a/Dockerfile");
		for (const [path, file] of [
			["a/", "a/Dockerfile"],
			["a///", "a/Dockerfile"],
			["./a", "a/Dockerfile"],
			["a/.", "a/./Dockerfile"],
			["../x/../a", undefined],
		] as const) {
			expect(await find(cwd, path)).toEqual([file ?? path]);
		}
		expect(await find(join(cwd, "a"), "..")).toEqual(["../a/Dockerfile"]);
	});

	it("is walked in order, without node_modules, .git, and links to folders", async () => {
		const cwd = makeTree(
			"b/Dockerfile",
			"a/Dockerfile",
			"a-b/Dockerfile",
			"Dockerfile",
			"node_modules/x/Dockerfile",
			".git/Dockerfile",
			"a/node_modules/Dockerfile",
		);
		symlinkSync("../b", join(cwd, "a/link"));
		symlinkSync("b/Dockerfile", join(cwd, "z.Dockerfile"));
		symlinkSync("nowhere", join(cwd, "y.Dockerfile"));
		symlinkSync(".", join(cwd, "Dockerfile.loop"));
		expect(await find(cwd, ".")).toEqual([
			"Dockerfile",
			"Dockerfile.loop",
			"a-b/Dockerfile",
			"a/Dockerfile",
			"b/Dockerfile",
			"y.Dockerfile",
		]);
		expect(await find(cwd, "node_modules")).toEqual(["node_modules/x/Dockerfile"]);
		expect(await find(cwd, "a/link")).toEqual(["a/link/Dockerfile"]);
	});

	it("with a builder's default name is found itself, with another name it is only walked", async () => {
		const cwd = makeTree("Dockerfile/x", "dockerfile/Dockerfile", "Dockerfile.d/web.Dockerfile", "x.Dockerfile/README");
		expect(await find(cwd, ".")).toEqual(["Dockerfile", "Dockerfile.d/web.Dockerfile", "dockerfile/Dockerfile"]);
	});

	it("that cannot be read is named", async () => {
		const cwd = makeFolder();
		mkdirSync(Buffer.from(`${cwd}/latin\xe9`, "latin1"));
		expect((await discoverFiles(["."], cwd)).unread).toEqual([
			{ path: "latin\ufffd", reason: "its name is not UTF-8" },
		]);
	});
});

describe(".gitignore", () => {
	const tree = [
		"Dockerfile",
		"dist/Dockerfile",
		"a/dist/Dockerfile",
		"a/b/Dockerfile",
		"a/keep.Dockerfile",
		"a/drop.Dockerfile",
		"a/c/b/Dockerfile",
	];
	const files = {
		...Object.fromEntries(tree.map((path) => [path, TEXT])),
		".gitignore": "dist/\n*.Dockerfile\n",
		"a/.gitignore": "/b\n!keep.Dockerfile\n",
	};
	const found = ["Dockerfile", "a/c/b/Dockerfile", "a/keep.Dockerfile"];

	it.each([
		["in a git work tree", { ...files, ".git/HEAD": "" }],
		["in a worktree or submodule", { ...files, ".git": "gitdir: x\n" }],
		["without git", files],
	])("of every folder counts %s, the nearest first", async (_, those) => {
		const cwd = makeFolder(those);
		expect(await find(cwd, ".")).toEqual(found);
		expect(await find(cwd, "a")).toEqual(["a/c/b/Dockerfile", "a/keep.Dockerfile"]);
		expect(await find(cwd, "dist", "a/dist", "a/b")).toEqual([
			"dist/Dockerfile",
			"a/dist/Dockerfile",
			"a/b/Dockerfile",
		]);
		expect(await find(cwd, "dist/Dockerfile")).toEqual(["dist/Dockerfile"]);
	});

	it("above the current folder counts as far as the work tree goes", async () => {
		expect(await find(join(makeFolder({ ...files, ".git/HEAD": "" }), "a"), ".")).toEqual([
			"c/b/Dockerfile",
			"keep.Dockerfile",
		]);
		expect(await find(join(makeFolder({ ...files, "a/.gitignore": "" }), "a"), ".")).toContain("drop.Dockerfile");
		expect(
			await find(makeFolder({ ".gitignore": "sub", "sub/.git/HEAD": "", "sub/x/Dockerfile": TEXT }), "sub/x"),
		).toEqual(["sub/x/Dockerfile"]);
	});

	it("may name folders with characters of globs", async () => {
		const cwd = makeFolder({
			"[x]/.gitignore": "a\n",
			"[x]/a/Dockerfile": TEXT,
			"[x]/b/Dockerfile": TEXT,
			"x/a/Dockerfile": TEXT,
		});
		expect(await find(cwd, ".")).toEqual(["[x]/b/Dockerfile", "x/a/Dockerfile"]);
	});

	it("that cannot be read, or is a folder, ignores nothing", async () => {
		const cwd = makeFolder({
			"a/.gitignore": "Dockerfile\n",
			"a/Dockerfile": TEXT,
			"b/.gitignore/x": "",
			"b/Dockerfile": TEXT,
		});
		if (process.getuid?.() !== 0) chmodSync(join(cwd, "a/.gitignore"), 0);
		expect(await find(cwd, "b")).toEqual(["b/Dockerfile"]);
	});
});

describe("a path", () => {
	it("that exists is that file, whatever its name is", async () => {
		const names = ["Dockerfile.md", "x.bak", "*", "[a].Dockerfile", "!x", "Dockerfile.j2", "notes", ".#Dockerfile"];
		const cwd = makeTree(...names, "a.Dockerfile");
		expect(await find(cwd, ...names)).toEqual(names);
	});

	it("that does not exist is a glob, or kept for the reader", async () => {
		const cwd = makeTree(
			"a/Dockerfile",
			"b/Dockerfile",
			"b/web.Dockerfile",
			"!c/Dockerfile",
			"node_modules/Dockerfile",
		);
		expect(await find(cwd, "*/Dockerfile")).toEqual(["!c/Dockerfile", "a/Dockerfile", "b/Dockerfile"]);
		expect(await find(cwd, "{a,b}/*ockerfile")).toEqual(["a/Dockerfile", "b/Dockerfile", "b/web.Dockerfile"]);
		expect(await find(cwd, "!(a|node_modules)/Dockerfile")).toEqual(["!c/Dockerfile", "b/Dockerfile"]);
		expect(await find(cwd, "!c*/Dockerfile")).toEqual(["!c/Dockerfile"]);
		expect(await find(cwd, "nope", "a/nope", "!nope")).toEqual(["nope", "a/nope", "!nope"]);
	});

	it("that is a glob leaves out what nobody builds, unless it names the ending", async () => {
		const cwd = makeTree("Dockerfile", "Dockerfile.md", "Dockerfile.dev~", "Dockerfile.j2", "web.docker");
		const { files, templates } = await discoverFiles(["*ocker*"], cwd);
		expect(files.map(({ path }) => path)).toEqual(["Dockerfile", "web.docker"]);
		expect(templates).toEqual(["Dockerfile.j2"]);
		expect(await find(cwd, "*.j2", "*.md")).toEqual(["Dockerfile.j2", "Dockerfile.md"]);
	});

	it("counts once, in whatever spellings, as does a link to it", async () => {
		const cwd = makeTree("a/Dockerfile", "b/x");
		symlinkSync("a", join(cwd, "link"));
		symlinkSync("a/Dockerfile", join(cwd, "Dockerfile.link"));
		const spellings = [
			"a/Dockerfile",
			"./a/Dockerfile",
			"b/../a/Dockerfile",
			join(cwd, "a/Dockerfile"),
			"link/Dockerfile",
			"Dockerfile.link",
			"a",
			".",
			"*/Dockerfile",
		];
		expect(await find(cwd, ...spellings)).toEqual(["a/Dockerfile"]);
	});

	it("that is empty is refused", async () => {
		await expect(find(makeFolder(), "")).rejects.toThrow("a path is empty");
	});
});

it("reports which paths lead to nothing, and which templates were found", async () => {
	const cwd = makeTree("a/Dockerfile", "b/Dockerfile.tmpl", "b/c/Dockerfile.j2", "none/README");
	const expected: Discovery = {
		links: [],
		definitions: [],
		files: [{ path: "a/Dockerfile", within: join(cwd, "a"), searchStart: cwd }, { path: "nope" }],
		templates: ["b/Dockerfile.tmpl", "b/c/Dockerfile.j2"],
		empty: ["none", "b", "no*"],
		unread: [],
	};
	expect(await discoverFiles(["none", "a", "b", "no*", "nope"], cwd)).toEqual(expected);
});
