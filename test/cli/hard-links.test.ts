import { linkSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addFiles, CHANGING, makeFolder, runCli, spawnCli } from "./run-cli.ts";

const REWRITE = ["rewrite", "--write", "--init", "tini"];

/** The inode number of the file that a name leads to. */
function inodeOf(cwd: string, path: string): number {
	return statSync(join(cwd, path)).ino;
}

/** A folder in which `a/Dockerfile` has a second name. */
function makeLinked(other = "b/Dockerfile"): string {
	const cwd = makeFolder({ "a/Dockerfile": CHANGING, "b/.keep": "", "z/Dockerfile": CHANGING });
	linkSync(join(cwd, "a/Dockerfile"), join(cwd, other));
	return cwd;
}

describe("a Dockerfile with two names (hard links)", () => {
	it.each([[[]], [["--jobs", "3"]]])(
		"stays one file when both are rewritten, and when both are reverted: %j",
		async (jobs) => {
			const cwd = makeLinked();
			for (const args of [REWRITE, ["revert", "--write"]]) {
				const { code, err } = await spawnCli([...args, ...jobs], { cwd });
				expect(code).toBe(0);
				expect(err).toBe(
					"b/Dockerfile: is a hard link to a/Dockerfile, and still is one after the change\n3 files, 3 changed\n",
				);
				expect(inodeOf(cwd, "a/Dockerfile")).toBe(inodeOf(cwd, "b/Dockerfile"));
				expect(inodeOf(cwd, "a/Dockerfile")).not.toBe(inodeOf(cwd, "z/Dockerfile"));
				expect(statSync(join(cwd, "a/Dockerfile")).nlink).toBe(2);
			}
			expect(readFileSync(join(cwd, "b/Dockerfile"), "utf8")).toBe(CHANGING);
		},
	);

	it("becomes two files when they need different rewrites", async () => {
		const cwd = makeLinked();
		addFiles(cwd, { "b/.pidone.yaml": "init: dumb-init\n" });
		const { code, err } = await runCli(["rewrite", "--write", "--platform", "linux/amd64"], { cwd });
		expect(code).toBe(0);
		expect(err).toContain(
			"b/Dockerfile: was a hard link to a/Dockerfile, but needs another rewrite: they are separate files now\n",
		);
		expect(readFileSync(join(cwd, "a/Dockerfile"), "utf8")).toContain("/sbin/pidone");
		expect(readFileSync(join(cwd, "b/Dockerfile"), "utf8")).toContain("dumb-init");
	});

	it("changes under the names that are processed; another keeps the old text, and is reported", async () => {
		const cwd = makeLinked("b/elsewhere");
		const { code, err } = await runCli(REWRITE, { cwd });
		expect(code).toBe(0);
		expect(err).toBe(
			"a/Dockerfile: had another name (a hard link) that was not processed, and still has the old text\n2 files, 2 changed\n",
		);
		expect(readFileSync(join(cwd, "b/elsewhere"), "utf8")).toBe(CHANGING);
	});

	it("is rewritten once for each build that names it", async () => {
		const cwd = makeFolder({
			"compose.yaml": "services: {a: {build: .}, b: {build: {dockerfile: other}}}",
			Dockerfile: CHANGING,
		});
		linkSync(join(cwd, "Dockerfile"), join(cwd, "other"));
		expect((await runCli([...REWRITE, "compose.yaml"], { cwd })).code).toBe(0);
		expect(inodeOf(cwd, "Dockerfile")).toBe(inodeOf(cwd, "other"));
		expect((await runCli(["rewrite", "--check", "--init", "tini", "compose.yaml"], { cwd })).code).toBe(0);
	});
});
