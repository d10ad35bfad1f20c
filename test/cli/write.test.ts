import {
	chmodSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { CHANGING, makeFolder, NOTHING, needsOther, runCli } from "./run-cli.ts";

const OLD = new Date("2020-01-02T03:04:05Z");

/** Everything below a folder, so that no temporary file goes unnoticed. */
function listAll(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
}

function read(...parts: string[]): string {
	return readFileSync(join(...parts), "utf8");
}

describe("--write", () => {
	it.each([0o600, 0o644, 0o755, 0o664])("keeps the mode %o, and leaves no other file", async (mode) => {
		const cwd = makeFolder({ Dockerfile: CHANGING });
		chmodSync(join(cwd, "Dockerfile"), mode);
		expect((await runCli(["rewrite", "-w"], { cwd })).code).toBe(0);
		expect(statSync(join(cwd, "Dockerfile")).mode & 0o7777).toBe(mode);
		expect(listAll(cwd)).toEqual(["Dockerfile"]);
	});

	it("keeps the owner and group when root writes", async (context) => {
		context.skip(
			process.getuid?.() !== 0,
			"only root can give a file away; without root rights the owner is the writer",
		);
		const cwd = makeFolder({ Dockerfile: CHANGING });
		await execa("chown", ["65534:65533", join(cwd, "Dockerfile")]);
		await runCli(["rewrite", "-w"], { cwd });
		expect(statSync(join(cwd, "Dockerfile"))).toMatchObject({ uid: 65534, gid: 65533 });
		expect(read(cwd, "Dockerfile")).toContain("ENTRYPOINT");
	});

	it("changes what a symbolic link leads to, and leaves the link", async () => {
		const cwd = makeFolder({ "real/web.docker": CHANGING });
		symlinkSync("real/web.docker", join(cwd, "link"));
		symlinkSync("link", join(cwd, "Dockerfile"));
		expect(await runCli(["rewrite", "-w"], { cwd })).toEqual({
			code: 0,
			out: "",
			err: expect.stringMatching(/(?:^|\n)1 file, 1 changed\n$/),
		});
		expect(readlinkSync(join(cwd, "Dockerfile"))).toBe("link");
		expect(lstatSync(join(cwd, "link")).isSymbolicLink()).toBe(true);
		expect(read(cwd, "real/web.docker")).toContain("ENTRYPOINT");
		expect(listAll(cwd)).toEqual(["Dockerfile", "link", "real", "real/web.docker"]);
	});

	it.each(["rewrite", "revert"])(
		"of %s does not follow a link out of the work tree, and changes the other files",
		async (command) => {
			const folder = makeFolder({ "repo/.git/HEAD": "", "repo/a/Dockerfile": CHANGING, "out/Dockerfile": CHANGING });
			if (command === "revert")
				for (const path of ["repo/a/Dockerfile", "out/Dockerfile"])
					await runCli(["rewrite", "-w", path], { cwd: folder });
			const before = read(folder, "out/Dockerfile");
			const cwd = join(folder, "repo");
			symlinkSync("../out/Dockerfile", join(cwd, "Dockerfile"));
			symlinkSync("../out", join(cwd, "docker"));
			for (const path of ["Dockerfile", "docker/Dockerfile", join(cwd, "docker/Dockerfile")]) {
				const { code, err } = await runCli([command, "-w", path], { cwd });
				expect(code).toBe(2);
				expect(err).toMatch(
					/Dockerfile: cannot be written: .*is a symbolic link to \S+\/out\S*, which is outside \S+\/repo, /,
				);
			}
			expect(await runCli([command, "-w"], { cwd })).toMatchObject({
				code: 2,
				err: expect.stringContaining("2 files, 1 changed, 1 failed\n"),
			});
			expect(read(folder, "out/Dockerfile")).toBe(before);
			expect(listAll(join(folder, "out"))).toEqual(["Dockerfile"]);
		},
	);

	it("changes what a link leads to within the folder that was walked, without git too", async () => {
		const folder = makeFolder({ "named/real/web.docker": CHANGING, "cwd/README": "" });
		mkdirSync(join(folder, "named/sub"));
		symlinkSync("../real/web.docker", join(folder, "named/sub/Dockerfile"));
		expect((await runCli(["rewrite", "-w", "../named"], { cwd: join(folder, "cwd") })).err).toMatch(
			/(?:^|\n)1 file, 1 changed\n$/,
		);
		expect(read(folder, "named/real/web.docker")).toContain("ENTRYPOINT");
	});

	it("takes two links to one file in one run", async () => {
		const cwd = makeFolder({ Dockerfile: CHANGING });
		symlinkSync("Dockerfile", join(cwd, "Dockerfile.prod"));
		expect((await runCli(["rewrite", "-w"], { cwd })).code).toBe(0);
		expect(read(cwd, "Dockerfile").match(/ENTRYPOINT/g)).toHaveLength(1);
		expect(lstatSync(join(cwd, "Dockerfile.prod")).isSymbolicLink()).toBe(true);
	});

	it("does not touch a file that stays the same: neither inode nor times", async () => {
		const cwd = makeFolder({ Dockerfile: NOTHING, "Dockerfile.done": CHANGING });
		await runCli(["rewrite", "-w"], { cwd });
		for (const file of ["Dockerfile", "Dockerfile.done"]) utimesSync(join(cwd, file), OLD, OLD);
		const before = ["Dockerfile", "Dockerfile.done"].map((file) => statSync(join(cwd, file)));
		for (const args of [["rewrite", "-w"], ["rewrite"], ["check"], ["explain"], ["rewrite", "--check", "-w"]])
			await runCli(args, { cwd });
		for (const [index, file] of ["Dockerfile", "Dockerfile.done"].entries()) {
			const { ino, mtimeMs, ctimeMs } = statSync(join(cwd, file));
			expect({ ino, mtimeMs, ctimeMs }).toEqual({
				ino: before[index]?.ino,
				mtimeMs: OLD.getTime(),
				ctimeMs: before[index]?.ctimeMs,
			});
		}
	});

	it("gives a file that changes a new time", async () => {
		const cwd = makeFolder({ Dockerfile: CHANGING });
		utimesSync(join(cwd, "Dockerfile"), OLD, OLD);
		await runCli(["rewrite", "-w"], { cwd });
		expect(statSync(join(cwd, "Dockerfile")).mtimeMs).toBeGreaterThan(OLD.getTime());
	});

	it("with --check writes nothing", async () => {
		const cwd = makeFolder({ Dockerfile: CHANGING });
		expect((await runCli(["rewrite", "--check", "--write"], { cwd })).code).toBe(1);
		expect(read(cwd, "Dockerfile")).toBe(CHANGING);
	});

	it("followed by revert gives the same bytes again, line ends and mode too", async () => {
		const text = "# syntax=docker/dockerfile:1\r\nFROM alpine:3.20\r\nCMD sleep 9";
		const cwd = makeFolder({ Dockerfile: text });
		chmodSync(join(cwd, "Dockerfile"), 0o640);
		for (const init of ["pidone", "tini", "dumb-init"]) {
			expect((await runCli(["rewrite", "-w", "--init", init], { cwd })).err).toContain("1 changed");
			expect((await runCli(["revert", "--write"], { cwd })).err).toContain("1 changed");
			expect(read(cwd, "Dockerfile")).toBe(text);
		}
		expect(statSync(join(cwd, "Dockerfile")).mode & 0o777).toBe(0o640);
	});

	it("does not write a file without write permission, says so, and writes the others", async (context) => {
		const isOther = await needsOther(context);
		const cwd = makeFolder({ "a/Dockerfile": CHANGING, "b/Dockerfile": CHANGING, "c/Dockerfile": CHANGING });
		if (isOther) await execa("chown", ["-R", "65534:65534", cwd]);
		chmodSync(join(cwd, "a/Dockerfile"), 0o444);
		chmodSync(join(cwd, "b"), 0o555);
		const { code, err } = await runCli(["rewrite", "-w"], { cwd, isOther });
		chmodSync(join(cwd, "b"), 0o755);
		expect(err).toMatch(/^a\/Dockerfile: cannot be written: .*permission/m);
		expect(err).toMatch(/^b\/Dockerfile: cannot be written: .*permission.*/m);
		expect(err).toContain("3 files, 1 changed, 2 failed");
		expect(code).toBe(2);
		expect([read(cwd, "a/Dockerfile"), read(cwd, "b/Dockerfile")]).toEqual([CHANGING, CHANGING]);
		expect(read(cwd, "c/Dockerfile")).toContain("ENTRYPOINT");
		expect(listAll(cwd)).toEqual(["a", "a/Dockerfile", "b", "b/Dockerfile", "c", "c/Dockerfile"]);
	});

	it("leaves a file as it is when the file system is read-only", async (context) => {
		const cwd = makeFolder({ "good/Dockerfile": CHANGING, "ro/Dockerfile": CHANGING });
		const mounted = await execa("mount", ["--bind", "-o", "ro", join(cwd, "ro"), join(cwd, "ro")], { reject: false });
		context.skip(mounted.failed, "a read-only mount takes root");
		try {
			await execa("mount", ["-o", "remount,bind,ro", join(cwd, "ro")]);
			const { code, err } = await runCli(["rewrite", "-w"], { cwd });
			expect(err).toMatch(/^ro\/Dockerfile: cannot be written: the file system is read-only$/m);
			expect(err).toContain("2 files, 1 changed, 1 failed");
			expect(code).toBe(2);
			expect(read(cwd, "ro/Dockerfile")).toBe(CHANGING);
			expect(listAll(cwd)).toEqual(["good", "good/Dockerfile", "ro", "ro/Dockerfile"]);
		} finally {
			await execa("umount", [join(cwd, "ro")]);
		}
	});

	it("leaves a file as it is when the disk is full", async (context) => {
		const cwd = makeFolder({ "good/Dockerfile": CHANGING, "full/x": "" });
		const full = join(cwd, "full");
		const mounted = await execa("mount", ["-t", "tmpfs", "-o", "size=64k", "pidone-test", full], { reject: false });
		context.skip(mounted.failed, "mounting a small tmpfs takes root");
		try {
			const text = `${CHANGING}# ${"x".repeat(30_000)}\n`;
			writeFileSync(join(full, "Dockerfile"), text);
			await execa("dd", ["if=/dev/zero", `of=${join(full, "ballast")}`, "bs=1k"], { reject: false });
			const { code, err } = await runCli(["rewrite", "-w"], { cwd });
			expect(err).toMatch(/^full\/Dockerfile: cannot be written: the disk is full$/m);
			expect(err).toContain("2 files, 1 changed, 1 failed");
			expect(code).toBe(2);
			expect(read(full, "Dockerfile")).toBe(text);
			expect(listAll(full)).toEqual(["Dockerfile", "ballast"]);
		} finally {
			await execa("umount", [full]);
		}
	});
});
