import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BROKEN, CHANGING, makeFolder, NOTHING, runCli, runShell } from "./run-cli.ts";

const UTF16 = Buffer.from("\ufeffFROM debian\n", "utf16le");

/** The paths of the files in a report. */
function pathsIn(out: string): string[] {
	return (JSON.parse(out) as { files: { path: string }[] }).files.map(({ path }) => path);
}

describe("a walk", () => {
	const folders = ["c++", "@scope", "gtk+3", "back\\slash", "[x]", "a{b}", "new\nline", "!bang", "größe"];

	it("enters folders of any name, by whatever way they are named", async () => {
		const cwd = makeFolder(Object.fromEntries(folders.map((folder) => [`${folder}/Dockerfile`, NOTHING])));
		const all = folders.map((folder) => `${folder}/Dockerfile`);
		expect(pathsIn((await runCli(["check", "--json"], { cwd })).out)).toEqual(all.toSorted());
		expect(pathsIn((await runCli(["check", "--json", ...folders], { cwd })).out)).toEqual(all);
		expect(pathsIn((await runCli(["check", "--json", cwd], { cwd: "/" })).out)).toEqual(
			all.toSorted().map((path) => join(cwd, path)),
		);
	});

	it("is what explain does without a path, too", async () => {
		const cwd = makeFolder({ "a/Dockerfile": NOTHING, "b/Dockerfile": CHANGING });
		const { code, out } = await runCli(["explain", "--json"], { cwd });
		expect([code, pathsIn(out)]).toEqual([0, ["a/Dockerfile", "b/Dockerfile"]]);
		const none = await runCli(["explain"], { cwd: makeFolder() });
		expect([none.code, none.err]).toEqual([3, expect.stringMatching(/^pidone: no Dockerfile found: name one/)]);
	});

	it("makes a diff of strange folders that patch applies", async () => {
		const cwd = makeFolder(Object.fromEntries(folders.map((folder) => [`${folder}/Dockerfile`, CHANGING])));
		const { code, err } = await runShell("pidone rewrite 2>/dev/null | patch --silent -p1 && pidone rewrite --check", {
			cwd,
		});
		expect(code).toBe(0);
		expect(err.split("\n").at(-2)).toBe(`${folders.length} files, 0 would change`);
	});

	it("rewrites what people build, and nothing beside it", async () => {
		const built = [
			"dockerfile",
			"Containerfile.dev",
			"app.containerfile",
			"Dockerfile-alpine",
			"Dockerfile_test",
			"Dockerfile",
			"web.Dockerfile",
		];
		const beside = [
			"Dockerfile.md",
			"Dockerfile.bak",
			"Dockerfile.orig",
			"Dockerfile.swp",
			"Dockerfile.lock",
			"Dockerfile.txt",
			"Dockerfile~",
			".#Dockerfile",
		];
		const cwd = makeFolder(
			Object.fromEntries(
				[...built, ...beside, "Dockerfile.1234567890", "Dockerfile.dockerignore"].map((name) => [name, CHANGING]),
			),
		);
		const { code, err } = await runCli(["rewrite", "--write"], { cwd });
		expect(code).toBe(0);
		expect(err.split("\n").at(-2)).toBe(`${built.length} files, ${built.length} changed`);
		expect((await runCli(["rewrite", "--check", ...built], { cwd })).code).toBe(0);
		expect((await runCli(["rewrite", "--check", ...beside], { cwd })).err).toBe(
			`${beside.length} files, ${beside.length} would change\n`,
		);
	});

	it("lists templates in one line, and takes one that is named", async () => {
		const template = "FROM {{ base }}\n";
		const names = ["j2", "tmpl", "erb", "in", "mustache", "tpl", "ejs"].map((ending) => `Dockerfile.${ending}`);
		const cwd = makeFolder({ Dockerfile: NOTHING, ...Object.fromEntries(names.map((name) => [name, template])) });
		const { code, err } = await runCli(["rewrite"], { cwd });
		expect(code).toBe(0);
		expect(err).toBe(
			"7 templates were skipped: Dockerfile.ejs, Dockerfile.erb, Dockerfile.in, Dockerfile.j2, Dockerfile.mustache and 2 more\nDockerfile:1:1: no-command: declares no command, and neither does its base\n1 file, 0 would change\n",
		);
		expect(await runCli(["rewrite", "Dockerfile.j2"], { cwd })).toMatchObject({
			code: 4,
			err: expect.stringMatching(/^Dockerfile\.j2:1:1: does not parse: .*template/),
		});
		expect(await runCli(["rewrite", "--quiet"], { cwd })).toEqual({ code: 0, out: "", err: "" });
	});

	it("names the folders and globs that lead to nothing, and goes by the others", async () => {
		const cwd = makeFolder({ "a/Dockerfile": NOTHING, "none/README": "", "templates/Dockerfile.j2": "" });
		expect(await runCli(["rewrite", "none", "a", "no*/*.Dockerfile", "templates"], { cwd })).toEqual({
			code: 0,
			out: "",
			err: "none: no Dockerfile found\nno*/*.Dockerfile: no Dockerfile found\ntemplates: no Dockerfile found\n1 template was skipped: templates/Dockerfile.j2\na/Dockerfile:1:1: no-command: declares no command, and neither does its base\n1 file, 0 would change\n",
		});
		const { code, err } = await runCli(["check", "none"], { cwd });
		expect(code).toBe(3);
		expect(err).toMatch(/^none: no Dockerfile found\npidone: no Dockerfile found: name one, .*\n$/);
	});

	it("takes each file once, in whatever spellings", async () => {
		const cwd = makeFolder({ "a/Dockerfile": CHANGING });
		symlinkSync("a", join(cwd, "link"));
		const { err } = await runCli(
			["rewrite", "a/Dockerfile", "./a/Dockerfile", join(cwd, "a/Dockerfile"), "link/Dockerfile", "."],
			{ cwd },
		);
		expect(err.split("\n").at(-2)).toBe("1 file, 1 would change");
	});
});

it.each(["rewrite", "check", "revert"])("the worst file decides the exit code of %s, in any order", async (command) => {
	const cwd = makeFolder({ "a/Dockerfile": BROKEN, "b/Dockerfile": UTF16, "c/Dockerfile": NOTHING });
	for (const paths of [["."], ["a", "b"], ["b", "a"], ["b", "c", "a"], ["a", "nope"]])
		expect((await runCli([command, ...paths], { cwd })).code).toBe(4);
	expect((await runCli([command, "b", "c"], { cwd })).code).toBe(2);
	const { err, out } = await runCli([command], { cwd });
	expect(err + out).toMatch(/^a\/Dockerfile:2:1.*RUNN/m);
	expect(err + out).toMatch(/^b\/Dockerfile:1:1.*UTF-16/m);
});
