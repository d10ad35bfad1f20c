import { mkdirSync, realpathSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findPlace } from "../../../src/node/files/write-place.ts";
import { makeFolder } from "../../cli/run-cli.ts";

/** A work tree with a file and a folder outside it. */
function makeWorld(links: Readonly<Record<string, string>> = {}): string {
	const world = makeFolder({
		"repo/.git/HEAD": "",
		"repo/real/file": "",
		"repo/file": "",
		"repo/sub/.git": "gitdir: x",
		"repo/sub/file": "",
		"out/file": "",
	});
	mkdirSync(join(world, "out/in"));
	for (const [path, target] of Object.entries(links)) symlinkSync(target, join(world, path));
	return world;
}

describe("findPlace", () => {
	it.each<
		[what: string, links: Readonly<Record<string, string>>, file: string, place: string, missing?: readonly string[]]
	>([
		["a file", {}, "repo/file", "repo/file"],
		["a new file in new folders", {}, "repo/a/b/new", "repo/new", ["a", "b"]],
		["a link to a file of the work tree", { "repo/l": "real/file" }, "repo/l", "repo/real/file"],
		["a chain of them", { "repo/l": "m", "repo/m": "real/file" }, "repo/l", "repo/real/file"],
		["a link to a folder of the work tree", { "repo/l": "real" }, "repo/l/new", "repo/real/new"],
		["a way out and in again by ..", { "repo/l": "../repo/real" }, "repo/l/file", "repo/real/file"],
		["a link above the work tree", { l: "repo" }, "l/file", "repo/file"],
		["a link to the folder that is named, outside any work tree", { "out/l": "in" }, "out/l/new", "out/in/new"],
		["a link within the work tree into a nested one", { "repo/l": "sub" }, "repo/l/file", "repo/sub/file"],
	])("follows the way to %s", (_, links, file, place, missing = []) => {
		const world = makeWorld(links);
		const found = findPlace(join(world, file), join(world, file, ".."));
		expect({ ...found, folder: join(found.folder, found.name) }).toEqual({
			folder: join(world, place),
			missing,
			name: found.name,
		});
	});

	it.each<[what: string, links: Readonly<Record<string, string>>, file: string, message: string]>([
		[
			"a link to a file outside",
			{ "repo/l": "../out/file" },
			"repo/l",
			"is a symbolic link to WORLD/out/file, which is outside WORLD/repo, ",
		],
		[
			"a chain that ends outside",
			{ "repo/l": "m", "repo/m": "../out/file" },
			"repo/l",
			"is a symbolic link to WORLD/out/file, which is outside WORLD/repo, ",
		],
		[
			"a link to a folder outside",
			{ "repo/l": "../out" },
			"repo/l/new",
			"its directory WORLD/repo/l is a symbolic link to WORLD/out, which is outside",
		],
		[
			"one on the way to new folders",
			{ "repo/l": "../out" },
			"repo/l/a/b/new",
			"its directory WORLD/repo/l is a symbolic link to WORLD/out, which is outside",
		],
		[
			"a folder outside that is a work tree",
			{ "repo/sub/l": "../real" },
			"repo/sub/l/new",
			"its directory WORLD/repo/sub/l is a symbolic link to WORLD/repo/real, ",
		],
		[
			"a link to the work tree's own parent",
			{ "repo/l": ".." },
			"repo/l/repo/file",
			"its directory WORLD/repo/l is a symbolic link to WORLD, which is outside",
		],
		[
			"a name that only begins alike",
			{ "repo/l": "../repo2" },
			"repo/l/new",
			"its directory WORLD/repo/l is a symbolic link to WORLD/repo2, ",
		],
		[
			"a link outside any work tree, from the folder that is named",
			{ "out/in/l": "../file" },
			"out/in/l",
			"is a symbolic link to WORLD/out/file, which is",
		],
		[
			"a link to a file that is not there",
			{ "repo/l": "nowhere" },
			"repo/l",
			"is a link to a file that does not exist",
		],
		[
			"a link to a file outside that is not there",
			{ "repo/l": "../out/new" },
			"repo/l",
			"is a link to a file that does not exist",
		],
		[
			"a link to a folder that is not there",
			{ "repo/l": "../nowhere" },
			"repo/l/new",
			"its directory WORLD/repo/l is a link to a folder that does not exist",
		],
		["links in a circle", { "repo/l": "m", "repo/m": "l" }, "repo/l", "its symbolic links form a loop"],
		["folders in a circle", { "repo/l": "m", "repo/m": "l" }, "repo/l/x", "its symbolic links form a loop"],
	])("refuses %s", (_, links, file, message) => {
		const world = makeWorld(links);
		mkdirSync(join(world, "repo2"));
		expect(() => findPlace(join(world, file))).toThrow(message.replaceAll("WORLD", world));
	});

	it("uses the folder of the walk as the boundary if there is no work tree", () => {
		const world = makeWorld({ "out/in/l": "../file" });
		expect(findPlace(join(world, "out/in/l"), join(world, "out"))).toEqual({
			folder: join(world, "out"),
			missing: [],
			name: "file",
		});
	});

	it("does not take what a link leads to for the work tree", () => {
		const world = makeWorld({ "repo/l": "../other" });
		mkdirSync(join(world, "other/.git"), { recursive: true });
		expect(() => findPlace(join(world, "repo/l/new"))).toThrow("outside");
	});

	it("follows the links of the system above everything", () => {
		const folder = makeFolder();
		expect(findPlace(join(tmpdir(), folder.slice(realpathSync(tmpdir()).length), "x"))).toEqual({
			folder,
			missing: [],
			name: "x",
		});
	});
});
